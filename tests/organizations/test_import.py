"""The workbook of organisations: proved to be a tree, then written through the acts of the trees."""

import datetime
from pathlib import Path

import pytest

from audit.models import Entry
from exchange.layouts import UnknownLayout
from exchange.reading import read
from organizations.imports.tree import BrokenTree, read_table
from organizations.imports.writing import write_table
from organizations.models import Enterprise, Organization, Placement, Strength

WORKBOOK = Path(__file__).parents[2] / "organizations" / "data" / "organizations.xlsx"
DAY = datetime.date
HEADINGS = [
    "Mã", "Tên tổ chức", "Loại", "Trực thuộc", "Khu vực", "Ngày thành lập", "Tổng số đảng viên",
    "ĐV là công nhân trực tiếp", "Tổng số lao động", "Công nhân trực tiếp sản xuất", "Có công đoàn", "Có Đoàn TN",
    "Chỉ tiêu kết nạp 2026", "Trong đó công nhân 2026", "Chỉ tiêu CĐ giới thiệu 2026",
]  # fmt: skip
ROOT = ["DUK", "Đảng bộ Khối tỉnh Bình Thuận", "dang_bo_cap_tren", "", "", "01/01/2003"]
AGENCY = ["TC01", "Chi bộ Sở Y tế", "chi_bo_co_so", "DUK", "co_quan", "08/12/2017", 26, 0, 0, 0, "", "x", 1, 0, 0]
MAY = [
    "TC43", "Đảng bộ Công ty Cổ phần May", "dang_bo_co_so", "DUK", "ngoai_nha_nuoc", "27/05/2004",
    103.0, 4.0, 610.0, 488.0, "x", "x", 3.0, 2.0, 4.0,
]  # fmt: skip
CELL = ["TC43.1", "Chi bộ Xưởng 1", "chi_bo_truc_thuoc", "TC43"]
SOUND = [ROOT, AGENCY, MAY, CELL]


def problems(*rows):
    with pytest.raises(BrokenTree) as refusal:
        read_table([HEADINGS, *rows])
    return [(problem.line, problem.code, problem.message) for problem in refusal.value.problems]


def but(row, **cells):
    places = {"code": 0, "name": 1, "kind": 2, "parent": 3, "sector": 4, "founded": 5, "members": 6, "workers": 7}
    row = [*row, *[""] * 8]
    for name, value in cells.items():
        row[places[name]] = value
    return row


def write(*rows, on=DAY(2026, 1, 15)):
    return write_table(read_table([HEADINGS, *rows]), actor=None, on=on)


def test_the_workbook_of_the_project_is_one_sound_tree():
    table = read_table(read(WORKBOOK).rows)
    kinds = [unit.kind for unit in table.units]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "root": 1,
        "base_committee": 41,
        "base_cell": 42,
        "cell": 201,
    }
    assert (table.year, table.units[0].code) == (2026, "DUK")
    strengths = [unit.strength for unit in table.units if unit.strength]
    assert (sum(one["members"] for one in strengths), sum(one["worker_members"] for one in strengths)) == (5437, 156)


