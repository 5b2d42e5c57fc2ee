"""Worked example A, entirely under RV2021, done through the actions from nomination to full membership."""

import datetime

import pytest

from audit.models import Entry
from candidates.actions import Refused
from candidates.models import Candidate, StageChange
from candidates.stages import Stage
from tests.candidates.history import ExampleA

DAY = datetime.date


@pytest.fixture
def example(cast):
    return ExampleA(cast)


def test_the_whole_way_is_accepted_without_a_warning(example):
    candidate = example.until()
    changes = list(StageChange.objects.filter(candidate=candidate).order_by("id"))
    assert [(change.transition, change.edition, change.findings) for change in changes] == [
        (code, "RV2021", []) for code in ["nominate", *(name for name, *_ in example.steps)]
    ]
    assert candidate.stage == Stage.RECOGNISED


def test_three_dates_are_kept_apart(example):
    candidate = example.until()
    assert (candidate.decided_on, candidate.admitted_on, candidate.probation_ends_on, candidate.official_on) == (
        DAY(2023, 7, 20),
        DAY(2023, 8, 11),
        DAY(2024, 8, 11),
        DAY(2024, 8, 11),
    )


@pytest.mark.parametrize(
    ("stopped_before", "code", "due_on"),
    [
        ("decide", "admission_decision", DAY(2023, 8, 17)),
        ("propose_recognition", "recognition_cell", DAY(2024, 9, 24)),
        ("recognise", "recognition_decision", DAY(2024, 10, 7)),
    ],
)
def test_deadlines_are_the_ones_of_the_example(example, stopped_before, code, due_on):
    candidate = example.until(stopped_before)
    assert due_on.isoformat() in [due["due_on"] for due in candidate.next_due]


def test_every_act_leaves_one_audit_entry(example):
    candidate = example.until()
    verbs = Entry.objects.filter(subject_type="candidates.candidate", subject_id=str(candidate.pk)).order_by("id")
    assert [entry.verb for entry in verbs] == [
        "candidate.nominate",
        "candidate.assign_unit",
        *(f"candidate.{name}" for name, *_ in example.steps),
    ]


# Counter-examples of the field, numbered as in docs/domain tests: (number, act, what is spoilt, rule that refuses).
SPOILT = [
    (3, "propose", {"on": DAY(2027, 5, 28)}, "ADM-1"),
    (4, "propose", {"members": 12, "present": 8, "in_favour": 7, "against": 1}, "ADM-8"),
    (5, "propose", {"members": 10, "present": 10, "in_favour": 8, "against": 0, "probationers_voting": 2}, "PRO-12"),
    (8, "propose", {"on": DAY(2024, 5, 26)}, "ADM-11"),
    (9, "admit", {"on": DAY(2023, 7, 2)}, "ADM-0b"),
    (10, "admit", {"on": DAY(2023, 9, 15)}, "ADM-16"),
    (11, "propose_recognition", {"on": DAY(2024, 8, 5)}, "PRO-5"),
    (12, "recognise", {"official_on": DAY(2024, 9, 20)}, "PRO-8"),
    (13, "recognise", {"party_age_from": DAY(2023, 8, 11)}, "PRO-10"),
    (17, "propose_recognition", {"certificate_on": None}, "PRO-3"),
    (18, "verify", {"is_by_relative": True}, "ADM-4"),
    (19, "decide", {"in_favour": 5, "against": 6}, "ADM-13"),
    (21, "propose", {"members": 2, "present": 2, "in_favour": 2, "against": 0}, "ORG-1"),
]


@pytest.mark.parametrize(("number", "code", "spoilt", "rule"), SPOILT, ids=[f"case {row[0]}" for row in SPOILT])
def test_counter_example_is_refused_and_nothing_is_written(example, number, code, spoilt, rule):
    candidate = example.until(code)
    before = Candidate.objects.filter(pk=candidate.pk).values().get()
    rows = {name: getattr(candidate, name).count() for name in ("stage_changes", "papers", "votes", "verifications")}
    with pytest.raises(Refused) as refused:
        example.do(candidate, code, **spoilt)
    assert rule in [finding.rule for finding in refused.value.findings if finding.refuses]
    assert Candidate.objects.filter(pk=candidate.pk).values().get() == before
    assert {name: getattr(candidate, name).count() for name in rows} == rows


def test_introducer_of_eight_months_is_refused(example):
    candidate = example.until("consult")
    with pytest.raises(Refused) as refused:
        example.do(candidate, "consult", together_since_1=DAY(2022, 9, 1))
    assert [finding.rule for finding in refused.value.findings if finding.refuses] == ["ELG-7"]


def test_probationary_introducer_is_refused(example, cast):
    candidate = example.until("consult")
    with pytest.raises(Refused) as refused:
        example.do(candidate, "consult", introducer_1=cast.probationer)
    assert "ELG-7" in [finding.rule for finding in refused.value.findings if finding.refuses]
