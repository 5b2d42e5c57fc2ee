"""What each remaining rule stops: the sound dossier with one thing wrong."""

from datetime import date

import pytest

from candidates.dossier import Decision, Paper, Vote
from candidates.papers_register import BY_CODE
from candidates.pipeline import ROWS, TRANSITIONS, Stage, available, judge
from organizations.permissions import Ability
from tests.candidates.rules.example_a import make_dossier

VOTE, DECISION, CEREMONY = date(2023, 5, 25), date(2023, 7, 20), date(2023, 8, 11)
RECOGNITION_VOTE, RECOGNITION = date(2024, 8, 22), date(2024, 9, 20)


def found(transition, on, changes):
    return [(each.rule, each.severity.value) for each in judge(make_dossier(**changes), transition, on)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"route": None}, [("ELG-6", "refuse")]),
        ({"person__union_member": False}, [("ELG-6", "refuse")]),
        ({"route": "TWO_MEMBERS"}, [("ELG-6", "refuse"), ("ELG-6", "refuse"), ("ELG-6", "refuse")]),
        ({"route": "YOUTH_PLUS_ONE"}, [("ELG-6", "refuse"), ("ELG-6", "refuse")]),
        ({"employer__youth_union": None}, [("ELG-6", "warn")]),
        ({"papers__4A-KNĐ": None}, [("ELG-6", "refuse")]),
        ({"papers__3-KNĐ": None}, [("ELG-6", "refuse")]),
        ({"introducers": []}, [("ELG-6", "refuse")]),
        # A youth-union member introduced by the youth union.
        (
            {
                "employer__youth_union": True,
                "person__youth_member": True,
                "route": "YOUTH_PLUS_ONE",
                "papers__4-KNĐ": "2023-05-11",
            },
            [],
        ),
        # Nobody to introduce but two members: neither organisation at work.
        (
            {
                "employer__union": False,
                "person__union_member": False,
                "route": "TWO_MEMBERS",
                "introducers": [
                    {"name": "Trần Văn Long", "full_from": "2017-05-12", "together_since": "2021-03-01"},
                    {"name": "Lê Thị Mai", "full_from": "2015-05-12", "together_since": "2021-03-01"},
                ],
                "papers__3-KNĐ": ["2023-05-10", "2023-05-10"],
            },
            [],
        ),
        # Above youth age: the union route is a question that is open.
        ({"person__born_on": "1990-08-14", "person__identity_number": None}, [("ELG-6", "warn")]),
        (
            {
                "person__born_on": "1990-08-14",
                "person__identity_number": None,
                "policies": {"union_route_over_youth_age": True},
            },
            [],
        ),
        # 30 completed years is still youth age; 31 is not (OPEN-14).
        ({"person__born_on": "1992-05-26", "person__identity_number": None}, []),
        ({"person__born_on": "1992-05-25", "person__identity_number": None}, [("ELG-6", "warn")]),
        ({"mentors": []}, [("ELG-9", "refuse")]),
        ({"mentors__0__full_from": "2022-03-06"}, [("ELG-9", "refuse")]),
        ({"mentors__0__to_on": "2023-05-24"}, [("ELG-9", "refuse")]),
        ({"mentors__0__mentees": 4, "policies": {"mentees_warning": 3}}, [("ELG-10", "warn")]),
        ({"person__citizen": False}, [("ELG-5", "refuse")]),
        ({"person__citizen": None}, [("ELG-5", "warn")]),
        ({"person__born_on": None, "person__identity_number": None}, [("ELG-1", "refuse")]),
        ({"person__schooling_grade": None}, [("ELG-3", "refuse")]),
        ({"papers__1-KNĐ": "2023-03-21"}, [("ADM-0", "refuse")]),
        ({"papers__1-KNĐ": None}, [("ADM-0", "refuse")]),
        ({"papers__2-KNĐ": None}, [("ADM-0", "refuse")]),
        ({"papers__5-KNĐ": "2023-05-26"}, [("ADM-0b", "refuse")]),
        ({"papers__6-KNĐ": "2023-05-24"}, [("ADM-0b", "refuse")]),
        ({"votes__propose__on": "2023-05-26"}, [("ADM-0b", "refuse")]),
        ({"events__consult": "2023-05-26"}, [("ADM-0b", "refuse")]),
        ({"verification": {}}, [("ADM-5", "refuse")]),
        ({"verification__answered_on": None}, [("ADM-5", "refuse")]),
        ({"verification__certified": False}, [("ADM-5", "refuse")]),
        ({"verification": {"waived": True, "certified": True}}, [("ADM-3", "refuse")]),
        ({"verification": {"waived": True, "waiver_member": "45.012345", "certified": True}}, []),
        ({"verification__political_issue": True}, [("ADM-7", "refuse")]),
        ({"verification__political_issue": True, "verification__cleared_on": "2023-05-20"}, []),
        ({"votes": {}}, [("ADM-9", "refuse")]),
        ({"policies": {"months_on_source_list": 14}}, []),
        ({"policies": {"months_on_source_list": 15}}, [("S2", "warn")]),
    ],
)
def test_the_cell_considers(changes, expected):
    assert found("propose", VOTE, changes) == expected


