"""The judgement of rows, without a database: the project's own workbooks, and sheets with slips made here."""

import datetime
import json
import unicodedata
from pathlib import Path

import pytest

from candidates.imports.judgement import Directory, counts, judge
from candidates.imports.layouts import LAYOUTS
from candidates.imports.rows import labour_class_of
from exchange.layouts import read_rows
from exchange.reading import read
from organizations.imports.tree import read_table

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
TODAY = datetime.date(2026, 11, 23)
DIRECTORY = Directory([("TC01", "Chi bộ Sở Tài chính"), ("TC43", "Đảng bộ Công ty May"), ("A.1", "X"), ("A.2", "X")])
HEADINGS = ["Mã tổ chức", "Họ và tên", "Giới tính", "Ngày sinh", "Số CCCD", "Trình độ văn hóa", "Ngày vào Công đoàn"]
GOOD = ["TC01", "Lê Thị An", "Nữ", "14/08/1996", "060196004521", "12/12", "2019"]
REASONS = {
    "no name": "no_name",
    "impossible date": "impossible_date",
    "identity number is not 12 digits": "identity_not_12_digits",
    "unknown organisation": "unknown_organization",
    "duplicate identity number in the file": "duplicate_identity",
    "identity number disagrees with sex or year of birth": "identity_mismatch",
    "below lower-secondary education": "below_lower_secondary",
    "under 18": "under_18",
}


def judge_rows(*rows, on=TODAY):
    return judge(read_rows([HEADINGS, *rows], LAYOUTS), DIRECTORY, on=on)


def changed(**cells):
    """The good row with some cells changed, by the position of the heading."""
    places = {"organization": 0, "name": 1, "sex": 2, "born": 3, "number": 4, "schooling": 5, "union": 6}
    row = list(GOOD)
    for name, value in cells.items():
        row[places[name]] = value
    return row


def found(judgement):
    return judgement.status, [slip.code for slip in judgement.reasons]


@pytest.fixture(scope="module")
def all_units():
    table = read_table(read(ROOT / "organizations" / "data" / "organizations.xlsx").rows)
    return Directory((unit.code, unit.name) for unit in table.units)


@pytest.fixture(scope="module")
def expected():
    return json.loads((DATA / "expected.json").read_text())


def test_the_tidy_list_is_judged_row_by_row(all_units, expected):
    judgements = judge(read_rows(read(DATA / "candidates_tidy.xlsx").rows, LAYOUTS), all_units, on=TODAY)
    assert counts(judgements) == expected["by_status"]
    rows = [judgement.as_json() for judgement in judgements]
    shared = ("row", "name", "cccd", "organization", "status")
    assert [[row[key] for key in shared] for row in rows] == [[row[key] for key in shared] for row in expected["rows"]]
    assert [row["row"] for row in rows if row["status"] == "ok" and (row["reasons"] or row["codes"])] == []
    told = [(row["row"], REASONS[row["reason"]]) for row in expected["rows"] if row["reason"]]
    codes = {row["row"]: row["codes"] for row in rows}
    assert [(number, code) for number, code in told if code not in codes[number]] == []


@pytest.mark.parametrize("name", ["candidates_committee.xlsx", "candidates_tcvn3.xlsx"])
def test_the_printed_lists_are_judged_likewise(name, all_units, expected):
    judgements = judge(read_rows(read(DATA / name).rows, LAYOUTS), all_units, on=TODAY)
    rows = {row["row"]: row for row in (judgement.as_json() for judgement in judgements)}
    assert counts(judgements) == expected["by_status"]
    # Grouped by organisation, the other one of two with the same number may be the lower; and no code is printed.
    twice = [row for row in expected["rows"] if row["reason"].startswith("duplicate")]
    numbers = {row["cccd"] for row in twice}
    plain = [row for row in expected["rows"] if row["cccd"] not in numbers and row["organization"] != "TC99"]
    shared = ("name", "cccd", "organization", "status")
    assert [[rows[row["row"]][key] for key in shared] for row in plain] == [
        [row[key] for key in shared] for row in plain
    ]
    lower = [row["row"] for row in rows.values() if "duplicate_identity" in row["codes"]]
    assert len(lower) == len(twice)
    assert [number for number in lower if rows[number]["line"] <= _first_line(rows, rows[number]["cccd"])] == []
    unknown = {row["organization"] for row in rows.values() if "unknown_organization" in row["codes"]}
    assert unknown == {"Đảng bộ Công ty Không Có Trong Danh Sách"}


def _first_line(rows, number):
    return min(row["line"] for row in rows.values() if row["cccd"] == number)


