"""Targets go down the lines: set by whoever stands above, floors that are shown and never refused (QUO-5)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from audit.models import Entry
from organizations.models import Role
from reports.actions import Change, Conflict, set_targets
from reports.models import Target
from tests.cast import make_user

DECISION = "12-QĐ/ĐUK, 05/01/2026"


def change(unit, value, *, before=None, kind="admission", dimension="all"):
    return Change(unit, kind, dimension, before, value)


def standing():
    return {(target.organization.code, target.kind, target.dimension): target.value for target in Target.objects.all()}


def write(actor, *changes, year=2026):
    return set_targets(changes, actor=actor, year=year, decision=DECISION)


def test_target_is_written_changed_and_taken_back_with_its_trace(cast):
    write(cast.officer, change(cast.committee, 6), change(cast.committee, 4, dimension="workers"))
    write(
        cast.officer, change(cast.committee, 8, before=6), change(cast.committee, None, before=4, dimension="workers")
    )
    assert standing() == {("MAY", "admission", "all"): 8}
    assert [
        (entry.subject_name, entry.details["year"], entry.details["decision"], entry.details["changes"])
        for entry in Entry.objects.filter(verb="target.set").order_by("pk")
    ] == [
        ("Đảng bộ Công ty May", 2026, DECISION, [
            {"kind": "admission", "dimension": "all", "before": None, "after": 6},
            {"kind": "admission", "dimension": "workers", "before": None, "after": 4},
        ]),
        ("Đảng bộ Công ty May", 2026, DECISION, [
            {"kind": "admission", "dimension": "all", "before": 6, "after": 8},
            {"kind": "admission", "dimension": "workers", "before": 4, "after": None},
        ]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "unit"),
    [
        ("base_officer", "committee"),  # its own: the superior sets it
        ("base_officer", "foreign_cell"),
        ("secretary", "cell"),
        ("leader", "committee"),
        ("officer", "union"),  # the other line
        ("unionist", "union"),
        ("unionist", "rival_union"),
    ],
)
def test_who_does_not_stand_above_sets_nothing(cast, who, unit):
    with pytest.raises(PermissionDenied):
        write(getattr(cast, who), change(getattr(cast, unit), 3))
    assert standing() == {}


def test_upper_union_sets_the_nominations_of_its_base_unions(cast):
    above = make_user("lien-doan", Role.UNION_OFFICER, cast.federation)
    write(above, change(cast.union, 9, kind="nomination"), change(cast.rival_union, 4, kind="nomination"))
    assert standing() == {("CD-MAY", "nomination", "all"): 9, ("CD-KHAC", "nomination", "all"): 4}


def test_one_forbidden_cell_stops_the_whole_sheet(cast):
    with pytest.raises(PermissionDenied):
        write(cast.base_officer, change(cast.cell, 3), change(cast.foreign_cell, 3))
    assert standing() == {}


def test_what_someone_else_changed_meanwhile_is_not_overwritten(cast):
    write(cast.officer, change(cast.committee, 6))
    with pytest.raises(Conflict) as conflict:
        write(cast.officer, change(cast.foreign_cell, 2), change(cast.committee, 9, before=None))
    assert [(one.organization, target.value) for one, target in conflict.value.targets] == [(cast.committee, 6)]
    assert standing() == {("MAY", "admission", "all"): 6}


def cell(unit, kind="admission", group="all"):
    return f"t-{unit.pk}-{kind}-{group}"


def sheet(*typed, shown=()):
    """A posted sheet: (unit, text) typed, and what the page showed of it."""
    data = {"decision": DECISION}
    for unit, text in typed:
        data[cell(unit)] = text
        data[f"initial-{cell(unit)}"] = dict(shown).get(unit, "")
    return data


def test_sheet_writes_what_was_typed_and_shows_what_is_left(cast, sign_in):
    write(cast.officer, change(cast.root, 10))
    client = sign_in(cast.officer)
    address = reverse("reports:targets") + "?year=2026"
    answer = client.post(address, sheet((cast.committee, "6"), (cast.foreign_cell, "1")), follow=True)
    page = answer.content.decode()
    assert standing() == {
        ("DUK", "admission", "all"): 10,
        ("MAY", "admission", "all"): 6,
        ("SO", "admission", "all"): 1,
    }
    assert ("Đã lưu 2 ô chỉ tiêu" in page, "Còn 3 chưa giao" in page) == (True, True)


def test_more_than_the_target_may_be_given_out(cast, sign_in):
    write(cast.officer, change(cast.root, 5))
    answer = sign_in(cast.officer).post(
        reverse("reports:targets") + "?year=2026", sheet((cast.committee, "7")), follow=True
    )
    assert "Giao vượt 2" in answer.content.decode()


def test_wrong_cell_keeps_everything_typed(cast, sign_in):
    answer = sign_in(cast.officer).post(
        reverse("reports:targets") + "?year=2026", sheet((cast.committee, "sáu"), (cast.foreign_cell, "1"))
    )
    page = answer.content.decode()
    assert (answer.status_code, 'value="sáu"' in page, standing()) == (422, True, {})


def test_conflict_is_told_with_who_and_what_and_can_then_be_settled(cast, sign_in):
    write(cast.officer, change(cast.committee, 6))
    client = sign_in(cast.officer)
    address = reverse("reports:targets") + "?year=2026"
    answer = client.post(address, sheet((cast.committee, "9")))
    page = answer.content.decode()
    assert (answer.status_code, "Đảng bộ Công ty May: ban-to-chuc vừa sửa ô này thành 6" in page) == (422, True)
    assert f'name="initial-{cell(cast.committee)}" value="6"' in page
    client.post(address, sheet((cast.committee, "9"), shown=[(cast.committee, "6")]))
    assert standing() == {("MAY", "admission", "all"): 9}


def test_union_line_sees_its_own_ladder_alone(cast, sign_in):
    Target.objects.create(organization=cast.union, year=2026, kind="nomination", value=77)
    Target.objects.create(organization=cast.rival_union, year=2026, kind="nomination", value=88)
    Target.objects.create(organization=cast.committee, year=2026, kind="admission", value=99)
    client = sign_in(cast.unionist)
    page = client.get(reverse("reports:targets") + "?year=2026").content.decode()
    assert [number in page for number in ("77", ">88<", ">99<")] == [True, False, False]
    assert "Lưu chỉ tiêu" not in page
    others = [client.get(f"{reverse('reports:targets')}?unit={unit.pk}") for unit in (cast.rival_union, cast.committee)]
    assert [answer.status_code for answer in others] == [404, 404]


def test_sheet_asks_the_same_queries_whatever_stands_beneath(cast, sign_in, django_assert_num_queries):
    client = sign_in(cast.officer)
    for number in (1, 3):
        for n in range(number):
            Target.objects.update_or_create(
                organization=(cast.committee, cast.foreign_cell, cast.root)[n], year=2026, kind="admission", value=n
            )
        with django_assert_num_queries(9):
            client.get(reverse("reports:targets") + "?year=2026")


def test_more_workers_than_the_whole_is_written_and_told(cast, sign_in):
    address = reverse("reports:targets") + "?year=2026"
    write(cast.officer, change(cast.committee, 6), change(cast.foreign_cell, 2))
    workers = cell(cast.committee, group="workers")
    client = sign_in(cast.officer)
    answer = client.post(address, {"decision": DECISION, workers: "7", f"initial-{workers}": ""}, follow=True)
    rows = answer.context["form"].rows
    assert standing()[("MAY", "admission", "workers")] == 7
    assert {one.name: one.warning for row in rows for one in row.cells if one.warning} == {workers: "Lớn hơn tổng số 6"}
    assert "Lớn hơn tổng số 6" in answer.content.decode()
