"""The way of a candidacy as a table: each act, from which stages, to which, by whom, under which rules, by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.pipeline.admission import ADMISSION
from candidates.pipeline.exits import EXITS
from candidates.pipeline.recognition import RECOGNITION
from candidates.pipeline.transition import Transition
from candidates.rules.deadlines import DEADLINES
from candidates.rules.finding import Finding, Severity, refuse
from candidates.stages import Stage
from candidates.statute import EDITIONS, edition_on

__all__ = [
    "EXITS",
    "ROWS",
    "TRANSITIONS",
    "Due",
    "Finding",
    "Severity",
    "Stage",
    "Transition",
    "available",
    "deadlines",
    "judge",
]

ROWS = (*ADMISSION, *RECOGNITION, *EXITS)
TRANSITIONS = {row.code: row for row in ROWS}


@dataclass(frozen=True)
class Due:
    """A deadline that runs or ran: the last day in time, what started it, and when the act was done, if it was."""

    code: str
    rule: str
    label: str
    transition: str
    starts_on: date
    due_on: date
    done_on: date | None
    citation: str
    unverified: bool

    def overdue(self, on: date) -> bool:
        return (self.done_on or on) > self.due_on


def judge(dossier: Dossier, transition: str, on: date, *, drafts: bool | None = None) -> list[Finding]:
    """Everything that stands against the act on its day, under the edition of that day (VER-1).

    Raises KeyError for an unknown transition and NoEdition for a day before the first edition.
    """
    row, edition = TRANSITIONS[transition], edition_on(on, drafts=drafts)
    findings = [finding for rule in (*row.requirements, *row.advice) for finding in rule(dossier, edition, on)]
    if dossier.stage and dossier.stage not in row.sources:
        findings.insert(
            0,
            refuse(
                "ADM-0b",
                _("Không thể “%(act)s” ở giai đoạn “%(stage)s”."),
                edition.date_order,
                clears="stage",
                act=row.label,
                stage=dossier.stage.label,
            ),
        )
    return findings


def available(stage: Stage | str | None, dossier: Dossier) -> list[Transition]:
    """The acts that may follow `stage` in this dossier's unit, in the order of the table."""
    return [row for row in ROWS if stage in row.sources and row.applies(dossier, stage)]


def deadlines(dossier: Dossier, on: date, *, drafts: bool | None = None) -> list[Due]:
    """Every deadline whose clock has started, soonest first; the edition is that of the act, or of `on` until then."""
    return sorted(_started(dossier, on, drafts=drafts), key=lambda due: (due.due_on, due.code))


def _started(dossier: Dossier, on: date, *, drafts: bool | None) -> Iterator[Due]:
    for deadline in DEADLINES:
        # The clock itself does not depend on the edition's lengths, so any edition finds the day an act was done.
        now = edition_on(on, drafts=drafts)
        done_on = deadline.done(dossier, now)
        # What was done before the first edition held is judged by that one.
        edition = edition_on(max(done_on, EDITIONS[0].from_on), drafts=drafts) if done_on else now
        starts_on, due_on = deadline.starts(dossier, edition), deadline.due_on(dossier, edition)
        if starts_on and due_on:
            provision = deadline.provision(edition)
            yield Due(
                deadline.code,
                deadline.rule,
                str(deadline.label),
                deadline.transition,
                starts_on,
                due_on,
                done_on,
                provision.citation,
                not provision.verified,
            )
