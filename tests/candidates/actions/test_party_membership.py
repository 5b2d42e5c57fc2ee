"""The acts make a probationary and then a full member of the person, and end that where he leaves."""

import datetime

import pytest

from candidates import actions
from people.models import PartyMembership
from tests.candidates.history import ExampleA

DAY = datetime.date


@pytest.fixture
def example(cast):
    return ExampleA(cast)


def memberships(person):
    rows = PartyMembership.objects.filter(person=person)
    return list(rows.values_list("cell__code", "probationary_from", "full_from", "ended_on"))


def test_nobody_is_a_member_before_the_ceremony(example):
    example.until("admit")
    assert memberships(example.person) == []


def test_ceremony_makes_a_probationary_member_of_the_cell(example):
    example.until("propose_recognition")
    assert memberships(example.person) == [("MAY.1", DAY(2023, 8, 11), None, None)]


def test_recognition_makes_a_full_member_as_of_the_end_of_probation(example):
    example.until()
    assert memberships(example.person) == [("MAY.1", DAY(2023, 8, 11), DAY(2024, 8, 11), None)]


def test_striking_off_ends_the_membership(example, cast):
    candidate = example.until("propose_recognition")
    act = {"note": "Bỏ sinh hoạt", "document_number": "40-QĐ/ĐUK"}
    actions.advance(
        candidate, "strike_off", actor=cast.officer, on=DAY(2024, 2, 1), act=act, override_reason="Đã kiểm tra"
    )
    assert memberships(example.person) == [("MAY.1", DAY(2023, 8, 11), None, DAY(2024, 2, 1))]