@pytest.mark.parametrize(
    ("cells", "status", "codes"),
    [
        ({}, "ok", []),
        ({"name": ""}, "error", ["no_name"]),
        ({"name": " \u200b "}, "error", ["no_name"]),
        ({"name": "NguyÔn V¨n Hïng"}, "error", ["unreadable_name"]),
        ({"name": "Lê An 2"}, "error", ["unreadable_name"]),
        ({"name": "K’Brìu"}, "ok", []),
        ({"born": "31/02/1996"}, "error", ["impossible_date"]),
        ({"born": "08/14/1996"}, "error", ["impossible_date"]),
        ({"born": "14/08/2096"}, "error", ["impossible_date", "identity_mismatch"]),
        ({"union": "32/01/2019"}, "error", ["impossible_date"]),
        ({"union": "7/2019"}, "ok", []),
        ({"born": ""}, "warning", ["no_birth_date"]),
        ({"born": "", "number": ""}, "error", ["identity_not_12_digits", "no_birth_date"]),
        ({"born": datetime.date(1996, 8, 14)}, "ok", []),
        ({"born": datetime.datetime(1996, 8, 14)}, "ok", []),
        ({"born": 35291.0}, "ok", []),
        ({"born": "1996"}, "ok", []),
        ({"number": "60196004521"}, "error", ["identity_not_12_digits"]),
        ({"number": 60196004521.0}, "error", ["identity_not_12_digits"]),
        ({"number": "0601960045211"}, "error", ["identity_not_12_digits"]),
        ({"number": ""}, "error", ["identity_not_12_digits"]),
        ({"number": "261234567"}, "error", ["identity_not_12_digits"]),
        ({"number": "060 196.004 521"}, "ok", []),
        ({"number": "003196004521"}, "ok", []),
        ({"number": "060096004521"}, "warning", ["identity_mismatch"]),
        ({"number": "060195004521"}, "warning", ["identity_mismatch"]),
        ({"sex": "Nam"}, "warning", ["identity_mismatch"]),
        ({"sex": "NỮ "}, "ok", []),
        ({"sex": ""}, "ok", []),
        ({"sex": "", "number": "1"}, "error", ["identity_not_12_digits", "no_sex"]),
        ({"organization": "TC99"}, "error", ["unknown_organization"]),
        ({"organization": ""}, "error", ["unknown_organization"]),
        ({"organization": " tc01 "}, "ok", []),
        ({"schooling": "9/12"}, "ok", []),
        ({"schooling": "8/12"}, "warning", ["below_lower_secondary"]),
        ({"schooling": "7/10"}, "ok", []),
        ({"schooling": "6/10"}, "warning", ["below_lower_secondary"]),
        ({"schooling": "Không"}, "warning", ["below_lower_secondary"]),
        ({"schooling": ""}, "ok", []),
        ({"schooling": "đại học"}, "ok", []),
        ({"schooling": "5/12", "sex": "Nam"}, "warning", ["identity_mismatch", "below_lower_secondary"]),
        ({"schooling": "5/12", "name": ""}, "error", ["no_name", "below_lower_secondary"]),
    ],
    ids=str,
)
def test_a_slip_is_found(cells, status, codes):
    (judgement,) = judge_rows(changed(**cells))
    assert found(judgement) == (status, codes)


@pytest.mark.parametrize(
    ("born", "number", "status"),
    [
        ("23/11/2008", "060308004521", "ok"),
        ("24/11/2008", "060308004521", "warning"),
        ("11/2008", "060308004521", "ok"),
        ("12/2008", "060308004521", "warning"),
        ("2008", "060308004521", "warning"),
        ("2007", "060307004521", "ok"),
    ],
)
def test_eighteen_years_are_counted_on_the_day_of_import(born, number, status):
    (judgement,) = judge_rows(changed(born=born, number=number))
    assert found(judgement) == (status, ["under_18"] if status == "warning" else [])


def test_a_leap_day_birthday_is_reached_on_28_february():
    row = changed(born="29/02/2008", number="060308004521")
    days = [datetime.date(2026, 2, 27), datetime.date(2026, 2, 28)]
    assert [judge_rows(row, on=day)[0].status for day in days] == ["warning", "ok"]


def test_of_two_with_one_number_the_lower_row_is_in_error():
    judgements = judge_rows(GOOD, changed(number="060 196 004521", name=""), changed(number="060196004522"), GOOD)
    assert [found(judgement) for judgement in judgements] == [
        ("ok", []),
        ("error", ["no_name", "duplicate_identity"]),
        ("ok", []),
        ("error", ["duplicate_identity"]),
    ]
    assert judgements[3].reasons[0].message == "Số CCCD trùng với người ở số thứ tự 1 (Lê Thị An)."


