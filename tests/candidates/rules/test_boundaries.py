"""The last value that passes and the first that does not, rule by rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates.pipeline import judge
from candidates.rules.certificates import awareness_certificate
from candidates.rules.eligibility import not_over_age, of_age
from candidates.rules.introducers import together_long_enough
from candidates.rules.papers import papers_fresh
from candidates.statute import EDITIONS, RV2016, RV2021, edition_on
from tests.candidates.rules.example_a import make_dossier

VOTE = date(2023, 5, 25)


def told(rule, dossier, on):
    return [(each.rule, each.severity.value) for each in rule(dossier, edition_on(on), on)]


def found(transition, on, **changes):
    return [(each.rule, each.severity.value) for each in judge(make_dossier(**changes), transition, on)]


@pytest.mark.parametrize(
    ("base", "needed"),
    [(3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (9, 6), (10, 7), (11, 8), (12, 8), (13, 9)],
)
def test_two_thirds(base, needed):
    assert {edition.cell_share.value.needed(base) for edition in EDITIONS} == {needed}
    assert found("propose", VOTE, votes__propose={"full_members": base, "in_favour": needed}) == []
    assert found("propose", VOTE, votes__propose={"full_members": base, "in_favour": needed - 1}) == [
        ("ADM-8", "refuse")
    ]


@pytest.mark.parametrize(("size", "needed"), [(11, 6), (10, 6), (9, 5)])
def test_more_than_half(size, needed):
    def board(in_favour):
        return {"votes__decide": {"body": "standing_board", "committee_size": size, "in_favour": in_favour}}

    on = date(2023, 7, 20)
    assert {edition.board_share.value.needed(size) for edition in EDITIONS} == {needed}
    assert found("decide", on, **board(needed)) == []
    assert found("decide", on, **board(needed - 1)) == [("ADM-13", "refuse")]


@given(st.integers(1, 2000), st.integers(0, 2000))
def test_shares_agree_with_whole_numbers(whole, votes):
    two_thirds, half = RV2021.cell_share.value, RV2021.board_share.value
    assert two_thirds.reached(votes, whole) == (votes * 3 >= 2 * whole)
    assert half.reached(votes, whole) == (votes * 2 > whole)


def test_nobody_voting_reaches_no_share():
    assert (RV2021.cell_share.value.reached(0, 0), RV2021.board_share.value.reached(0, 0)) == (False, False)


@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        ({"full_members": 12, "temporary_elsewhere": 2, "exempt_absent": 1, "in_favour": 6}, []),
        ({"full_members": 12, "temporary_elsewhere": 2, "exempt_absent": 1, "in_favour": 5}, [("ADM-8", "refuse")]),
        ({"full_members": 12, "present": 13, "in_favour": 9}, [("ADM-9", "refuse")]),
        ({"full_members": 12, "present": 9, "in_favour": 9, "against": 1}, [("ADM-9", "refuse")]),
        ({"full_members": 12, "in_favour": -1}, [("ADM-9", "refuse"), ("ADM-8", "refuse")]),
        ({"full_members": 2, "temporary_elsewhere": 2, "in_favour": 0}, [("ADM-9", "refuse"), ("ORG-1", "refuse")]),
        ({"in_favour": 9}, [("ADM-9", "refuse")]),
    ],
)
def test_whom_a_cell_counts(vote, expected):
    assert found("propose", VOTE, votes__propose=vote) == expected


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        ("2005-05-25", []),
        ("2005-05-26", [("ELG-1", "refuse")]),
        ("2004-02-29", []),
        ("05/2005", [("ELG-1", "warn")]),
        ("06/2005", [("ELG-1", "refuse")]),
        ("04/2005", []),
        ("2005", [("ELG-1", "warn")]),
        ("2006", [("ELG-1", "refuse")]),
        ("1990", [("ELG-1", "warn")]),
    ],
)
def test_full_eighteen(born_on, expected):
    assert told(of_age, make_dossier(person__born_on=born_on), VOTE) == expected


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        ("1963-05-25", []),
        ("1963-05-24", [("ELG-1", "refuse"), ("ELG-2", "refuse")]),
        ("05/1963", [("ELG-1", "warn")]),
        ("04/1963", [("ELG-1", "refuse"), ("ELG-2", "refuse")]),
        ("06/1963", []),
    ],
)
def test_not_over_sixty(born_on, expected):
    assert told(not_over_age, make_dossier(person__born_on=born_on), VOTE) == expected


@pytest.mark.parametrize(
    ("agreed_on", "expected"),
    [("2023-05-25", [("ELG-2", "warn")]), ("2023-05-26", [("ELG-1", "refuse"), ("ELG-2", "refuse")])],
)
def test_over_sixty_with_an_agreement_of_before(agreed_on, expected):
    agreement = {"number": "12-CV/TU", "on": agreed_on}
    dossier = make_dossier(person__born_on="1960-01-01", exceptions={"over_age": agreement})
    assert told(not_over_age, dossier, VOTE) == expected


@pytest.mark.parametrize(
    ("on", "counts", "expected"),
    [
        (date(2027, 5, 27), True, []),
        (date(2027, 5, 27), False, [("ADM-1", "refuse")]),
        (date(2027, 5, 28), True, [("ADM-1", "refuse")]),
        (date(2022, 5, 26), True, [("ADM-1", "refuse")]),
    ],
)
def test_certificate_lasts_sixty_months(on, counts, expected):
    assert told(awareness_certificate, make_dossier(policies={"certificate_last_day_counts": counts}), on) == expected


def test_latest_certificate_counts_and_a_revoked_one_does_not():
    old = {"kind": "awareness", "issued_on": "2017-01-10"}
    new = {"kind": "awareness", "issued_on": "2022-05-27"}
    assert told(awareness_certificate, make_dossier(certificates=[new, old]), VOTE) == []
    revoked = {**new, "revoked_on": "2023-01-01"}
    assert told(awareness_certificate, make_dossier(certificates=[revoked, old]), VOTE) == [("ADM-1", "refuse")]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2022-05-10", []),
        ("2022-05-11", [("ELG-7", "refuse")]),
        ("05/2022", [("ELG-7", "warn")]),
        ("04/2022", []),
    ],
)
def test_together_twelve_months_by_the_letter(since, expected):
    assert found("propose", VOTE, introducers__0__together_since=since) == expected


def test_a_replacement_need_not_have_been_together():
    changes = {"introducers__0__together_since": "2023-04-01", "introducers__0__replacement": True}
    assert found("propose", VOTE, **changes) == []


def test_living_in_one_place_counts_since_2021():
    dossier = make_dossier(introducers__0__together_where="residence")
    by_edition = {
        edition.key: [each.rule for each in together_long_enough(dossier, edition, VOTE)]
        for edition in (RV2016, RV2021)
    }
    assert by_edition == {"RV2016": ["ELG-7"], "RV2021": []}


def test_an_introducer_signs_as_a_full_member():
    assert found("propose", VOTE, introducers__0__full_from="2023-05-10") == []
    assert found("propose", VOTE, introducers__0__full_from="2023-05-11") == [("ELG-11", "refuse")]
    assert found("propose", VOTE, introducers__0__full_from="2023-05-26") == [("ELG-7", "refuse")]
    assert found("propose", VOTE, introducers__0__same_person=True) == [("ELG-11", "refuse")]
    assert found("propose", VOTE, introducers__0__relative=True) == [("ELG-11", "warn")]


@pytest.mark.parametrize(
    ("place", "dated_on", "expected"),
    [
        ("3-KNĐ", "2022-05-25", []),
        ("3-KNĐ", "2022-05-24", [("ADM-11", "refuse")]),
        ("5-KNĐ", "2022-05-24", [("ADM-11", "refuse")]),
        ("4A-KNĐ", "2022-05-24", [("ADM-11", "refuse")]),
    ],
)
def test_papers_last_twelve_months(place, dated_on, expected):
    assert told(papers_fresh, make_dossier(**{f"papers__{place}": dated_on}), VOTE) == expected


def test_a_paper_made_again_replaces_the_old_one():
    assert told(papers_fresh, make_dossier(**{"papers__5-KNĐ": ["2021-05-24", "2023-05-12"]}), VOTE) == []


def test_both_letters_of_two_introducers_must_be_fresh():
    changes = {"route": "TWO_MEMBERS", "papers__3-KNĐ": ["2022-05-24", "2023-05-10"]}
    assert told(papers_fresh, make_dossier(**changes), VOTE) == [("ADM-11", "refuse")]


@pytest.mark.parametrize(
    ("grade", "system", "expected"),
    [(9, 12, []), (8, 12, [("ELG-3", "refuse")]), (7, 10, []), (6, 10, [("ELG-3", "refuse")])],
)
def test_lower_secondary_school(grade, system, expected):
    assert found("propose", VOTE, person__schooling_grade=grade, person__schooling_system=system) == expected


@pytest.mark.parametrize(
    ("grade", "ground", "document", "expected"),
    [
        (5, "fisherman", {"number": "7-CV"}, []),
        (5, "fisherman", {}, [("ELG-4", "refuse")]),
        (4, "remote_area", {"number": "7-CV"}, [("ELG-4", "refuse")]),
        (1, "respected_elder", {"number": "7-CV"}, []),
    ],
)
def test_less_schooling_on_a_ground_with_a_document(grade, ground, document, expected):
    exceptions = {"education_ground": ground, "education": document}
    assert found("propose", VOTE, person__schooling_grade=grade, exceptions=exceptions) == expected


@pytest.mark.parametrize(
    ("transition", "last", "changes", "late"),
    [
        ("decide", date(2023, 8, 17), {"decision__on": None}, ("ADM-14", "warn")),
        ("admit", date(2023, 9, 7), {"ceremony": {}, "events__admit": None, "probation": {}}, ("ADM-16", "refuse")),
        ("propose_recognition", date(2024, 9, 24), {"papers__13-KNĐ": None}, ("PRO-6", "warn")),
        ("recognise", date(2024, 10, 7), {"recognition__on": None}, ("PRO-7", "warn")),
    ],
)
def test_last_day_is_in_time(transition, last, changes, late):
    assert found(transition, last, **changes) == []
    assert found(transition, last + timedelta(days=1), **changes) == [late]


def test_an_extension_gives_thirty_working_days_more():
    extended = {"decision__on": None, "decision__extension": {"number": "3-CV/ĐUK"}}
    assert found("decide", date(2023, 10, 2), **extended) == []
    assert found("decide", date(2023, 10, 3), **extended) == [("ADM-14", "warn")]


def test_recognition_on_the_very_day_is_a_question_of_policy():
    on = date(2024, 8, 11)
    papers = {f"papers__{number}-KNĐ": "2024-08-11" for number in (10, 11, 12)} | {"papers__13-KNĐ": None}
    assert found("propose_recognition", on, **papers) == [("PRO-5", "refuse")]
    assert found("propose_recognition", on, **papers, policies={"recognition_on_last_day": True}) == []


@pytest.mark.parametrize(("answered_on", "expected"), [("2023-05-11", []), ("2023-05-12", [("ADM-6", "warn")])])
def test_verification_is_due_in_thirty_working_days(answered_on, expected):
    assert found("verify", date(2023, 5, 12), verification__answered_on=answered_on) == expected


def test_verification_abroad_is_due_in_ninety_working_days():
    changes = {"verification__answered_on": "2023-05-12", "verification__abroad": True}
    assert found("verify", date(2023, 5, 12), **changes) == []
