"""Two whole candidacies, step by step: one under one edition, one that crosses two."""

from datetime import date

import pytest

from candidates import pipeline
from candidates.pipeline import Stage, available, deadlines, judge
from candidates.statute import edition_on
from tests.candidates.rules.example_a import PATH, make_dossier


@pytest.mark.parametrize(("transition", "on"), PATH.items())
def test_example_a_nothing_stands_against_any_step(transition, on):
    assert judge(make_dossier(), transition, on) == []
    assert edition_on(on).key == "RV2021"


def test_example_a_each_step_may_follow_the_one_before():
    dossier, stage, walked = make_dossier(), None, []
    for code in PATH:
        row = pipeline.TRANSITIONS[code]
        walked.append(row in available(stage, dossier))
        stage = row.target
    assert (walked, stage) == ([True] * len(PATH), Stage.RECOGNISED)


def test_example_a_deadlines():
    due = {due.code: (due.starts_on, due.due_on, due.done_on) for due in deadlines(make_dossier(), date(2024, 9, 20))}
    assert due == {
        "verification": (date(2023, 3, 27), date(2023, 5, 11), date(2023, 4, 25)),
        "certificate": (date(2022, 5, 27), date(2027, 5, 27), date(2023, 5, 25)),
        "paper_introduction_letter": (date(2023, 5, 10), date(2024, 5, 10), date(2023, 5, 25)),
        "paper_union_resolution": (date(2023, 5, 11), date(2024, 5, 11), date(2023, 5, 25)),
        "paper_opinions": (date(2023, 5, 12), date(2024, 5, 12), date(2023, 5, 25)),
        "decision": (date(2023, 5, 25), date(2023, 8, 17), date(2023, 7, 20)),
        "ceremony": (date(2023, 7, 25), date(2023, 9, 7), date(2023, 8, 11)),
        "profile": (date(2023, 8, 11), date(2023, 9, 26), date(2023, 9, 5)),
        "recognition_cell": (date(2024, 8, 11), date(2024, 9, 24), date(2024, 8, 22)),
        "recognition": (date(2024, 8, 22), date(2024, 10, 7), date(2024, 9, 20)),
    }
    assert [each.overdue(date(2024, 9, 20)) for each in deadlines(make_dossier(), date(2024, 9, 20))] == [False] * 10


def test_example_a_three_dates_are_three():
    dossier = make_dossier()
    assert (dossier.decided_on, dossier.ceremony_on, dossier.probation_end(12)) == (
        date(2023, 7, 20),
        date(2023, 8, 11),
        date(2024, 8, 11),
    )


CROSSING = {
    "ceremony": {"on": "2024-08-15"},
    "decision__on": "2024-07-20",
    "decision__received_on": "2024-07-25",
    "events": {"decide": "2024-07-20", "admit": "2024-08-15"},
    "probation": {},
    "certificates__1": {"kind": "new_member", "issued_on": "2025-03-22", "class_from": "2025-03-06"},
    "papers__10-KNĐ": "2025-08-18",
    "papers__11-KNĐ": "2025-08-19",
    "papers__12-KNĐ": "2025-08-20",
    "papers__13-KNĐ": "2025-09-30",
}


def test_example_b_each_step_under_its_own_edition():
    dossier = make_dossier(**CROSSING)
    assert (edition_on(date(2024, 8, 15)).key, edition_on(date(2025, 9, 30)).key) == ("RV2021", "RV2025b")
    assert judge(dossier, "admit", date(2024, 8, 15)) == []
    assert judge(dossier, "propose_recognition", date(2025, 9, 30)) == []


def test_example_b_last_day_of_the_cell():
    dossier = make_dossier(**CROSSING)
    due = {due.code: due.due_on for due in deadlines(dossier, date(2025, 9, 1))}
    assert due["recognition_cell"] == date(2025, 9, 30)
    assert [finding.rule for finding in judge(dossier, "propose_recognition", date(2025, 10, 1))] == ["PRO-6"]


@pytest.mark.parametrize(
    ("ceremony_on", "drafts", "rules"),
    [
        # Decision issued 01/06/2026, received 30/06/2026: by receipt due 11/08/2026, by issue 13/07/2026.
        (date(2026, 7, 24), True, []),
        (date(2026, 7, 27), True, ["ADM-16b"]),
        (date(2026, 7, 27), False, []),
        (date(2026, 8, 12), False, ["ADM-16"]),
    ],
)
def test_ceremony_clock_moves_with_the_edition(ceremony_on, drafts, rules):
    dossier = make_dossier(
        events={"decide": "2026-06-01"},
        decision__on="2026-06-01",
        decision__received_on="2026-06-30",
        ceremony=None,
        probation={},
    )
    assert [finding.rule for finding in judge(dossier, "admit", ceremony_on, drafts=drafts)] == rules