def test_two_rows_without_a_number_are_not_each_others_double():
    judgements = judge_rows(changed(number=""), changed(number=""))
    assert [found(judgement) for judgement in judgements] == [("error", ["identity_not_12_digits"])] * 2


def test_the_row_as_json():
    row = changed(name="  LÊ  THỊ AN ", sex="", number="003096004521", schooling="lớp 5")
    (judgement,) = judge_rows(row)
    assert judgement.as_json() == {
        "row": 1,
        "line": 2,
        "name": "Lê Thị An",
        "cccd": "003096004521",
        "organization": "TC01",
        "status": "warning",
        "reasons": ["Trình độ văn hóa 5/12, chưa tốt nghiệp trung học cơ sở (ELG-3); cần lý do ngoại lệ (ELG-4)."],
        "codes": ["below_lower_secondary"],
        "notes": [
            "Mã nơi đăng ký khai sinh 003 không có trong danh mục 63 tỉnh, thành phố.",
            "Giới tính lấy theo số CCCD.",
        ],
    }


def test_rows_are_counted_without_the_blank_ones():
    judgements = judge_rows(GOOD, [], ["", " "], changed(number="060196004522"))
    assert [(judgement.facts.number, judgement.facts.line) for judgement in judgements] == [(1, 2), (2, 5)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Bùi  Phương  Hoa", "Bùi Phương Hoa"),
        ("XÍCH ANH ĐẠT", "Xích Anh Đạt"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("K'THỊ H'LEN", "K'Thị H'Len"),
        ("Nguyễn thị An", "Nguyễn thị An"),
    ],
)
def test_names_are_brought_to_one_spelling(typed, name):
    assert judge_rows(changed(name=typed))[0].facts.name == name


PRINTED = [
    ["STT", "Họ và tên", "Ngày, tháng, năm sinh", "", "Số CCCD", "Trình độ", ""],
    ["", "", "Nam", "Nữ", "", "Văn hóa", "Chuyên môn"],
    ["I. Chi bộ Sở Tài chính"],
    [1, "LÊ THỊ AN", "", "14.08.1996", "060 196 004 521", "12/12", "Đại học Luật"],
    [2, "Lê Ba", "1-2-1990", "1/2/1990", "060090004521", "9/12", ""],
    ["II. X"],
    [3, "Lê Bốn", "3/1991", "", "060091004521", "6/10", ""],
    ["", "Danh sách này có 3 người."],
]


def test_a_printed_list_gives_sex_and_organisation_by_place():
    judgements = judge(read_rows(PRINTED, LAYOUTS), DIRECTORY, on=TODAY)
    assert [(one.facts.name, one.facts.sex, one.organization, *found(one)) for one in judgements] == [
        ("Lê Thị An", "female", "TC01", "ok", []),
        ("Lê Ba", "male", "TC01", "error", ["two_birth_dates"]),
        ("Lê Bốn", "male", "", "error", ["unknown_organization", "below_lower_secondary"]),
    ]
    # Two units are called X: a name that is shared finds neither.
    assert judgements[2].reasons[0].message == "Không có tổ chức đảng nào tên “X”, hoặc có nhiều hơn một."


def test_capitals_of_an_old_font_are_raised_again():
    rows = [
        ["STT", "Hä vµ tªn", "Ngµy, th¸ng, n¨m sinh", "", "Sè CCCD"],
        ["", "", "Nam", "N÷", ""],
        ["1. Chi bé Së Tµi chÝnh"],
        [1, "Vâ ¸nh Hång", "", "14/8/1996", "060196004521"],
        [2, "XÝCH ANH §¹T", "1990", "", "060090004521"],
        [3, "K'ThÞ H'Len", "", "1990", "060190004521"],
    ]
    judgements = judge(read_rows(rows, LAYOUTS), DIRECTORY, on=TODAY)
    assert [(one.facts.name, one.organization, one.status) for one in judgements] == [
        ("Võ Ánh Hồng", "TC01", "ok"),
        ("Xích Anh Đạt", "TC01", "ok"),
        ("K'Thị H'Len", "TC01", "ok"),
    ]


@pytest.mark.parametrize(
    ("job_title", "labour_class"),
    [
        ("Công nhân may", "direct"),
        ("Thợ điện", "direct"),
        ("Tổ trưởng sản xuất", "direct"),
        ("", "direct"),
        ("Nhân viên văn phòng", "indirect"),
        ("KẾ TOÁN", "indirect"),
        ("Kế toán trưởng", "leader"),
        ("Phó Giám đốc", "leader"),
        ("Quản đốc phân xưởng", "leader"),
    ],
)
def test_the_words_of_a_job_give_its_labour_class(job_title, labour_class):
    assert labour_class_of(job_title) == labour_class
