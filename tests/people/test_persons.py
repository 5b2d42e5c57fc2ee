"""Entering and correcting persons: one number one person, no lost update, every look recorded."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from organizations.scope import NOTHING, Interval, armed
from people import actions
from people.dates import PartialDate
from people.models import Person
from tests.cast import make_person

NUMBER = "060196004521"


def register(cast, **changes):
    facts = {
        "actor": cast.secretary,
        "full_name": "Nguyễn Thị Hồng Thắm",
        "sex": "female",
        "born": PartialDate(1996, 8),
        "unit": cast.cell,
        "identity_number": NUMBER,
        "phone": "0912345678",
    }
    return actions.register_person(**facts | changes)


def test_a_registered_person_is_found_by_name_and_by_number(cast):
    person = register(cast)
    assert [
        list(Person.objects.named_like("hong tham")),
        list(Person.objects.numbered(NUMBER)),
        person.born,
        Entry.objects.filter(verb="person.register").count(),
    ] == [[person], [person], PartialDate(1996, 8), 1]


def test_a_number_is_given_once_in_the_whole_tree(cast):
    register(cast)
    with pytest.raises(actions.IdentityTaken):
        register(cast, actor=cast.stranger, unit=cast.foreign_cell, full_name="Trần Văn Khác")


@pytest.mark.parametrize("actor", ["stranger", "leader", "rival_unionist"])
def test_who_does_not_work_at_the_unit_cannot_register(cast, actor):
    with pytest.raises(PermissionDenied):
        register(cast, actor=getattr(cast, actor))


def test_an_update_raises_the_version_and_names_the_fields(cast):
    person = register(cast)
    changed = actions.update_person(person, actor=cast.secretary, hometown="Phan Thiết", expected_version=1)
    assert (changed.version, Entry.objects.get(verb="person.update").details) == (
        2,
        {"fields": ["hometown"], "version": 2},
    )


def test_a_second_editor_is_told_who_changed_what(cast):
    person = register(cast)
    actions.update_person(person, actor=cast.base_officer, hometown="Phan Thiết", expected_version=1)
    with pytest.raises(actions.Stale) as stale:
        actions.update_person(person, actor=cast.secretary, residence="Hàm Kiệm", expected_version=1)
    person.refresh_from_db()
    assert ([(one.by, one.fields) for one in stale.value.changes], person.residence) == (
        [("dang-uy", ("hometown",))],
        "",
    )


def test_a_stranger_learns_only_that_there_is_one(cast):
    register(cast)
    assert actions.look_up_number(NUMBER, actor=cast.stranger) == ([], True)
    assert actions.look_up_number("060196999999", actor=cast.stranger) == ([], False)
    assert Entry.objects.filter(verb="person.search_number").count() == 2


def test_a_new_job_ends_the_one_before(cast):
    person = make_person(unit=cast.cell)
    day = datetime.date
    for on, title in ((day(2020, 1, 1), "Thợ phụ"), (day(2021, 3, 1), "Thợ may")):
        actions.employ(
            person,
            actor=cast.secretary,
            enterprise=cast.enterprise,
            labour_class="direct",
            on=on,
            job_title=title,
            ends_previous=True,
        )
    assert list(person.employments.values_list("job_title", "from_on", "to_on")) == [
        ("Thợ may", day(2021, 3, 1), None),
        ("Thợ phụ", day(2020, 1, 1), day(2021, 2, 28)),
    ]


def test_consent_stands_once_per_purpose_until_withdrawn(cast):
    person = make_person(unit=cast.cell)
    facts = {"actor": cast.secretary, "purpose": "nomination", "text_version": "1", "how": "Phiếu đồng ý đã ký"}
    first = actions.give_consent(person, on=datetime.date(2026, 1, 5), **facts)
    assert actions.give_consent(person, on=datetime.date(2026, 2, 5), **facts) == first
    actions.withdraw_consent(first, actor=cast.secretary, on=datetime.date(2026, 3, 1))
    second = actions.give_consent(person, on=datetime.date(2026, 4, 5), **facts)
    assert [one.pk for one in person.consents.all()] == [second.pk, first.pk]


def test_names_are_found_within_the_armed_interval_alone(cast):
    register(cast)
    seen = []
    for unit in (cast.cell, cast.foreign_cell):
        with armed(Interval(*unit.scope)):
            seen.append(Person.objects.named_like("tham hong").count())
    with armed(NOTHING):
        seen.append(Person.objects.named_like("tham hong").count())
    assert seen == [1, 0, 0]


@pytest.mark.parametrize("text", ["", "  ", "'; --", "& | !"])
def test_what_is_typed_is_never_taken_for_a_query(cast, text):
    register(cast)
    assert list(Person.objects.named_like(text)) == []