@pytest.mark.parametrize(
    ("transition", "on", "changes", "expected"),
    [
        ("nominate", date(2022, 2, 20), {"votes__nominate__in_favour": 3}, [("ELG-6", "refuse")]),
        ("nominate", date(2022, 2, 20), {"votes__nominate__in_favour": 4}, []),
        ("finish_class", date(2022, 5, 26), {}, [("ADM-1", "refuse")]),
        ("endorse", date(2023, 6, 9), {"votes__endorse__in_favour": 5}, [("ADM-13", "refuse")]),
        ("endorse", date(2023, 6, 9), {"votes__endorse__in_favour": 6}, []),
        ("endorse", date(2023, 5, 24), {}, [("ADM-0b", "refuse")]),
        ("endorse", date(2023, 6, 9), {"unit__kind": "base_cell"}, [("ADM-12", "refuse")]),
        ("appraise", date(2023, 6, 1), {}, [("ADM-12", "refuse")]),
        ("appraise", date(2023, 6, 1), {"unit__sectional_committee": True}, []),
        ("decide", DECISION, {"decision__body": "delegated_committee"}, []),
        (
            "decide",
            DECISION,
            {"votes__decide__body": None, "decision__body": "delegated_committee"},
            [("ADM-12", "refuse")],
        ),
        ("decide", DECISION, {"unit__delegated": True}, [("ADM-12", "refuse")]),
        ("decide", DECISION, {"decision__number": ""}, [("ADM-0b", "refuse")]),
        ("decide", DECISION, {"decision__on": "2023-07-21"}, [("ADM-0b", "refuse")]),
        (
            "decide",
            DECISION,
            {"events__endorse": None, "votes__endorse": None, "papers__8-KNĐ": None},
            [("ADM-12", "refuse")],
        ),
        (
            "decide",
            DECISION,
            {"events__endorse": None, "votes__endorse": None, "papers__8-KNĐ": None, "unit__kind": "base_cell"},
            [],
        ),
        ("decide", DECISION, {"votes__decide": {"body": "standing_board"}, "unit": {}}, [("ADM-13", "refuse")]),
        ("decide", DECISION, {"person__born_on": "1960-01-01"}, [("ELG-2", "refuse")]),
        ("decide", DECISION, {"stage": "consulted"}, [("ADM-0b", "refuse")]),
        ("decide", DECISION, {"stage": "endorsed"}, []),
        (
            "admit",
            CEREMONY,
            {"decision": None, "events": {}, "votes": {}},
            [("ADM-0b", "refuse"), ("ADM-16", "refuse")],
        ),
        ("admit", CEREMONY, {"decision__received_on": None}, [("ADM-16", "refuse")]),
        ("admit", CEREMONY, {"decision__received_on": "2023-08-12"}, [("ADM-0b", "refuse")]),
        ("admit", CEREMONY, {"decision__received_on": "2023-07-19"}, [("ADM-0b", "refuse")]),
        ("admit", CEREMONY, {"ceremony__on": "2023-08-12", "probation": {}}, [("ADM-0b", "refuse")]),
        ("admit", CEREMONY, {"probation__from_on": "2023-07-20"}, [("ADM-18", "refuse")]),
        ("admit", CEREMONY, {"probation__joined_on": "2023-07-20"}, [("PRO-11", "refuse")]),
        ("admit", CEREMONY, {"mentors": []}, [("PRO-2", "warn")]),
        ("propose_recognition", RECOGNITION_VOTE, {"probation__to_on": "2024-07-11"}, [("PRO-1", "refuse")]),
        ("propose_recognition", RECOGNITION_VOTE, {"probation__to_on": "2025-02-11"}, [("PRO-15", "refuse")]),
        ("propose_recognition", RECOGNITION_VOTE, {"papers__11-KNĐ": None}, [("PRO-4", "refuse")]),
        (
            "propose_recognition",
            RECOGNITION_VOTE,
            {"votes__propose_recognition": {"full_members": 13, "in_favour": 8}},
            [("PRO-4", "refuse")],
        ),
        (
            "propose_recognition",
            RECOGNITION_VOTE,
            {"certificates__1": {"kind": "new_member", "issued_on": "2023-08-20", "class_from": "2023-08-10"}},
            [("TRN-5", "refuse")],
        ),
        (
            "propose_recognition",
            RECOGNITION_VOTE,
            {"certificates__1": {"kind": "new_member", "issued_on": "2024-08-12", "class_from": "2024-08-01"}},
            [("PRO-3", "warn")],
        ),
        ("propose_recognition", RECOGNITION_VOTE, {"probation__votes_without_result": 3}, [("PRO-9", "refuse")]),
        ("propose_recognition", RECOGNITION_VOTE, {"probation__votes_without_result": 2}, []),
        (
            "propose_recognition",
            RECOGNITION_VOTE,
            {"probation__votes_without_result": 3, "probation__escalated": {"number": "9-BC"}},
            [],
        ),
        ("propose_recognition", RECOGNITION_VOTE, {"probation__discipline": "warning"}, []),
        ("propose_recognition", RECOGNITION_VOTE, {"probation__discipline": "expulsion"}, [("PRO-13", "refuse")]),
        (
            "propose_recognition",
            RECOGNITION_VOTE,
            {"ceremony": {}, "events__admit": None, "probation": {}},
            [("PRO-1", "refuse")],
        ),
        (
            "recognise",
            date(2024, 8, 10),
            {"recognition__on": None},
            [("PRO-5", "refuse"), ("ADM-0b", "refuse"), ("ADM-0b", "refuse")],
        ),
        ("recognise", RECOGNITION, {"recognition": {}}, [("ADM-0b", "refuse")]),
        ("recognise", RECOGNITION, {"votes__recognise__in_favour": 5}, [("ADM-13", "refuse")]),
        ("strike_off", date(2024, 5, 2), {"probation__absence_months": 2}, [("PRO-14", "refuse")]),
        ("strike_off", date(2024, 5, 2), {"probation__absence_months": 3}, []),
        ("transfer_out", VOTE, {"stage": "consulted"}, [("TRF-1", "refuse")]),
        ("transfer_out", VOTE, {"stage": "proposed"}, [("TRF-2", "refuse")]),
        ("transfer_out", DECISION, {"stage": "endorsed"}, [("TRF-3", "refuse")]),
        ("transfer_out", DECISION, {"stage": "decided"}, [("TRF-4", "refuse")]),
        ("transfer_out", DECISION, {"stage": "decided", "papers__transfer_letter_decision": "2023-07-20"}, []),
        ("transfer_out", date(2024, 3, 1), {"stage": "on_probation"}, [("TRF-5", "warn")]),
        ("drop", VOTE, {"stage": "decided"}, [("ADM-0b", "refuse")]),
    ],
)
def test_other_acts(transition, on, changes, expected):
    assert found(transition, on, changes) == expected


