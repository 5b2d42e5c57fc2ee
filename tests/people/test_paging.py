"""Keyset pages: every row once, forwards and backwards, ties included."""

import pytest

from people.models import Person
from people.paging import Order, capped_count, page_of
from tests.cast import make_person

BY_NAME = Order("name", "", ("sort_key", "pk"))
NEWEST = Order("newest", "", ("created_at", "pk"), descending=True)


@pytest.fixture
def people(cast):
    for name in ("Lê An", "Trần Bình", "Lê An", "Đỗ Cúc", "Hồ Ánh"):
        make_person(name, unit=cast.foreign_cell)
    return Person.objects.filter(unit=cast.foreign_cell).values("pk", "full_name")


def walk(rows, order, *, backwards=False):
    page, seen = page_of(rows, order, size=2), []
    if not backwards:
        while True:
            seen.append([row["full_name"] for row in page.rows])
            if page.after is None:
                return seen
            page = page_of(rows, order, after=page.after, size=2)
    while page.after is not None:
        page = page_of(rows, order, after=page.after, size=2)
    while True:
        seen.append([row["full_name"] for row in page.rows])
        if page.before is None:
            return seen
        page = page_of(rows, order, before=page.before, size=2)


def test_pages_follow_the_vietnamese_order_of_names(people):
    assert walk(people, BY_NAME) == [["Lê An", "Lê An"], ["Hồ Ánh", "Trần Bình"], ["Đỗ Cúc"]]


def test_the_way_back_shows_the_same_rows(people):
    assert walk(people, BY_NAME, backwards=True) == [["Đỗ Cúc"], ["Hồ Ánh", "Trần Bình"], ["Lê An", "Lê An"]]


def test_a_descending_order_pages_too(people):
    assert walk(people, NEWEST) == [["Hồ Ánh", "Đỗ Cúc"], ["Lê An", "Trần Bình"], ["Lê An"]]


def test_an_unknown_key_gives_the_first_page(people):
    assert page_of(people, BY_NAME, after=0, size=2) == page_of(people, BY_NAME, size=2)


def test_the_count(people):
    assert capped_count(people) == 5
