"""What can be done next with a candidacy, what is missing for it, and where that is entered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from candidates import actions
from candidates.acts import ACTS
from candidates.calendar import working_days_between
from candidates.forms.acts import field_that_clears
from candidates.pipeline import EXITS, TRANSITIONS, Transition, available, judge
from organizations.permissions import Ability, can

# Acts that are a way on; whatever else is possible ends the candidacy.
ENDS = {row.code for row in EXITS}
# What no field of the act's own form can cure: the day has not come.
NOT_YET = {"PRO-5"}
# Opened by the nomination form, not from the page of a candidacy.
OPENINGS = {"identify", "nominate"}
# So many of the things that a form asks for are named on the card.
NAMED = 4


@dataclass(frozen=True)
class Missing:
    """One thing that stands against an act, and the page where it is put right ("" where there is none)."""

    finding: Any
    url: str


@dataclass(frozen=True)
class Due:
    """The deadline of an act: `days` are working days left, negative when it is over."""

    label: str
    on: date
    days: int
    citation: str


@dataclass(frozen=True)
class Step:
    """One possible act. `missing` lists what the act's own form does not ask for, `asked` names what it does."""

    transition: Transition
    may: bool
    url: str
    missing: list[Missing]
    asked: list[str]
    due: Due | None


def steps(candidate, dossier, user, *, on):
    """The acts that may follow and the exits, as (ways on, exits); exits only those the office may record."""
    rows = [row for row in available(candidate.stage, dossier) if row.code not in OPENINGS]
    # Soonest first: of two deadlines of one act the sooner stands.
    dues = {row["transition"]: row for row in reversed(candidate.next_due)}
    found = [_step(row, candidate, dossier, dues, user, on) for row in rows]
    ways = [step for step in found if step.transition.code not in ENDS]
    return ways, [step for step in found if step.transition.code in ENDS and step.may]


def may_do(candidate, code, user, on):
    """Whether the user's office is the one that does this act for this candidacy."""
    return can(user, TRANSITIONS[code].ability, actions.authority(candidate.unit, code, on))


def _step(row, candidate, dossier, dues, user, on):
    due = dues.get(row.code)
    ends = row.code in ENDS
    findings = [] if ends else judge(dossier, row.code, on)
    elsewhere = [finding for finding in findings if finding.rule in NOT_YET or not _field(row.code, finding)]
    return Step(
        transition=row,
        may=may_do(candidate, row.code, user, on),
        url=reverse("candidates:act", kwargs={"pk": candidate.pk, "code": row.code}),
        missing=[Missing(finding, place_of(candidate, finding.clears, user)) for finding in elsewhere],
        asked=_asked(row.code, [finding for finding in findings if finding not in elsewhere]),
        due=_due(due, dossier, on) if due else None,
    )


def _field(code, finding):
    return field_that_clears(ACTS[code].fields, finding.clears)


def _asked(code, findings):
    """What the act's own form asks for, in the form's words: so many names, then "…"."""
    labels = {row.name: row.label for row in ACTS[code].fields} | {"on": ACTS[code].day}
    names = list(dict.fromkeys(str(labels.get(_field(code, finding), finding.message)) for finding in findings))
    return names[:NAMED] + ["…"] * (len(names) > NAMED)


def _due(row, dossier, on):
    day, label = date.fromisoformat(row["due_on"]), row["label"]
    return Due(gettext(label), day, working_days_between(on, day, dossier.policies.working_days), row["citation"])


def place_of(candidate, clears, user):
    """The page where what a finding names is entered; "" where the office may not enter it."""
    if not can(user, Ability.MAINTAIN_CANDIDATE, candidate.unit):
        return ""
    subject, _dot, rest = clears.partition(".")
    page = reverse("candidates:detail", kwargs={"pk": candidate.pk})
    if subject in ("person", "employer"):
        return reverse("people:edit", kwargs={"pk": candidate.person_id}) + f"#id_{rest}"
    if subject == "papers":
        return reverse("candidates:note", kwargs={"pk": candidate.pk, "kind": "paper"}) + f"?form_code={rest}"
    if subject.startswith("introducers"):
        return reverse("candidates:note", kwargs={"pk": candidate.pk, "kind": "introduction"})
    if subject == "mentors":
        return reverse("candidates:note", kwargs={"pk": candidate.pk, "kind": "mentor"})
    if subject == "verification":
        return reverse("candidates:note", kwargs={"pk": candidate.pk, "kind": "verification"})
    if subject == "certificates":
        return f"{page}?phan=lop-hoc"
    return ""
