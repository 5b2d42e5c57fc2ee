"""The tree, the page of a unit, its acts, the registers."""

import pytest
from django.urls import reverse

from organizations import actions
from organizations.models import Enterprise, HolidayOverride, Organization
from organizations.tree import rows
from tests.cast import DAY, make_organization

ON = DAY(2025, 6, 1)


def page(client, name, *args, **query):
    answer = client.get(reverse(f"organizations:{name}", args=args), query)
    assert answer.status_code == 200
    return answer


def errors(answer):
    return answer.context["form"].errors


def test_tree_shows_the_branch_of_the_office_alone(cast, sign_in):
    answer = page(sign_in(cast.base_officer), "list")
    assert [row.unit.name for row in answer.context["rows"]] == [
        "Đảng bộ Công ty May",
        "Chi bộ Xưởng 1",
        "Chi bộ Xưởng 2",
    ]
    assert "Sở Công Thương" not in answer.content.decode()


def test_rows_close_every_branch_they_open(cast):
    shown = rows(Organization.objects.party())
    assert [(row.unit.code, row.depth, row.has_children, row.closes) for row in shown] == [
        ("DUK", 0, True, 0),
        ("MAY", 1, True, 0),
        ("MAY.1", 2, False, 0),
        ("MAY.2", 2, False, 1),
        ("SO", 1, False, 1),
    ]


def test_rows_without_their_parent_stand_at_the_first_level(cast):
    shown = rows(Organization.objects.filter(kind="union_base"))
    assert [(row.unit.code, row.depth, row.closes) for row in shown] == [("CD-KHAC", 0, 0), ("CD-MAY", 0, 0)]


@pytest.mark.parametrize("text", ["xuong 1", "Xưởng 1", "MAY.1", "1 XUONG"])
def test_unit_is_found_without_accents_by_name_and_code(cast, sign_in, text):
    for unit in (cast.cell, cast.other_cell):
        actions.change_facts(unit, actor=None, on=ON, short_name=f"CB {unit.code}")
    assert page(sign_in(cast.officer), "list", q=text).context["found"] == [cast.cell]


def test_search_does_not_reach_beyond_the_office(cast, sign_in):
    assert page(sign_in(cast.secretary), "list", q="so cong thuong").context["found"] == []


def test_tree_shows_the_latest_strength(cast, sign_in):
    for on, members in ((DAY(2023, 12, 31), 10), (DAY(2024, 12, 31), 12)):
        actions.record_strength(cast.cell, actor=None, on=on, members=members, worker_members=2)
    shown = page(sign_in(cast.secretary), "list").context["rows"]
    assert [(row.unit.strength.members, row.unit.strength.worker_members) for row in shown] == [(12, 2)]


@pytest.mark.parametrize("more", [0, 2])
def test_tree_costs_the_same_whatever_its_size(cast, sign_in, more, django_assert_num_queries):
    for number in range(more):
        unit = make_organization(f"MAY.9{number}", parent=cast.committee)
        actions.record_strength(unit, actor=None, on=ON, members=5)
    client = sign_in(cast.officer)
    page(client, "list")
    # Session, user, offices, the scope's two and its savepoint's two; then the units and their strengths.
    with django_assert_num_queries(9):
        page(client, "list")


@pytest.mark.parametrize("more", [0, 2])
def test_unit_page_costs_the_same_whatever_hangs_on_it(cast, sign_in, more, django_assert_num_queries):
    for number in range(1 + more):
        unit = make_organization(f"MAY.9{number}", parent=cast.committee)
        actions.record_strength(unit, actor=None, on=ON, members=5)
        actions.rename(cast.committee, name=f"Đảng bộ {number}", actor=None, on=DAY(2025, 1, 1 + number))
        actions.record_strength(cast.committee, actor=None, on=DAY(2020 + number, 1, 1), members=5)
    client = sign_in(cast.officer)
    page(client, "detail", cast.committee.pk)
    with django_assert_num_queries(16):
        page(client, "detail", cast.committee.pk)


def test_unit_page_shows_history_offices_and_unions_beside(cast, sign_in):
    actions.rename(cast.committee, name="Đảng bộ Công ty CP May", actor=None, on=ON)
    context = page(sign_in(cast.officer), "detail", cast.committee.pk).context
    assert [placement.name for placement in context["placements"]] == ["Đảng bộ Công ty CP May", "Đảng bộ Công ty May"]
    assert [office.user for office in context["offices"]] == [cast.base_officer]
    assert list(context["beside"]) == [cast.union]
    assert context["children"] == [cast.cell, cast.other_cell]


def test_rename_by_form_returns_to_the_unit(cast, sign_in):
    answer = sign_in(cast.officer).post(
        reverse("organizations:rename", args=[cast.cell.pk]),
        {"name": "Chi bộ Phân xưởng I", "short_name": "", "on": "1/6/25", "decision": "QĐ 12"},
    )
    assert answer.url == reverse("organizations:detail", args=[cast.cell.pk])
    cast.cell.refresh_from_db()
    assert cast.cell.name == "Chi bộ Phân xưởng I"


def test_refusal_stays_on_the_form_with_what_was_typed(cast, sign_in):
    answer = sign_in(cast.officer).post(
        reverse("organizations:rename", args=[cast.cell.pk]),
        {"name": "Tên mới", "short_name": "", "on": "01/01/1999", "decision": "QĐ 12"},
    )
    assert errors(answer) == {
        "__all__": ["Ngày có hiệu lực không được trước ngày 01/01/2000 của lần thay đổi gần nhất."]
    }
    assert answer.context["form"]["name"].value() == "Tên mới"