@pytest.mark.parametrize(
    ("readmission", "expected"),
    [
        ({"left_on": "2020-05-25"}, []),
        ({"left_on": "2020-05-26"}, [("REA-1", "refuse")]),
        ({"left_on": "2010-01-01", "convicted": True, "conviction_cleared_on": "2018-05-25"}, []),
        ({"left_on": "2010-01-01", "convicted": True, "conviction_cleared_on": "2018-05-26"}, [("REA-1", "refuse")]),
        ({"left_on": "2010-01-01", "ground": "own_request_hardship"}, []),
        ({"left_on": "2010-01-01", "ground": "corruption"}, [("REA-3", "refuse")]),
        ({"left_on": "2010-01-01", "agreement": None}, [("REA-1", "refuse")]),
    ],
)
def test_coming_back(readmission, expected):
    changes = {"readmission": {"agreement": {"number": "5-CV/TU", "on": "2023-05-01"}, **readmission}}
    assert found("propose", VOTE, changes) == expected


def test_delegated_committee_after_july_2026():
    on = date(2026, 8, 3)
    dossier = make_dossier(
        unit__delegated=True,
        votes__decide={"body": "standing_board", "committee_size": 5, "in_favour": 3},
        decision__on="2026-08-03",
        events={"propose": "2026-07-27"},
    )
    assert [(each.rule, each.severity.value, each.unverified) for each in judge(dossier, "decide", on)] == [
        ("ADM-13", "warn", True)
    ]


