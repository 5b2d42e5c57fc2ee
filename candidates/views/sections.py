"""The parts of a candidate's page: one is shown at a time, each is an address of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from candidates.dossier.rows import vote_of
from candidates.models import Paper
from candidates.papers_register import FORMS, Form
from candidates.periods import add_months
from candidates.pipeline import TRANSITIONS, Stage
from candidates.statute import edition_named, edition_on
from candidates.views.arithmetic import tally
from candidates.views.records import CHANGES, entries_about, record_of
from organizations.permissions import Ability, can
from training.models import Kind

# Papers that may be missing from a finished dossier: they belong to moving away or to verification by messenger.
OCCASIONAL = {
    "consideration_certificate",
    "transfer_letter_cell",
    "transfer_letter_committee",
    "transfer_letter_decision",
    "verifier_letter",
}
# Papers that come of age: the cell must decide within so many months of them (ADM-11).
AGEING = {"introduction_letter", "youth_resolution", "union_resolution", "opinions"}
# Papers that hang on the person: a class gave them, no act of this candidacy did.
CERTIFICATES = {"awareness_certificate": Kind.AWARENESS, "new_member_certificate": Kind.NEW_MEMBER}
HANDOVER = "candidate.assign_unit"
UNTIL_CELL = ("identified", "introduced", "on_source_list", "trained", "applying", "verified", "consulted")


@dataclass(frozen=True)
class Section:
    """One part: its word in the address, its label, who may read it, what its template is given."""

    key: str
    label: Promise
    template: str
    load: Callable[[Any, date], dict[str, Any]]
    ability: Ability = Ability.VIEW_CANDIDATE


@dataclass(frozen=True)
class Act:
    """One line of the history."""

    label: Promise | str
    change: Any
    regulation: str


@dataclass(frozen=True)
class Handover:
    """One line of the history that moves no stage: the dossier passed from one unit to another (ELG-13)."""

    on: date
    label: Promise | str
    before: str
    after: str
    at: datetime
    who: str
    is_handover: bool = True


def history(candidate, on):
    lines = [
        (
            (change.on, change.recorded_at, change.pk),
            Act(_label(change.transition), change, _regulation(change.edition)),
        )
        for change in candidate.stage_changes.all()
    ]
    lines += [((line.on, line.at, 0), line) for line in _handovers(candidate)]
    return {"acts": [line for _when, line in sorted(lines, key=lambda pair: pair[0], reverse=True)]}


def _handovers(candidate):
    """Kept in the record alone, for a handover leaves no act behind."""
    entries = entries_about("candidates.candidate", candidate.pk).filter(verb=HANDOVER)
    return [
        Handover(
            date.fromisoformat(entry.details["on"]),
            CHANGES[HANDOVER],
            entry.details["before"],
            entry.details["after"],
            entry.at,
            entry.actor_name,
        )
        for entry in entries
    ]


def _label(code):
    return TRANSITIONS[code].label if code in TRANSITIONS else code


def _regulation(key):
    try:
        return str(edition_named(key).regulation)
    except LookupError:
        return ""


@dataclass(frozen=True)
class Filed:
    """One kind of paper of the register and what of it is there; `expired` names the day it came of age."""

    form: Form
    papers: list[Paper]
    expired: date | None

    @property
    def is_missing(self):
        return not self.papers


def papers(candidate, on):
    by_code: dict[str, list[Paper]] = {}
    for paper in candidate.papers.all():
        by_code.setdefault(paper.form_code, []).append(paper)
    for code, kind in CERTIFICATES.items():
        held = [
            _as_paper(row) for row in candidate.person.certificates.all() if row.kind == kind and not row.revoked_on
        ]
        if held:
            by_code[code] = held
    shown = [form for form in FORMS if form.code in by_code or form.code not in OCCASIONAL]
    return {"filed": [_filed(form, by_code.get(form.code, []), candidate, on) for form in shown]}


def _as_paper(row):
    """A certificate as a line among the papers; not a row of the candidacy, never saved."""
    return Paper(
        number=row.number,
        dated_on=row.issued_on,
        issuer=row.issuer,
        state=Paper.State.SIGNED,
    )


def _filed(form, rows, candidate, on):
    standing = [paper for paper in rows if paper.superseded_at is None]
    if form.code not in AGEING or not standing or candidate.stage not in UNTIL_CELL:
        return Filed(form, rows, None)
    last_day = add_months(max(paper.dated_on for paper in standing), edition_on(on).paper_months.value)
    return Filed(form, rows, last_day if last_day < on else None)


def votes(candidate, on):
    return {
        "votes": [(row, _label(row.transition), tally(vote_of(row), row.held_on)) for row in candidate.votes.all()],
    }


def verification(candidate, on):
    return {"verifications": candidate.verifications.all()}


def helpers(candidate, on):
    return {
        "introductions": candidate.introductions.all(),
        "mentors": sorted(candidate.mentor_assignments.all(), key=lambda row: row.from_on, reverse=True),
    }


@dataclass(frozen=True)
class Held:
    """A certificate; `valid_until` is the last day it counts for the cell's vote, None for one that does not age."""

    certificate: Any
    valid_until: date | None
    is_valid: bool


def training(candidate, on):
    held = [_held(row, on) for row in candidate.person.certificates.all()]
    enrollments = candidate.person.enrollments.select_related("course").order_by("-course__starts_on")
    return {"certificates": held, "enrollments": enrollments}


def _held(row, on):
    until = None
    if row.kind == Kind.AWARENESS:
        until = add_months(row.issued_on, edition_on(on).certificate_months.value)
    return Held(row, until, row.revoked_on is None and (until is None or on <= until))


def work(candidate, on):
    person = candidate.person
    return {
        "employments": person.employments.all(),
        "memberships": person.memberships.all(),
        "nominations": person.candidacies.select_related("unit").order_by("-opened_on"),
        "stages": Stage,
    }


def log(candidate, on):
    return {"lines": record_of(candidate)}


SECTIONS = (
    Section("qua-trinh", _("Quá trình"), "candidates/sections/history.html", history),
    Section("giay-to", _("Giấy tờ"), "candidates/sections/papers.html", papers),
    Section("bieu-quyet", _("Biểu quyết"), "candidates/sections/votes.html", votes, Ability.VIEW_VOTES),
    Section(
        "tham-tra", _("Thẩm tra"), "candidates/sections/verification.html", verification, Ability.VIEW_VERIFICATION
    ),
    Section("nguoi-giup-do", _("Người giúp đỡ, giới thiệu"), "candidates/sections/helpers.html", helpers),
    Section("lop-hoc", _("Lớp học"), "candidates/sections/training.html", training),
    Section("viec-lam", _("Việc làm, tổ chức"), "candidates/sections/work.html", work),
    Section("nhat-ky", _("Nhật ký"), "candidates/sections/log.html", log),
)


def sections_for(user):
    """The parts the user's office may read."""
    return [section for section in SECTIONS if can(user, section.ability)]