def test_day_to_come_is_refused(cast, sign_in):
    answer = sign_in(cast.officer).post(
        reverse("organizations:rename", args=[cast.cell.pk]), {"name": "Tên mới", "on": "01/01/2999"}
    )
    assert errors(answer) == {"on": ["Ngày này chưa đến."]}


def test_move_offers_only_units_it_may_stand_under(cast, sign_in):
    other = make_organization("GIAY", parent=cast.root, kind="base_committee")
    form = page(sign_in(cast.officer), "move", cast.cell.pk).context["form"]
    assert set(form.fields["parent"].queryset) == {cast.committee, other}


def test_move_to_a_unit_that_was_not_offered_is_refused(cast, sign_in):
    answer = sign_in(cast.officer).post(
        reverse("organizations:move", args=[cast.cell.pk]), {"parent": cast.federation.pk, "on": "01/06/2025"}
    )
    assert list(errors(answer)) == ["parent"]


def test_cell_is_founded_by_form(cast, sign_in):
    fields = {"kind": "cell", "code": "MAY.3", "name": "Chi bộ Xưởng 3", "on": "01062025"}
    sign_in(cast.officer).post(reverse("organizations:create", args=[cast.committee.pk]), fields)
    assert Organization.objects.filter(code="MAY.3").values_list("path", "founded_on").get() == ("/duk/may/may.3/", ON)


def test_youth_union_is_founded_beside_by_form(cast, sign_in):
    upper = make_organization("TD", kind="youth_upper", line="youth_union")
    fields = {"kind": "youth_base", "code": "DTN-SO", "name": "Đoàn Sở", "on": "01/06/2025", "upper": upper.pk}
    sign_in(cast.officer).post(reverse("organizations:create", args=[cast.foreign_cell.pk]), fields)
    unit = Organization.objects.get(code="DTN-SO")
    assert (unit.path, unit.party_unit, unit.line) == ("/td/dtn-so/", cast.foreign_cell, "youth_union")


@pytest.mark.parametrize(
    ("name", "unit", "fields", "column", "expected"),
    [
        ("delegate", "committee", {"delegated": "1", "on": "01/06/2025", "decision": "QĐ 15"}, "is_delegated", True),
        ("reclassify", "foreign_cell", {"kind": "base_committee", "on": "01/06/2025", "decision": "QĐ"}, "kind",
         "base_committee"),
        ("change_facts", "cell", {"short_name": "CB1", "sector": "state"}, "sector", "state"),
        ("set_enterprise", "cell", {"enterprise": ""}, "enterprise", None),
    ],
)  # fmt: skip
def test_acts_by_form(cast, sign_in, name, unit, fields, column, expected):
    unit = getattr(cast, unit)
    answer = sign_in(cast.officer).post(reverse(f"organizations:{name}", args=[unit.pk]), fields)
    assert answer.status_code == 302
    unit.refresh_from_db()
    assert getattr(unit, column) == expected


def test_strength_by_form_with_a_part_beyond_its_whole(cast, sign_in):
    figures = {"on": "31/12/2024", "members": 3, "worker_members": 5, "employees": 0, "direct_workers": 0}
    answer = sign_in(cast.officer).post(reverse("organizations:record_strength", args=[cast.cell.pk]), figures)
    assert errors(answer) == {"__all__": ["Đảng viên là công nhân nhiều hơn tổng số đảng viên."]}


def test_enterprises_are_filtered_in_the_address(cast, sign_in):
    actions.register_enterprise(code="GIAY", name="Công ty Giày", actor=None, on=ON)
    answer = page(sign_in(cast.secretary), "enterprises", q="giay")
    assert [row.record.code for row in answer.context["table"].rows] == ["GIAY"]


@pytest.mark.parametrize("more", [0, 2])
def test_register_costs_the_same_whatever_its_size(cast, sign_in, more, django_assert_num_queries):
    for number in range(more):
        actions.register_enterprise(code=f"X{number}", name=f"Công ty {number}", actor=None, on=ON)
    client = sign_in(cast.officer)
    page(client, "enterprises")
    with django_assert_num_queries(9):
        page(client, "enterprises")


def test_enterprise_is_added_once(cast, sign_in):
    client = sign_in(cast.officer)
    fields = {"code": "may", "name": "Công ty khác", "industry": "", "place": "", "area": ""}
    answer = client.post(reverse("organizations:create_enterprise"), fields)
    assert errors(answer) == {"__all__": ["Mã may đã có trong danh mục."]}
    client.post(reverse("organizations:create_enterprise"), fields | {"code": "KHAC"})
    assert set(Enterprise.objects.values_list("code", flat=True)) == {"MAY", "KHAC"}


def test_enterprise_page_shows_units_within_scope_alone(cast, sign_in):
    answer = page(sign_in(cast.unionist), "enterprise", cast.enterprise.pk)
    assert list(answer.context["units"]) == [cast.union]


def test_day_is_declared_and_withdrawn_by_form(cast, sign_in):
    client = sign_in(cast.officer)
    fields = {"on_day": "2/5/2025", "is_working": "0", "reason": "Hoán đổi", "source": "TB 6150"}
    client.post(reverse("organizations:holidays"), fields)
    override = HolidayOverride.objects.get()
    assert (override.on, override.is_working) == (DAY(2025, 5, 2), False)
    client.post(reverse("organizations:withdraw_holiday", args=[override.pk]))
    assert HolidayOverride.objects.count() == 0
