"""What must be refused or flagged, by the number of the counter-example: the sound dossier with one thing wrong."""

from datetime import date

import pytest

from candidates.pipeline import judge
from tests.candidates.rules.example_a import make_dossier

VOTE = date(2023, 5, 25)


def found(transition, on, changes):
    return [(each.rule, each.severity.value) for each in judge(make_dossier(**changes), transition, on)]


@pytest.mark.parametrize(
    ("transition", "on", "changes", "expected"),
    [
        pytest.param(
            "propose",
            VOTE,
            {"person__born_on": "2005-06-26", "person__identity_number": None},
            [("ELG-1", "refuse")],
            id="1 not full 18",
        ),
        pytest.param(
            "propose",
            VOTE,
            {
                "person__born_on": "1963-03-10",
                "person__identity_number": None,
                "policies": {"union_route_over_youth_age": True},
            },
            [("ELG-1", "refuse"), ("ELG-2", "refuse")],
            id="2 over 60 without agreement",
        ),
        pytest.param(
            "propose",
            date(2025, 2, 3),
            {
                "certificates__0": {"kind": "awareness", "issued_on": "2020-01-15"},
                "papers__3-KNĐ": "2025-01-10",
                "papers__4A-KNĐ": "2025-01-11",
                "papers__5-KNĐ": "2025-01-12",
                "papers__6-KNĐ": None,
                "verification__answered_on": "2025-01-02",
                "verification__received_on": "2024-12-20",
            },
            [("ADM-1", "refuse")],
            id="3 certificate over 60 months",
        ),
        pytest.param(
            "propose",
            VOTE,
            {"votes__propose": {"full_members": 12, "present": 8, "in_favour": 7, "against": 1}},
            [("ADM-8", "refuse")],
            id="4 two thirds of all, not of those present",
        ),
        pytest.param(
            "propose",
            VOTE,
            {"votes__propose": {"full_members": 10, "in_favour": 8, "probationary_in_favour": 2}},
            [("ADM-9", "refuse"), ("PRO-12", "refuse"), ("ADM-8", "refuse")],
            id="5 probationers voted",
        ),
        pytest.param(
            "propose",
            VOTE,
            {"introducers__0__together_since": "2022-09-01"},
            [("ELG-7", "refuse")],
            id="6 together eight months",
        ),
        pytest.param(
            "propose",
            VOTE,
            {"introducers__0": {"name": "Trần Văn Long", "together_since": "2021-03-01"}},
            [("ELG-7", "refuse")],
            id="7 introducer on probation",
        ),
        pytest.param("propose", VOTE, {"papers__4A-KNĐ": "2022-05-02"}, [("ADM-11", "refuse")], id="8 paper too old"),
        pytest.param(
            "admit",
            date(2023, 8, 2),
            {
                "decision__on": "2023-08-20",
                "decision__received_on": "2023-08-20",
                "ceremony__on": "2023-08-02",
                "events__decide": None,
                "probation": {},
            },
            [("ADM-0b", "refuse")],
            id="9 ceremony before decision",
        ),
        pytest.param(
            "admit",
            date(2023, 9, 15),
            {"ceremony__on": "2023-09-15", "probation": {}},
            [("ADM-16", "refuse")],
            id="10 ceremony late",
        ),
        pytest.param(
            "propose_recognition",
            date(2024, 8, 5),
            {
                "papers__10-KNĐ": "2024-08-02",
                "papers__11-KNĐ": "2024-08-02",
                "papers__12-KNĐ": "2024-08-02",
                "papers__13-KNĐ": "2024-08-05",
            },
            [("PRO-5", "refuse"), ("PRO-4", "warn"), ("PRO-4", "warn"), ("PRO-4", "warn")],
            id="11 before the twelve months end",
        ),
        pytest.param(
            "recognise",
            date(2024, 9, 20),
            {"probation__official_on": "2024-09-20"},
            [("PRO-8", "refuse")],
            id="12 official from the decision",
        ),
        pytest.param(
            "recognise",
            date(2024, 9, 20),
            {"probation__party_age_from": "2023-08-11"},
            [("PRO-10", "refuse")],
            id="13 Party age from the ceremony",
        ),
        pytest.param(
            "nominate",
            date(2022, 2, 20),
            {"person__identity_number": "060096004521"},
            [("ID-3", "refuse")],
            id="14 number of a man",
        ),
        pytest.param(
            "nominate",
            date(2022, 2, 20),
            {"person__identity_number": "060096004521", "person__identity_note": "Cải chính giới tính 12/QĐ-UBND"},
            [("ID-3", "warn")],
            id="14 number of a man, explained",
        ),
        pytest.param(
            "nominate",
            date(2022, 2, 20),
            {"person__identity_number": "60196004521"},
            [("ID-1", "refuse")],
            id="15 eleven digits",
        ),
        pytest.param(
            "propose",
            VOTE,
            {"employer__youth_union": True},
            [("ELG-6", "refuse"), ("ELG-6", "refuse")],
            id="16 union route where there is a youth union",
        ),
        pytest.param(
            "propose_recognition",
            date(2024, 8, 22),
            {"certificates": [{"kind": "awareness", "issued_on": "2022-05-27"}]},
            [("PRO-3", "refuse")],
            id="17 no new-member class",
        ),
        pytest.param("propose", VOTE, {"verification__by_relative": True}, [("ADM-4", "refuse")], id="18 by a brother"),
        pytest.param(
            "decide",
            date(2023, 7, 20),
            {"votes__decide": {"body": "standing_board", "committee_size": 11, "in_favour": 5}},
            [("ADM-13", "refuse")],
            id="19 five of eleven",
        ),
        pytest.param(
            "decide",
            date(2023, 7, 20),
            {
                "unit__delegated": True,
                "votes__decide": {"body": "delegated_committee", "committee_size": 9, "in_favour": 5},
                "decision__body": "delegated_committee",
            },
            [("ADM-13", "refuse")],
            id="20 delegated committee, five of nine",
        ),
        pytest.param(
            "propose",
            VOTE,
            {"unit__full_members": 2, "votes__propose": {"full_members": 2, "in_favour": 2}},
            [("ORG-1", "refuse")],
            id="21 two full members",
        ),
        pytest.param(
            "propose",
            VOTE,
            {"readmission": {"left_on": "2019-04-01", "ground": "resigned", "agreement": {"number": "1-CV/TU"}}},
            [("REA-3", "refuse")],
            id="22 resigned",
        ),
        pytest.param(
            "decide",
            date(2023, 8, 31),
            {"decision__on": "2023-08-31"},
            [("ADM-14", "warn")],
            id="23 seventy working days",
        ),
        pytest.param(
            "propose_recognition",
            date(2024, 10, 15),
            {"papers__13-KNĐ": "2024-10-15"},
            [("PRO-6", "warn")],
            id="24 cell late",
        ),
        pytest.param(
            "propose_recognition",
            date(2025, 3, 12),
            {
                "papers__13-KNĐ": "2025-03-12",
                "probation": {"from_on": "2024-03-11", "to_on": "2025-03-11", "transferred_on": "2024-03-11"},
            },
            [("TRF-5", "refuse"), ("TRF-5", "refuse"), ("PRO-6", "warn")],
            id="25 clock restarted after a move",
        ),
        pytest.param(
            "list",
            date(2022, 3, 5),
            {"unit__full_members": 2, "unit__probationary_members": 2},
            [("ORG-1", "refuse")],
            id="26 new cell of two and two",
        ),
        pytest.param(
            "propose",
            VOTE,
            {
                "readmission": {
                    "left_on": "2019-04-01",
                    "ground": "removed",
                    "times_before": 1,
                    "agreement": {"number": "1-CV/TU"},
                }
            },
            [("REA-2", "refuse")],
            id="28 second readmission",
        ),
    ],
)
def test_counter_example(transition, on, changes, expected):
    assert found(transition, on, changes) == expected


def test_late_ceremony_with_the_superiors_agreement():
    changes = {
        "ceremony": {"on": "2023-09-15", "late_agreement": {"number": "88-CV/ĐUK", "on": "2023-09-11"}},
        "probation": {},
    }
    assert found("admit", date(2023, 9, 15), changes) == []


def test_late_recognition_does_not_move_the_official_date():
    assert make_dossier(**{"papers__13-KNĐ": "2024-10-15"}).probation_end(12) == date(2024, 8, 11)


def test_messages_speak_in_numbers():
    short = {"votes__propose": {"full_members": 12, "present": 8, "in_favour": 7, "against": 1}}
    assert [each.message for each in judge(make_dossier(**short), "propose", VOTE)] == [
        "Cần ít nhất 8 phiếu tán thành (2/3 của 12 đảng viên chính thức); mới có 7."
    ]
