"""The facts about one candidacy that a rule may ask, without judgement and without the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Literal

from candidates.periods import add_months, full_years
from candidates.stages import Stage
from people.dates import PartialDate

# How a person left the Party (REA-3), and what opens the exception about schooling (ELG-4).
Ground = Literal[
    "",
    "removed",
    "own_request_hardship",
    "abandoned",
    "resigned",
    "disunity",
    "corruption",
    "serious_crime",
    "less_serious_crime",
    "population_policy",
    "other",
]
EducationGround = Literal["", "remote_area", "fisherman", "respected_elder"]


class Route(StrEnum):
    """Who introduces the person (Điều 4.1 of the Charter)."""

    TWO_MEMBERS = "TWO_MEMBERS"
    YOUTH_PLUS_ONE = "YOUTH_PLUS_ONE"
    UNION_PLUS_ONE = "UNION_PLUS_ONE"


class Body(StrEnum):
    """Who votes or decides."""

    CELL = "cell"
    SECTIONAL_COMMITTEE = "sectional_committee"
    BASE_COMMITTEE = "base_committee"
    DELEGATED_COMMITTEE = "delegated_committee"
    STANDING_BOARD = "standing_board"
    MASS_COMMITTEE = "mass_committee"


class UnitKind(StrEnum):
    """Where the considering cell stands: itself a base organisation, or under a base committee."""

    BASE_CELL = "base_cell"
    CELL = "cell"


@dataclass(frozen=True)
class Document:
    """A paper that grants what the rules otherwise refuse."""

    number: str = ""
    on: date | None = None
    issuer: str = ""


@dataclass(frozen=True)
class Person:
    full_name: str = ""
    sex: Literal["", "male", "female"] = ""
    born_on: PartialDate | None = None
    identity_number: str = ""
    identity_note: str = ""
    citizen: bool | None = None
    schooling_grade: int | None = None
    schooling_system: Literal[12, 10] = 12
    youth_member: bool | None = None
    union_member: bool | None = None
    labour_class: Literal["", "leader", "indirect", "direct"] = ""

    def age_on(self, day: date) -> int | None:
        """Completed years; None without a birth date. An incomplete date is taken at its earliest."""
        return full_years(self.born_on.date, day) if self.born_on else None


@dataclass(frozen=True)
class Unit:
    """The cell that considers the person, and what stands above it on the day of the act."""

    name: str = ""
    kind: UnitKind = UnitKind.CELL
    full_members: int | None = None
    probationary_members: int | None = None
    sectional_committee: bool = False
    delegated: bool = False
    committee_size: int | None = None
    board_size: int | None = None


@dataclass(frozen=True)
class Employer:
    name: str = ""
    youth_union: bool | None = None
    union: bool | None = None


@dataclass(frozen=True)
class Introducer:
    """A member who introduces; `replacement` took over from one who could not go on (ELG-8)."""

    name: str = ""
    full_from: date | None = None
    together_since: PartialDate | None = None
    together_where: Literal["work", "study", "residence"] = "work"
    same_person: bool = False
    relative: bool = False
    replacement: bool = False


@dataclass(frozen=True)
class Mentor:
    name: str = ""
    full_from: date | None = None
    from_on: date | None = None
    to_on: date | None = None
    replacement: bool = False
    mentees: int | None = None

    def serves_on(self, day: date) -> bool:
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True)
class Certificate:
    """`kind` awareness or new_member; a revoked one is no certificate."""

    kind: Literal["awareness", "new_member"]
    issued_on: date
    number: str = ""
    class_from: date | None = None
    revoked_on: date | None = None


@dataclass(frozen=True)
class Paper:
    on: date
    number: str = ""
    issuer: str = ""


@dataclass(frozen=True)
class Verification:
    """The request to another committee and its answer; never what was found."""

    sent_on: date | None = None
    received_on: date | None = None
    abroad: bool = False
    answered_on: date | None = None
    certified: bool = False
    certified_on: date | None = None
    by_relative: bool = False
    waived: bool = False
    waiver_member: str = ""
    political_issue: bool = False
    cleared_on: date | None = None


@dataclass(frozen=True)
class Vote:
    """A vote as the minutes give it: a cell's base comes from `full_members`, another body's is `committee_size`."""

    on: date | None = None
    body: Body | None = None
    full_members: int | None = None
    temporary_elsewhere: int = 0
    exempt_absent: int = 0
    present: int | None = None
    in_favour: int | None = None
    against: int = 0
    blank: int = 0
    probationary_in_favour: int = 0
    committee_size: int | None = None
    count: int = 1

    @property
    def base(self) -> int | None:
        """Full members convened, without those away or excused (Quy định 294-QĐ/TW, điểm 9.3.2)."""
        if self.full_members is None:
            return None
        return self.full_members - self.temporary_elsewhere - self.exempt_absent


@dataclass(frozen=True)
class Decision:
    """An admission or recognition decision; `extension` allowed the competent committee more time."""

    number: str = ""
    on: date | None = None
    body: Body | None = None
    received_on: date | None = None
    extension: Document | None = None


@dataclass(frozen=True)
class Ceremony:
    on: date | None = None
    late_agreement: Document | None = None


@dataclass(frozen=True)
class Probation:
    """What was entered by hand; the rules compare it with what follows from the ceremony."""

    from_on: date | None = None
    to_on: date | None = None
    transferred_on: date | None = None
    official_on: date | None = None
    party_age_from: date | None = None
    joined_on: date | None = None
    profile_on: date | None = None
    votes_without_result: int = 0
    escalated: Document | None = None
    discipline: Literal["", "reprimand", "warning", "dismissal", "expulsion"] = ""
    absence_months: int | None = None


@dataclass(frozen=True)
class Readmission:
    """How the person left the Party before. `ground`: see REA-3 in docs/assess.md for the names."""

    left_on: date | None = None
    ground: Ground = ""
    convicted: bool = False
    conviction_cleared_on: date | None = None
    times_before: int = 0
    agreement: Document | None = None


@dataclass(frozen=True)
class Exceptions:
    """Documents that open an exception."""

    over_age: Document | None = None
    education_ground: EducationGround = ""
    education: Document | None = None


@dataclass(frozen=True)
class Policies:
    """Answers to open points; the defaults are those to use until somebody competent answers."""

    certificate_last_day_counts: bool = True
    union_route_over_youth_age: bool = False
    recognition_on_last_day: bool = False
    class_again_on_readmission: bool = True
    months_on_source_list: int = 0
    mentees_warning: int = 0
    working_days: Mapping[date, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Dossier:
    """Everything about one candidacy. `events` holds the date of each act done, by transition code."""

    stage: Stage | None = None
    person: Person = Person()
    unit: Unit = Unit()
    employer: Employer = Employer()
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
    probation: Probation = Probation()
    recognition: Decision | None = None
    readmission: Readmission | None = None
    exceptions: Exceptions = Exceptions()
    policies: Policies = Policies()

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
