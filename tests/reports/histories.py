"""Histories written straight into the record of acts: for counting, not for rules."""

import datetime

from candidates.models import StageChange
from candidates.models.candidate import ENDED_STAGES
from candidates.pipeline import TRANSITIONS
from organizations.models import LabourClass
from reports.actions import refresh
from reports.models import Report
from reports.periods import month
from tests.cast import make_candidate

DAY = datetime.date
NOVEMBER = month(2025, 11)

# The way to full membership as (transition, day).
WHOLE_WAY = (
    ("nominate", DAY(2025, 2, 20)),
    ("list", DAY(2025, 3, 5)),
    ("finish_class", DAY(2025, 5, 27)),
    ("apply", DAY(2025, 7, 6)),
    ("verify", DAY(2025, 8, 25)),
    ("consult", DAY(2025, 9, 10)),
    ("propose", DAY(2025, 9, 25)),
    ("endorse", DAY(2025, 10, 9)),
    ("decide", DAY(2025, 10, 28)),
    ("admit", DAY(2025, 11, 11)),
    ("propose_recognition", DAY(2026, 11, 16)),
    ("endorse_recognition", DAY(2026, 11, 18)),
    ("recognise", DAY(2026, 11, 20)),
)


def make_act(candidate, transition, on, *, labour_class=LabourClass.DIRECT, **fields):
    """One act from wherever the candidacy stands; the candidacy's own row follows as `advance` would write it."""
    target = TRANSITIONS[transition].target.value
    act = StageChange.objects.create(
        candidate=candidate,
        transition=transition,
        from_stage=candidate.stage,
        to_stage=target,
        on=on,
        organization=candidate.unit,
        organization_name=candidate.unit.name,
        labour_class=labour_class,
        edition="RV2021",
        **fields,
    )
    candidate.stage, candidate.stage_since = target, on
    candidate.decided_on = on if transition == "decide" else candidate.decided_on
    candidate.admitted_on = on if transition == "admit" else candidate.admitted_on
    candidate.closed_on = on if target in ENDED_STAGES else None
    candidate.save()
    return act


def make_way(name, unit, *acts, introduced_by=None, labour_class=LabourClass.DIRECT):
    """A candidacy with these acts; without any, the whole way of 2025 and 2026."""
    candidate = make_candidate(name, unit=unit, introduced_by=introduced_by, stage="", opened_on=DAY(2025, 2, 20))
    for transition, on in acts or WHOLE_WAY:
        make_act(candidate, transition, on, labour_class=labour_class)
    return candidate


def until(transition, *, shift=0):
    """The whole way up to and including this act, moved by so many days."""
    codes = [code for code, _on in WHOLE_WAY]
    cut = WHOLE_WAY[: codes.index(transition) + 1]
    return [(code, on + datetime.timedelta(days=shift)) for code, on in cut]


def make_report(cast, unit):
    """The report of the unit on November 2025, made."""
    report = Report.objects.create(
        organization=unit, organization_name=unit.name, period_from=NOVEMBER.from_on, period_to=NOVEMBER.to_on
    )
    return refresh(report, actor=cast.officer)
