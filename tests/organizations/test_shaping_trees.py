"""Founding, renaming, moving, reclassifying, closing and merging units."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from organizations import actions
from organizations.models import Organization, Placement
from organizations.permissions import interval_of
from organizations.scope import armed
from people.models import Person
from tests.cast import DAY, LONG_AGO, make_candidate, make_organization, make_user, make_worker

ON = DAY(2025, 6, 1)
Kind = Organization.Kind


def findings(act, *args, **kwargs):
    with pytest.raises(actions.Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.findings


def history(unit):
    return [(row.name, row.parent, row.from_on, row.to_on) for row in unit.placements.order_by("from_on")]


def test_founded_unit_stands_beneath_its_parent(cast):
    unit = actions.create_organization(
        parent=cast.committee, kind=Kind.CELL, code="MAY.3", name="Chi bộ Xưởng 3", actor=cast.officer, on=ON
    )
    assert (unit.path, unit.line, unit.founded_on) == ("/duk/may/may.3/", "party", ON)
    assert unit.search_text == "chi bo xuong 3 mai 3"
    assert history(unit) == [("Chi bộ Xưởng 3", cast.committee, ON, None)]


@pytest.mark.parametrize(
    ("kind", "parent", "code", "expected"),
    [
        (Kind.CELL, "root", "X", ["Chi bộ trực thuộc không thể trực thuộc Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh"
                                  " (Đảng bộ cấp trên trực tiếp)."]),
        (Kind.UNION_BASE, "root", "X", ["Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh thuộc hệ thống tổ chức khác."]),
        (Kind.BASE_CELL, "root", "may", ["Mã may đã có tổ chức khác dùng."]),
        (Kind.BASE_CELL, "root", "a/b", ["Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang và gạch dưới."]),
    ],
)  # fmt: skip
def test_unit_that_cannot_stand_there_is_refused(cast, kind, parent, code, expected):
    assert (
        findings(
            actions.create_organization,
            parent=getattr(cast, parent),
            kind=kind,
            code=code,
            name="Tổ chức",
            actor=cast.officer,
            on=ON,
        )
        == expected
    )


def test_only_the_top_of_a_tree_has_no_parent(cast):
    assert findings(
        actions.create_organization, parent=None, kind=Kind.CELL, code="X", name="X", actor=None, on=ON
    ) == ["Chi bộ trực thuộc phải trực thuộc một tổ chức cấp trên."]


def test_union_is_founded_by_whoever_manages_the_party_unit_it_stands_beside(cast):
    union = actions.create_organization(
        parent=cast.federation,
        kind=Kind.UNION_BASE,
        code="CD-SO",
        name="Công đoàn Sở",
        party_unit=cast.foreign_cell,
        actor=cast.officer,
        on=ON,
    )
    assert Entry.objects.filter(verb="organization.create").values_list("subject_id", "scope_path").get() == (
        str(union.pk),
        "/duk/so/",
    )


def test_rename_keeps_the_old_name_for_the_old_days(cast):
    unit = actions.rename(cast.cell, name="Chi bộ Phân xưởng I", actor=cast.officer, on=ON, decision="QĐ 12")
    assert (unit.name, unit.path, unit.search_text) == (
        "Chi bộ Phân xưởng I",
        "/duk/may/may.1/",
        "chi bo phan xuong i mai 1",
    )
    assert history(unit) == [
        ("Chi bộ Xưởng 1", cast.committee, LONG_AGO, DAY(2025, 5, 31)),
        ("Chi bộ Phân xưởng I", cast.committee, ON, None),
    ]


def test_rename_of_the_same_day_corrects(cast):
    actions.rename(cast.cell, name="Chi bộ sai", actor=cast.officer, on=ON)
    unit = actions.rename(cast.cell, name="Chi bộ đúng", actor=cast.officer, on=ON)
    assert [row[0] for row in history(unit)] == ["Chi bộ Xưởng 1", "Chi bộ đúng"]


def test_change_before_the_last_change_is_refused(cast):
    actions.rename(cast.cell, name="Chi bộ mới", actor=cast.officer, on=ON)
    assert findings(actions.rename, cast.cell, name="Cũ", actor=cast.officer, on=DAY(2025, 5, 1)) == [
        "Ngày có hiệu lực không được trước ngày 01/06/2025 của lần thay đổi gần nhất."
    ]


def test_move_takes_along_units_and_persons_beneath(cast):
    other = make_organization("GIAY", parent=cast.root, kind=Kind.BASE_COMMITTEE, name="Đảng bộ Công ty Giày")
    section = make_organization("BP", parent=cast.committee, kind=Kind.SECTIONAL_COMMITTEE, name="Đảng bộ bộ phận")
    cell = make_organization("BP.1", parent=section, name="Chi bộ Cắt")
    worker = make_worker("Võ Thị Tám", cast.enterprise, unit=cell, introduced_by=cast.union)
    candidate = make_candidate("Lý Văn Chín", unit=cell)
    unit = actions.move(section, parent=other, actor=cast.officer, on=ON, decision="QĐ 34")
    assert (unit.parent, unit.path) == (other, "/duk/giay/bp/")
    for row in (cell, worker, candidate, candidate.person):
        row.refresh_from_db()
    assert cell.path == "/duk/giay/bp/bp.1/"
    assert {worker.party_path, candidate.party_path, candidate.person.party_path} == {"/duk/giay/bp/bp.1/"}
    assert worker.employments.get().party_path == "/duk/giay/bp/bp.1/"
    assert worker.mass_path == "/ldld/cd-may/"
    assert history(unit) == [
        ("Đảng bộ bộ phận", cast.committee, LONG_AGO, DAY(2025, 5, 31)),
        ("Đảng bộ bộ phận", other, ON, None),
    ]
    assert Entry.objects.get(verb="organization.move").details == {
        "on": "2025-06-01",
        "decision": "QĐ 34",
        "before": "Đảng bộ Công ty May",
        "after": "Đảng bộ Công ty Giày",
        "path_before": "/duk/may/bp/",
    }


def test_move_by_one_who_sees_no_person_takes_the_persons_along(cast):
    other = make_organization("GIAY", parent=cast.root, kind=Kind.BASE_COMMITTEE, name="Đảng bộ Công ty Giày")
    with armed(interval_of(cast.admin.acting)):
        assert Person.objects.count() == 0
        actions.move(cast.cell, parent=other, actor=cast.admin, on=ON)
    assert Person.objects.get(pk=cast.mentor.pk).party_path == "/duk/giay/may.1/"


@pytest.mark.parametrize(
    ("unit", "parent", "expected"),
    [
        ("committee", "cell", ["Không thể chuyển Đảng bộ Công ty May về chính nó hoặc về tổ chức trực thuộc nó."]),
        ("committee", "committee", ["Không thể chuyển Đảng bộ Công ty May về chính nó hoặc về tổ chức trực thuộc nó."]),
        ("cell", "committee", ["Chi bộ Xưởng 1 đang trực thuộc Đảng bộ Công ty May."]),
        ("cell", "other_cell", ["Chi bộ trực thuộc không thể trực thuộc Chi bộ Xưởng 2 (Chi bộ trực thuộc)."]),
        ("union", "root", ["Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh thuộc hệ thống tổ chức khác."]),
    ],
)
def test_move_that_breaks_the_tree_is_refused(cast, unit, parent, expected):
    assert findings(actions.move, getattr(cast, unit), parent=getattr(cast, parent), actor=cast.officer, on=ON) == (
        expected
    )
    assert Placement.objects.filter(from_on=ON).count() == 0


def test_move_to_a_place_that_is_not_managed_is_forbidden(cast):
    manager = make_user("quan-tri-may", "administrator", cast.committee)
    with pytest.raises(PermissionDenied):
        actions.move(cast.cell, parent=cast.root, actor=manager, on=ON)


@pytest.mark.parametrize("who", ["secretary", "base_officer", "leader", "unionist", "inspector", "stranger", "nobody"])
def test_others_may_not_shape_the_tree(cast, who):
    with pytest.raises(PermissionDenied):
        actions.rename(cast.cell, name="Khác", actor=getattr(cast, who), on=ON)


def test_base_cell_grows_into_a_committee(cast):
    unit = actions.reclassify(cast.foreign_cell, kind=Kind.BASE_COMMITTEE, actor=cast.officer, on=ON, decision="QĐ 5")
    assert unit.kind == Kind.BASE_COMMITTEE
    assert list(unit.placements.order_by("from_on").values_list("kind", flat=True)) == ["base_cell", "base_committee"]


def test_committee_with_cells_cannot_become_a_cell(cast):
    assert findings(
        actions.reclassify, cast.committee, kind=Kind.BASE_CELL, actor=cast.officer, on=ON, decision="QĐ 5"
    ) == [
        "Chi bộ Xưởng 1 không thể trực thuộc loại tổ chức này.",
        "Chi bộ Xưởng 2 không thể trực thuộc loại tổ chức này.",
    ]


def test_close_lists_the_units_that_are_still_open(cast):
    assert findings(actions.close, cast.committee, actor=cast.officer, on=ON) == [
        "Còn tổ chức trực thuộc đang hoạt động: Chi bộ Xưởng 1.",
        "Còn tổ chức trực thuộc đang hoạt động: Chi bộ Xưởng 2.",
    ]
    cast.committee.refresh_from_db()
    assert cast.committee.closed_on is None


def test_close_ends_offices_and_history(cast):
    unit = actions.close(cast.cell, actor=cast.officer, on=ON, successor=cast.other_cell, decision="QĐ 9")
    cast.secretary.acting.refresh_from_db()
    assert (unit.closed_on, unit.successor, cast.secretary.acting.to_on) == (ON, cast.other_cell, ON)
    assert history(unit) == [("Chi bộ Xưởng 1", cast.committee, LONG_AGO, ON)]


def test_closed_unit_is_left_alone(cast):
    actions.close(cast.cell, actor=cast.officer, on=ON)
    assert findings(actions.rename, cast.cell, name="Khác", actor=cast.officer, on=DAY(2025, 7, 1)) == [
        "Chi bộ Xưởng 1 đã kết thúc hoạt động từ ngày 01/06/2025."
    ]


def test_merge_moves_the_cells_and_the_unions_beside(cast):
    heir = make_organization("GIAY", parent=cast.root, kind=Kind.BASE_COMMITTEE, name="Đảng bộ Công ty Giày")
    unit = actions.merge(cast.committee, into=heir, actor=cast.officer, on=ON, decision="QĐ 7")
    for row in (cast.cell, cast.other_cell, cast.union):
        row.refresh_from_db()
    assert (unit.closed_on, unit.successor) == (ON, heir)
    assert (cast.cell.path, cast.other_cell.path) == ("/duk/giay/may.1/", "/duk/giay/may.2/")
    assert cast.union.party_unit == heir
    assert Person.objects.get(pk=cast.mentor.pk).party_path == "/duk/giay/may.1/"


def test_merge_that_is_refused_moves_nothing(cast):
    assert findings(
        actions.merge, cast.committee, into=cast.foreign_cell, actor=cast.officer, on=ON, decision="QĐ 7"
    ) == ["Chi bộ trực thuộc không thể trực thuộc Chi bộ Sở Công Thương (Chi bộ cơ sở)."]
    cast.cell.refresh_from_db()
    assert cast.cell.parent == cast.committee
