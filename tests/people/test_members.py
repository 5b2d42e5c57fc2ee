"""Party members of a cell: listed, entered, corrected, ended."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from audit.models import Entry
from organizations.actions import Refused
from people import dates
from people.actions import party
from people.models import PartyMembership
from tests.cast import DAY, make_member

TYPED = {"full_name": "Võ Thị Tám", "sex": "female", "born": "3/1980", "probationary_from": "1/2/2015"}


def names(client, unit, **query):
    page = client.get(reverse("people:members", args=[unit.pk]), query).context["page"]
    return [member.person.full_name for member in page]


def test_members_are_listed_by_given_name_and_counted(cast, sign_in):
    make_member("Ngô Văn Ân", cast.other_cell)
    client = sign_in(cast.secretary)
    assert names(client, cast.cell) == ["Lê Thị Hoa", "Trần Văn Long", "Phạm Văn Mới"]
    assert client.get(reverse("people:members", args=[cast.cell.pk])).context["full"] == 2
    assert "Ngô Văn Ân" in names(sign_in(cast.base_officer), cast.committee)


@pytest.mark.parametrize("more", [0, 2])
def test_list_costs_the_same_whatever_its_length(cast, sign_in, more, django_assert_num_queries):
    for number in range(more):
        make_member(f"Ngô Văn {number}", cast.cell)
    client = sign_in(cast.secretary)
    names(client, cast.cell)
    with django_assert_num_queries(11):
        names(client, cast.cell)


def test_member_is_entered_by_form(cast, sign_in):
    answer = sign_in(cast.secretary).post(reverse("people:add_member", args=[cast.cell.pk]), TYPED)
    assert answer.url == reverse("people:members", args=[cast.cell.pk])
    member = PartyMembership.objects.get(person__full_name="Võ Thị Tám")
    assert (member.cell, member.probationary_from, member.full_from, member.party_path) == (
        cast.cell,
        DAY(2015, 2, 1),
        None,
        "/duk/may/may.1/",
    )
    assert Entry.objects.filter(subject_name="Võ Thị Tám").values_list("verb", "scope_path").first() == (
        "party_membership.add",
        "/duk/may/may.1/",
    )


def test_days_out_of_order_are_refused_together(cast, sign_in):
    typed = TYPED | {"full_from": "1/1/2014", "in_cell_since": "1/1/2013"}
    answer = sign_in(cast.secretary).post(reverse("people:add_member", args=[cast.cell.pk]), typed)
    assert answer.context["form"].non_field_errors() == [
        "Ngày chính thức không được trước ngày vào Đảng.",
        "Ngày về chi bộ không được trước ngày vào Đảng.",
    ]
    assert names(sign_in(cast.secretary), cast.cell) == ["Lê Thị Hoa", "Trần Văn Long", "Phạm Văn Mới"]


def test_probationer_becomes_a_full_member(cast, sign_in):
    member = cast.probationer.party_memberships.get()
    typed = {"probationary_from": "01/01/2024", "full_from": "01/01/2025", "in_cell_since": ""}
    sign_in(cast.secretary).post(reverse("people:change_member", args=[member.pk]), typed)
    member.refresh_from_db()
    assert member.full_from == DAY(2025, 1, 1)


def test_member_who_left_is_shown_only_when_asked(cast, sign_in):
    member = cast.mentor.party_memberships.get()
    client = sign_in(cast.secretary)
    client.post(reverse("people:end_member", args=[member.pk]), {"on": "1/6/2025"})
    assert names(client, cast.cell) == ["Lê Thị Hoa", "Phạm Văn Mới"]
    assert names(client, cast.cell, ended=1) == ["Lê Thị Hoa", "Trần Văn Long", "Phạm Văn Mới"]
    with pytest.raises(Refused):
        party.end_party_member(member, actor=cast.secretary, on=DAY(2025, 7, 1))


def test_committee_has_no_members_of_its_own(cast):
    with pytest.raises(Refused) as refusal:
        party.add_party_member(
            cast.committee,
            actor=cast.base_officer,
            full_name="Võ Thị Tám",
            sex="female",
            born=dates.parse("1980"),
            probationary_from=DAY(2015, 2, 1),
        )
    assert refusal.value.findings == ["Đảng bộ Công ty May không phải là chi bộ."]


@pytest.mark.parametrize("who", ["stranger", "leader", "unionist", "inspector", "admin", "trainer"])
def test_others_may_not_end_a_membership(cast, who):
    with pytest.raises(PermissionDenied):
        party.end_party_member(cast.mentor.party_memberships.get(), actor=getattr(cast, who), on=DAY(2025, 6, 1))
