"""Correcting a person: kept when typed, told when overtaken, hidden from strangers."""

import datetime

import pytest

from audit.models import Entry
from people import actions
from people.fields import IDENTITY, blind_index
from people.models import Employment, Membership
from tests.cast import make_person

DAY = datetime.date
NUMBER = "060196004521"


@pytest.fixture
def person(cast):
    return make_person(
        unit=cast.cell,
        mass_unit=cast.union,
        identity_number=NUMBER,
        identity_hash=blind_index(NUMBER, purpose=IDENTITY),
        phone="0912345678",
    )


def sheet(person, **changes):
    return {
        "full_name": person.full_name,
        "sex": person.sex,
        "born": "14/8/96",
        "schooling": "12/12",
        "is_citizen": "on",
        "version": person.version,
    } | changes


def test_facts_are_corrected_and_secrets_stay(cast, person, sign_in):
    client = sign_in(cast.secretary)
    answer = client.post(f"/nguoi/{person.pk}/", sheet(person, born="8/1996", residence="Hàm Kiệm"))
    person.refresh_from_db()
    assert answer.status_code == 302
    assert (str(person.born), person.schooling, person.residence, person.identity_number, person.phone) == (
        "08/1996",
        "12/12",
        "Hàm Kiệm",
        NUMBER,
        "0912345678",
    )
    assert Entry.objects.get(verb="person.update").details["fields"] == [
        "born_on",
        "born_precision",
        "residence",
        "schooling_grade",
    ]


def test_the_page_holds_neither_number_nor_phone(cast, person, sign_in):
    text = sign_in(cast.secretary).get(f"/nguoi/{person.pk}/").content.decode()
    assert [words in text for words in (NUMBER, "0912345678", "060•••••4521")] == [False, False, True]
    assert Entry.objects.filter(verb="person.view").count() == 1


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"born": "31/4/1996"}, ["born"]),
        ({"identity_number": "60196004521"}, ["identity_number"]),
        ({"sex": "male"}, ["identity_note"]),
        ({"full_name": "Th4m"}, ["full_name"]),
        ({"schooling": "13/12"}, ["schooling"]),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_kept(cast, person, sign_in, changes, wrong):
    answer = sign_in(cast.secretary).post(f"/nguoi/{person.pk}/", sheet(person, residence="Hàm Kiệm", **changes))
    form = answer.context["form"]
    assert (answer.status_code, sorted(form.errors), form["residence"].value()) == (422, wrong, "Hàm Kiệm")
    assert {name: form[name].value() for name in changes} == changes
    person.refresh_from_db()
    assert (person.residence, person.version) == ("", 1)


def test_a_number_of_somebody_else_is_refused(cast, person, sign_in):
    other = make_person("Đỗ Văn Ân", unit=cast.cell, born_on=DAY(1996, 1, 1))
    answer = sign_in(cast.secretary).post(f"/nguoi/{other.pk}/", sheet(other, identity_number=NUMBER))
    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["identity_number"])


def test_the_second_editor_sees_who_changed_what(cast, person, sign_in):
    actions.update_person(person, actor=cast.base_officer, hometown="Phan Thiết")
    client = sign_in(cast.secretary)
    answer = client.post(f"/nguoi/{person.pk}/", sheet(person, residence="Hàm Kiệm"))
    form = answer.context["form"]
    assert answer.status_code == 422
    assert [(change.by, [str(label) for label in labels]) for change, labels in form.changes] == [
        ("dang-uy", ["Quê quán"])
    ]
    assert (form["residence"].value(), form["version"].value()) == ("Hàm Kiệm", 2)


def test_strangers_find_nobody(cast, person, sign_in):
    seen = {who: sign_in(getattr(cast, who)).get(f"/nguoi/{person.pk}/").status_code for who in ("stranger", "leader")}
    assert seen == {"stranger": 404, "leader": 403}


def test_a_new_job_follows_the_old_one(cast, person, sign_in):
    Employment.objects.create(
        person=person, enterprise=cast.enterprise, labour_class="indirect", from_on=DAY(2020, 1, 1)
    )
    fields = {"enterprise": cast.enterprise.pk, "labour_class": "direct", "on": "1/3/21", "ends_previous": "on"}
    assert sign_in(cast.secretary).post(f"/nguoi/{person.pk}/viec-lam/", fields).status_code == 302
    assert list(person.employments.values_list("labour_class", "from_on", "to_on")) == [
        ("direct", DAY(2021, 3, 1), None),
        ("indirect", DAY(2020, 1, 1), DAY(2021, 2, 28)),
    ]


def test_a_row_ends_on_a_day_that_follows_its_first(cast, person, sign_in):
    row = Membership.objects.create(person=person, kind="union", organization=cast.union, from_on=DAY(2021, 4, 10))
    client, address = sign_in(cast.secretary), f"/nguoi/{person.pk}/ket-thuc/membership/{row.pk}/"
    assert client.post(address, {"on": "1/1/2021"}).status_code == 422
    assert client.post(address, {"on": "1/1/2024"}).status_code == 302
    row.refresh_from_db()
    assert row.to_on == DAY(2024, 1, 1)


def test_nobody_joins_twice(cast, person, sign_in):
    client, fields = sign_in(cast.secretary), {"kind": "union", "organization": cast.union.pk, "since": "4/2021"}
    answers = [client.post(f"/nguoi/{person.pk}/doan-the/", fields).status_code for _again in range(2)]
    assert (answers, person.memberships.count()) == ([302, 422], 1)
