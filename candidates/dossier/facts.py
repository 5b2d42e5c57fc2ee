"""The facts about one candidacy that a rule may ask, without judgement and without the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from candidates.dossier.parts import (
    Ceremony,
    Certificate,
    Decision,
    Employer,
    Exceptions,
    Introducer,
    Mentor,
    Paper,
    Person,
    Policies,
    Probation,
    Readmission,
    Route,
    Unit,
    Verification,
    Vote,
)
from candidates.periods import add_months
from candidates.stages import Stage


@dataclass(frozen=True)
class Dossier:
    """Everything about one candidacy. `events` holds the date of each act done, by transition code."""

    stage: Stage | None = None
    person: Person = field(default_factory=Person)
    unit: Unit = field(default_factory=Unit)
    employer: Employer = field(default_factory=Employer)
    route: Route | None = None
    introducers: tuple[Introducer, ...] = ()
    mentors: tuple[Mentor, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    papers: Mapping[str, tuple[Paper, ...]] = field(default_factory=dict)
    verification: Verification | None = None
    votes: Mapping[str, Vote] = field(default_factory=dict)
    events: Mapping[str, date] = field(default_factory=dict)
    decision: Decision | None = None
    ceremony: Ceremony | None = None
    probation: Probation = field(default_factory=Probation)
    recognition: Decision | None = None
    readmission: Readmission | None = None
    exceptions: Exceptions = field(default_factory=Exceptions)
    policies: Policies = field(default_factory=Policies)

    def papers_by(self, code: str, on: date) -> tuple[Paper, ...]:
        """The papers of that form dated `on` or before, the latest first."""
        known = (paper for paper in self.papers.get(code, ()) if paper.on <= on)
        return tuple(sorted(known, key=lambda paper: paper.on, reverse=True))

    def paper_by(self, code: str, on: date) -> Paper | None:
        """The latest paper of that form dated `on` or before."""
        return next(iter(self.papers_by(code, on)), None)

    def certificate(self, kind: str, on: date) -> Certificate | None:
        """The latest certificate of a kind issued by `on` and not revoked by then."""
        held = (
            certificate
            for certificate in self.certificates
            if certificate.kind == kind
            and certificate.issued_on <= on
            and (certificate.revoked_on is None or certificate.revoked_on > on)
        )
        return max(held, key=lambda certificate: certificate.issued_on, default=None)

    def mentor_on(self, day: date) -> Mentor | None:
        return next((mentor for mentor in self.mentors if mentor.serves_on(day)), None)

    @property
    def ceremony_on(self) -> date | None:
        """The day of joining the Party (PRO-11)."""
        return (self.ceremony.on if self.ceremony else None) or self.events.get("admit")

    @property
    def decided_on(self) -> date | None:
        """The day written in the admission decision, from which Party age counts (PRO-10)."""
        return (self.decision.on if self.decision else None) or self.event("decide")

    def probation_end(self, months: int) -> date | None:
        """The day the probation of `months` months ends; it runs from the ceremony, whatever was entered."""
        return add_months(self.ceremony_on, months) if self.ceremony_on else None

    def event(self, transition: str) -> date | None:
        """The day of an act done: the act itself, else the vote that made it."""
        if transition in self.events:
            return self.events[transition]
        return self.votes[transition].on if transition in self.votes else None

    def with_act(self, **proposed: object) -> "Dossier":
        """This dossier as an act would leave it: mappings are merged, sequences extended, the rest replaced.

        Papers given for a form come beside the earlier ones of that form.
        """
        merged: dict[str, object] = {}
        for name, value in proposed.items():
            current = getattr(self, name)
            if name == "papers":
                merged[name] = dict(current) | {
                    code: (*current.get(code, ()), *papers)
                    for code, papers in value.items()  # type: ignore[attr-defined]
                }
            elif isinstance(current, Mapping):
                merged[name] = {**current, **value}  # type: ignore[dict-item]
            elif isinstance(current, tuple):
                merged[name] = (*current, *value)  # type: ignore[misc]
            else:
                merged[name] = value
        return replace(self, **merged)  # type: ignore[arg-type]
