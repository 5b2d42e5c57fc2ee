"""The command that takes in the workbook of organisations, with the targets beside them."""

from pathlib import Path

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command
from django.db.models import Q

from organizations.models import Organization, Strength
from organizations.scope import whole
from reports.models import Target

WORKBOOK = Path(__file__).parents[2] / "organizations" / "data" / "organizations.xlsx"
HEADINGS = ["Mã", "Tên tổ chức", "Loại", "Trực thuộc", "Chỉ tiêu kết nạp 2027", "Chỉ tiêu CĐ giới thiệu 2027"]
ROOT = ["DUK", "Đảng bộ Khối", "dang_bo_cap_tren", "", "", ""]

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(tmp_path):
    """sheet(*rows) writes a workbook of the rows beneath the headings and returns its path."""

    def make(*rows):
        path = tmp_path / "to-chuc.xlsx"
        book = xlsxwriter.Workbook(path)
        page = book.add_worksheet()
        for line, row in enumerate([HEADINGS, *rows]):
            page.write_row(line, 0, row)
        book.close()
        return path

    return make


def told(capsys, *arguments):
    call_command("import_organizations", *arguments)
    return capsys.readouterr().out


def test_the_whole_workbook_is_taken_in_and_a_second_run_adds_nothing(capsys):
    assert told(capsys, WORKBOOK) == (
        "285 tổ chức đảng trong bảng: 285 mới, 0 đổi tên, 0 chuyển, 0 đổi loại, 0 sửa; "
        "41 doanh nghiệp, 86 đoàn thể, 83 số liệu, 249 chỉ tiêu mới.\n"
    )
    assert told(capsys, WORKBOOK) == (
        "285 tổ chức đảng trong bảng: 0 mới, 0 đổi tên, 0 chuyển, 0 đổi loại, 0 sửa; "
        "0 doanh nghiệp, 0 đoàn thể, 0 số liệu, 0 chỉ tiêu mới.\n"
    )
    with whole():
        kinds = [Organization.objects.filter(kind=kind).count() for kind in Organization.Kind.values]
        of_unit = Q(organization__code="TC79") | Q(organization__party_unit__code="TC79")
        targets = Target.objects.filter(of_unit, year=2026).order_by("kind", "dimension")
        assert list(targets.values_list("kind", "dimension", "value")) == [
            ("admission", "all", 3),
            ("admission", "workers", 5),
            ("nomination", "all", 11),
        ]
    assert dict(zip(Organization.Kind.values, kinds, strict=True)) == {
        "root": 1,
        "base_committee": 41,
        "base_cell": 42,
        "sectional_committee": 0,
        "cell": 201,
        "union_upper": 1,
        "union_base": 37,
        "youth_upper": 1,
        "youth_base": 47,
    }
    assert sum(Strength.objects.values_list("members", flat=True)) == 5437


def test_targets_are_of_the_year_that_the_headings_name(capsys, sheet):
    unit = ["A", "Chi bộ A", "chi_bo_co_so", "DUK"]
    told(capsys, sheet(ROOT, [*unit, 3, ""]))
    told(capsys, sheet(ROOT, [*unit, 4, 0]))
    with whole():
        rows = Target.objects.values_list("organization__code", "year", "kind", "dimension", "value", "decision")
        assert list(rows) == [
            ("A", 2027, "admission", "all", 4, "to-chuc.xlsx"),
            ("A", 2027, "nomination", "all", 0, "to-chuc.xlsx"),
        ]


def test_a_broken_tree_is_told_and_nothing_is_written(sheet):
    path = sheet(ROOT, ["A", "Chi bộ A", "chi_bo_co_so", "DUK", 1, 1], ["B", "Chi bộ B", "chi_bo_co_so", "X", "", ""])
    with pytest.raises(CommandError) as refusal:
        call_command("import_organizations", path)
    assert str(refusal.value) == "Không nhập gì.\nDòng 4 (B): Không có tổ chức cấp trên mang mã “X”."
    assert Organization.objects.count() == 0


def test_what_the_trees_refuse_is_told_and_nothing_is_written(sheet):
    call_command("import_organizations", sheet(ROOT), "--on", "2026-01-01")
    Organization.objects.filter(code="DUK").update(closed_on="2026-01-02")
    before = list(Organization.objects.values())
    with pytest.raises(CommandError, match=r"^Không nhập gì\.\nĐảng bộ Khối đã kết thúc"):
        call_command("import_organizations", sheet(ROOT, ["B", "Chi bộ B", "chi_bo_co_so", "DUK", 1, 1]))
    assert list(Organization.objects.values()) == before


def test_a_file_that_is_no_workbook_is_told(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    with pytest.raises(CommandError, match="nội dung là csv"):
        call_command("import_organizations", path)


def test_what_a_union_is_to_introduce_is_the_target_of_the_union_itself():
    call_command("import_organizations", WORKBOOK)
    with whole():
        held = Target.objects.filter(kind="nomination", year=2026)
        assert list(held.filter(organization__party_unit__code="TC83").values_list("value", flat=True)) == [4]
        assert not held.filter(organization__code="TC83").exists()