def test_parents_come_before_children_whatever_the_order_of_the_rows():
    table = read_table([HEADINGS, CELL, MAY, AGENCY, ROOT])
    assert [unit.code for unit in table.units] == ["DUK", "TC43", "TC01", "TC43.1"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            [ROOT, but(AGENCY, parent="TC99")],
            [(3, "TC01", "Không có tổ chức cấp trên mang mã “TC99”.")],
        ),
        ([ROOT, AGENCY, but(AGENCY, code="tc01")], [(4, "tc01", "Mã này đã có ở dòng trên.")]),
        ([ROOT, but(ROOT, code="DUK2")], [(3, "DUK2", "Có hai tổ chức gốc: DUK và DUK2.")]),
        ([but(ROOT, parent="X")], [(2, "DUK", "Tổ chức gốc không trực thuộc tổ chức nào.")]),
        (
            [but(MAY, parent="TC43.1"), but(CELL, parent="TC43")],
            [
                (1, "", "Không có tổ chức gốc (đảng bộ cấp trên trực tiếp)."),
                (2, "TC43", "Tổ chức này trực thuộc chính nó, qua một hay nhiều cấp."),
                (3, "TC43.1", "Tổ chức này trực thuộc chính nó, qua một hay nhiều cấp."),
            ],
        ),
        ([ROOT, but(MAY, parent="TC43")], [(3, "TC43", "Tổ chức này trực thuộc chính nó, qua một hay nhiều cấp.")]),
        (
            [ROOT, AGENCY, but(CELL, parent="TC01")],
            [(4, "TC43.1", "Chi bộ trực thuộc không thể trực thuộc chi bộ cơ sở (TC01).")],
        ),
        (
            [ROOT, MAY, but(AGENCY, parent="TC43")],
            [(4, "TC01", "Chi bộ cơ sở không thể trực thuộc đảng bộ cơ sở (TC43).")],
        ),
        ([ROOT, but(AGENCY, kind="chi_doan")], [(3, "TC01", "Không có loại tổ chức “chi_doan”.")]),
        ([ROOT, but(AGENCY, sector="tu_nhan")], [(3, "TC01", "Không có khu vực “tu_nhan”.")]),
        ([ROOT, but(AGENCY, founded="31/02/2017")], [(3, "TC01", "“31/02/2017” không phải ngày thành lập.")]),
        (
            [ROOT, but(AGENCY, members="nhiều", name="")],
            [
                (3, "TC01", "Thiếu tên tổ chức."),
                (3, "TC01", "“nhiều” ở cột “Tổng số đảng viên” không phải số nguyên không âm."),
            ],
        ),
        (
            [ROOT, but(AGENCY, workers=27)],
            [(3, "TC01", "“ĐV là công nhân trực tiếp” lớn hơn “Tổng số đảng viên”.")],
        ),
        ([ROOT, but(AGENCY, code="TC/1")], [(3, "TC/1", "Mã trống hoặc có ký tự lạ.")]),
        (
            [ROOT, but(MAY, kind="?"), CELL],
            [(3, "TC43", "Không có loại tổ chức “?”.")],
        ),
        ([], [(1, "", "Không có tổ chức gốc (đảng bộ cấp trên trực tiếp).")]),
    ],
    ids=[
        "unknown parent", "code twice", "two roots", "root under something", "cycle", "its own parent",
        "cell under a cell", "base under base", "unknown kind", "unknown sector", "impossible date", "two slips",
        "part over whole", "bad code", "child of a refused row", "no row",
    ],
)  # fmt: skip
def test_a_broken_tree_is_refused_with_row_and_reason(rows, found):
    assert problems(*rows) == found


def test_another_sheet_is_refused():
    with pytest.raises(UnknownLayout, match="Thiếu cột: Trực thuộc"):
        read_table([["Mã", "Tên tổ chức", "Loại"], ["A", "B", "chi_bo_co_so"]])


@pytest.mark.django_db
def test_units_enterprises_and_mass_organisations_are_made():
    written = write(*SOUND)
    assert written.counts == {"created": 4, "enterprises": 1, "mass_created": 5, "strengths": 2}
    rows = Organization.objects.values_list("path", "name", "kind", "enterprise__code", "party_unit__code")
    assert list(rows) == [
        ("/duk/", "Đảng bộ Khối tỉnh Bình Thuận", "root", None, None),
        ("/duk/tc01/", "Chi bộ Sở Y tế", "base_cell", None, None),
        ("/duk/tc43/", "Đảng bộ Công ty Cổ phần May", "base_committee", "TC43", None),
        ("/duk/tc43/tc43.1/", "Chi bộ Xưởng 1", "cell", None, None),
        ("/ldld/", "Liên đoàn Lao động tỉnh Bình Thuận", "union_upper", None, None),
        ("/ldld/cd-tc43/", "Công đoàn cơ sở Công ty Cổ phần May", "union_base", "TC43", "TC43"),
        ("/td/", "Đoàn TNCS Hồ Chí Minh tỉnh Bình Thuận", "youth_upper", None, None),
        ("/td/dtn-tc01/", "Đoàn cơ sở Sở Y tế", "youth_base", None, "TC01"),
        ("/td/dtn-tc43/", "Đoàn cơ sở Công ty Cổ phần May", "youth_base", "TC43", "TC43"),
    ]
    assert list(Enterprise.objects.values_list("code", "name", "ownership__code")) == [
        ("TC43", "Công ty Cổ phần May", "9b1")
    ]
    strengths = Strength.objects.order_by("organization__code").values_list(
        "organization__code", "on", "members", "worker_members", "employees", "direct_workers"
    )
    assert list(strengths) == [
        ("TC01", DAY(2025, 12, 31), 26, 0, 0, 0),
        ("TC43", DAY(2025, 12, 31), 103, 4, 610, 488),
    ]
    cell = Organization.objects.get(code="TC43.1")
    assert (cell.founded_on, cell.placements.get().from_on) == (DAY(2004, 5, 27), DAY(2004, 5, 27))


