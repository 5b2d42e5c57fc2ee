import pytest

from exchange.encodings import from_tcvn3
from exchange.layouts import Layout, Record, UnknownLayout, read_rows

PLAIN = Layout(
    key="plain",
    headings={"name": ("Họ và tên", "Họ tên"), "born": ("Ngày sinh",), "note": ("Ghi chú",)},
    required=("name", "born"),
)
PRINTED = Layout(
    key="printed",
    headings={
        "number": ("STT", "TT"),
        "name": ("Họ và tên",),
        "male": ("Ngày, tháng, năm sinh/Nam",),
        "female": ("Ngày, tháng, năm sinh/Nữ",),
    },
    required=("number", "name", "male", "female"),
    numbered_by="number",
    sections=True,
)
OLD_FONT = Layout(
    key="old font",
    headings=PRINTED.headings,
    required=PRINTED.required,
    numbered_by="number",
    sections=True,
    decode=from_tcvn3,
)
LAYOUTS = (PLAIN, PRINTED, OLD_FONT)


def test_headings_are_found_in_any_spelling_place_and_order():
    rows = [["Danh sách"], [], ["", "NGÀY SINH", "Họ  tên "], ["", "1/2/90", "Lê An"], [], ["", "", "Lê Ân"]]
    reading = read_rows(rows, LAYOUTS)
    assert (reading.layout.key, reading.titles) == ("plain", {"born": "NGÀY SINH", "name": "Họ  tên "})
    assert reading.records == [
        Record(1, 4, {"name": "Lê An", "born": "1/2/90"}),
        Record(2, 6, {"name": "Lê Ân", "born": ""}),
    ]


PAGE = [
    ["ĐẢNG ỦY KHỐI", "", "", ""],
    ["STT", "Họ và tên", "Ngày, tháng, năm sinh", ""],
    ["", "", "Nam", "Nữ"],
    ["I. Chi bộ Sở Y tế", "", "", ""],
    [7.0, "Lê An", "1990", ""],
    ["II", "Đảng bộ Công ty May", "", ""],
    ["3", "Lê Hoa", "", "1991"],
    ["", "Danh sách này có 2 người.", "", ""],
    ["", "", "", "T/M BAN THƯỜNG VỤ"],
]
PEOPLE = [
    Record(7, 5, {"number": 7.0, "name": "Lê An", "male": "1990", "female": ""}, "Chi bộ Sở Y tế"),
    Record(3, 7, {"number": "3", "name": "Lê Hoa", "male": "", "female": "1991"}, "Đảng bộ Công ty May"),
]


def test_a_printed_page_has_two_rows_of_headings_sections_and_a_footer():
    reading = read_rows(PAGE, LAYOUTS)
    assert (reading.layout.key, reading.records) == ("printed", PEOPLE)


def test_a_person_without_a_number_is_not_taken_for_the_footer():
    rows = [*PAGE[:5], ["", "Lê Ba", "1992", ""], *PAGE[5:]]
    names = [(record.number, record.cells["name"]) for record in read_rows(rows, LAYOUTS).records]
    assert names == [(7, "Lê An"), (8, "Lê Ba"), (3, "Lê Hoa")]


def test_an_old_font_is_recognised_by_its_headings():
    rows = [["STT", "Hä vµ tªn", "Ngµy, th¸ng, n¨m sinh", ""], ["", "", "Nam", "N÷"], [1.0, "Ng« An", "1990", ""]]
    reading = read_rows(rows, LAYOUTS)
    assert (reading.layout.key, reading.records) == (
        "old font",
        [Record(1, 3, {"number": 1.0, "name": "Ngô An", "male": "1990", "female": ""})],
    )


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([["Họ và tên", "Tuổi"], ["Lê An", 30]], "Thiếu cột: Ngày sinh."),
        ([["Tên cột lạ"], ["x"]], "Không tìm thấy dòng tiêu đề cột trong tệp."),
        ([], "Không tìm thấy dòng tiêu đề cột trong tệp."),
    ],
)
def test_what_is_missing_is_named(rows, message):
    with pytest.raises(UnknownLayout) as refusal:
        read_rows(rows, LAYOUTS)
    assert str(refusal.value) == message