def test_an_act_is_judged_with_what_its_form_proposes():
    dossier = make_dossier(votes={}, recognition=None, **{"papers__15-KNĐ": None})
    proposed = dossier.with_act(
        votes={"recognise": Vote(committee_size=11, in_favour=9)},
        papers={"recognition_committee_resolution": (Paper(date(2024, 8, 30)),)},
        recognition=Decision(number="405-QĐ/ĐUK", on=RECOGNITION),
    )
    assert (judge(proposed, "recognise", RECOGNITION), dossier.votes) == ([], {})


@pytest.mark.parametrize(
    ("unit", "walk"),
    [
        ({"kind": "base_cell"}, ["propose", "decide", "admit", "propose_recognition", "recognise"]),
        (
            {"kind": "cell", "delegated": True},
            ["propose", "decide", "admit", "propose_recognition", "recognise"],
        ),
        (
            {"kind": "cell"},
            ["propose", "endorse", "decide", "admit", "propose_recognition", "endorse_recognition", "recognise"],
        ),
        (
            {"kind": "cell", "sectional_committee": True},
            [
                "propose",
                "appraise",
                "endorse",
                "decide",
                "admit",
                "propose_recognition",
                "appraise_recognition",
                "endorse_recognition",
                "recognise",
            ],
        ),
    ],
)
def test_the_way_through_each_kind_of_unit(unit, walk):
    exits = {row.code for row in ROWS if row.target not in PATH_STAGES}
    dossier, stage, walked = make_dossier(unit=unit), Stage.CONSULTED, []
    while onward := [row for row in available(stage, dossier) if row.code not in exits]:
        (row,) = onward
        walked.append(row.code)
        stage = row.target
    assert walked == walk


PATH_STAGES = frozenset(list(Stage)[: list(Stage).index(Stage.RECOGNISED) + 1])


def test_every_row_of_the_table_names_what_exists():
    assert {row.ability for row in ROWS} <= {ability.value for ability in Ability}
    assert {code for row in ROWS for code in row.papers} <= set(BY_CODE)
    assert len(TRANSITIONS) == len(ROWS)
    assert set(Stage) - {row.target for row in ROWS} == set()