@pytest.mark.django_db
def test_a_second_run_changes_nothing():
    write(*SOUND)
    before = list(Organization.objects.values()), list(Placement.objects.values()), Entry.objects.count()
    assert write(*SOUND).counts == {}
    # Only that it was run is remembered.
    assert (list(Organization.objects.values()), list(Placement.objects.values()), Entry.objects.count() - 1) == before


@pytest.mark.django_db
def test_a_new_name_parent_and_kind_are_dated_placements():
    write(*SOUND)
    section = ["TC43.B", "Đảng bộ bộ phận Nhà máy", "dang_bo_bo_phan", "TC43"]
    counts = write(
        ROOT,
        but(AGENCY, name="Chi bộ Sở Y tế và Dân số"),
        MAY,
        section,
        but(CELL, parent="TC43.B"),
        on=DAY(2026, 7, 1),
    ).counts
    assert counts == {"created": 1, "renamed": 1, "moved": 1}
    placements = Placement.objects.filter(organization__code__in=["TC01", "TC43.1"]).order_by("organization", "from_on")
    assert list(placements.values_list("name", "parent__code", "from_on", "to_on")) == [
        ("Chi bộ Sở Y tế", "DUK", DAY(2017, 12, 8), DAY(2026, 6, 30)),
        ("Chi bộ Sở Y tế và Dân số", "DUK", DAY(2026, 7, 1), None),
        ("Chi bộ Xưởng 1", "TC43", DAY(2004, 5, 27), DAY(2026, 6, 30)),
        ("Chi bộ Xưởng 1", "TC43.B", DAY(2026, 7, 1), None),
    ]
    assert Organization.objects.get(code="TC43.1").path == "/duk/tc43/tc43.b/tc43.1/"
    assert Organization.objects.get(code="TC43.B").founded_on == DAY(2026, 7, 1)


@pytest.mark.django_db
def test_the_trees_that_are_there_may_stand_against_it():
    write(*SOUND)
    before = Organization.objects.count()
    with pytest.raises(BrokenTree) as refusal:
        write(but(ROOT, code="KHOI"), but(AGENCY, parent="KHOI", code="LDLD"))
    assert [str(problem) for problem in refusal.value.problems] == [
        "Dòng 3 (LDLD): Mã này là của một tổ chức đoàn thể.",
        "Dòng 2 (KHOI): Có hai tổ chức gốc: DUK và KHOI.",
    ]
    assert Organization.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sector", "name", "ownership"),
    [
        ("nha_nuoc", "Đảng bộ Công ty TNHH MTV Cấp nước", "9a"),
        ("ngoai_nha_nuoc", "Chi bộ Công ty TNHH Gỗ", "9b3"),
        ("ngoai_nha_nuoc", "Chi bộ Hợp tác xã Thanh long", "9c"),
        ("ngoai_nha_nuoc", "Chi bộ Nhà máy Gạch", "9b"),
        ("fdi", "Đảng bộ Công ty Cổ phần Da giày", "9b5"),
    ],
)
def test_the_kind_of_ownership_follows_from_sector_and_name(sector, name, ownership):
    write(ROOT, but(AGENCY, sector=sector, name=name))
    assert Enterprise.objects.get().ownership.code == ownership
