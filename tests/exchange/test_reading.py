import io
import zipfile

import pytest
import xlsxwriter

from exchange.reading import MAX_BYTES, Sheet, Unreadable, read, read_bytes

CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
    '<office:spreadsheet><table:table table:name="Danh sách">{rows}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)
CELL = '<table:table-cell office:value-type="string"{more}><text:p>Lê An</text:p></table:table-cell>'


def workbook(fill):
    """The bytes of an xlsx whose workbook `fill` has filled."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    fill(book)
    book.close()
    return content.getvalue()


def one_cell(book):
    book.add_worksheet("Danh sách").write(1, 1, "Lê An")


def archive(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return content.getvalue()


def ods(rows):
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/></manifest:manifest>'
    )
    content = CONTENT.format(rows=rows)
    return archive(mimetype=mimetype, **{"META-INF/manifest.xml": manifest, "content.xml": content})


def refusal(content, name):
    with pytest.raises(Unreadable) as refused:
        read_bytes(content, name=name)
    return str(refused.value)


def test_rows_stand_where_they_stand_in_the_sheet():
    assert read_bytes(workbook(one_cell), name="a.xlsx") == Sheet("Danh sách", [["", ""], ["", "Lê An"]])


def test_the_first_visible_sheet_that_holds_anything_is_read():
    def fill(book):
        book.add_worksheet("Trống")
        hidden = book.add_worksheet("Ẩn")
        hidden.write(0, 0, "bí mật")
        hidden.hide()
        book.add_worksheet("Danh sách").write(0, 0, "Lê An")

    assert read_bytes(workbook(fill), name="a.xlsx") == Sheet("Danh sách", [["Lê An"]])


def test_an_open_document_is_read():
    assert read_bytes(ods(f"<table:table-row>{CELL.format(more='')}</table:table-row>"), name="a.ods") == Sheet(
        "Danh sách", [["Lê An"]]
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Họ tên,Số CCCD\nLê An,060196004521\n", "utf-8"),
        ("Họ tên;Số CCCD\r\nLê An;060196004521\r\n", "utf-8-sig"),
        ("Họ tên\tSố CCCD\nLê An\t060196004521\n", "utf-16"),
    ],
)
def test_comma_separated_text_is_read(text, encoding):
    assert read_bytes(text.encode(encoding), name="a.csv").rows == [["Họ tên", "Số CCCD"], ["Lê An", "060196004521"]]


def test_a_file_is_read_from_its_path(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(one_cell))
    assert read(path).rows == [["", ""], ["", "Lê An"]]


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Unreadable, match=r"Không mở được tệp không-có\.xlsx\."):
        read(tmp_path / "không-có.xlsx")


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"", "a.xlsx", "Tệp rỗng."),
        (b"Ho ten\n", "a.pdf", "Chỉ nhận tệp .xlsx, .xls, .ods và .csv."),
        (
            b"Ho ten\n",
            "a.xlsx",
            "Tệp có đuôi .xlsx nhưng nội dung là csv; hãy mở và lưu lại đúng định dạng.",
        ),
        (b"\x89PNG\x00\x00", "a.csv", "Tệp không phải bảng tính."),
        (b"PK\x03\x04broken", "a.xlsx", "Tệp hỏng, không đọc được."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken", "a.xls", "Tệp hỏng, không đọc được."),
        (archive(readme="x"), "a.xlsx", "Tệp nén này không phải bảng tính."),
        (
            "Họ tên\n".encode("cp1258", "replace") + b"\xff",
            "a.csv",
            "Tệp .csv không ở mã Unicode; hãy lưu lại kiểu “CSV UTF-8”.",
        ),
        (b" " * (MAX_BYTES + 1), "a.csv", "Tệp quá giới hạn 20 MB."),
        (workbook(lambda book: book.add_worksheet()), "a.xlsx", "Tệp không có bảng nào chứa dữ liệu."),
    ],
    ids=[
        "empty",
        "other kind",
        "wrong name",
        "picture",
        "cut off",
        "cut off xls",
        "other zip",
        "8-bit",
        "large",
        "blank",
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(content, name, message):
    assert refusal(content, name) == message


def test_compressed_zeros_are_not_unpacked():
    bomb = archive(**{"xl/workbook.xml": "0" * 60_000_000})
    assert len(bomb) < 100_000
    assert refusal(bomb, "a.xlsx") == "Tệp nén bất thường, không mở để bảo vệ hệ thống."


def test_a_cell_in_the_farthest_corner_is_refused_before_it_takes_memory():
    def fill(book):
        book.add_worksheet().write(1_048_575, 16_383, "x")

    assert refusal(workbook(fill), "a.xlsx") == ("Bảng có 1048576 dòng, 16384 cột; giới hạn là 50000 dòng, 200 cột.")


def test_an_empty_formatted_cell_far_below_is_no_reason_to_refuse():
    def fill(book):
        sheet = book.add_worksheet("Danh sách")
        sheet.write(0, 0, "Lê An")
        sheet.write_blank(1_048_575, 0, None, book.add_format({"bold": True}))

    assert read_bytes(workbook(fill), name="a.xlsx") == Sheet("Danh sách", [["Lê An"]])


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        (
            f'<table:table-row table:number-rows-repeated="1048576">{CELL.format(more="")}</table:table-row>',
            (1048576, 1),
        ),
        (
            "<table:table-row>" + CELL.format(more=' table:number-columns-repeated="16384"') + "</table:table-row>",
            (1, 16384),
        ),
    ],
)
def test_a_row_or_cell_repeated_a_million_times_is_refused(rows, size):
    assert refusal(ods(rows), "a.ods") == ("Bảng có {} dòng, {} cột; giới hạn là 50000 dòng, 200 cột.".format(*size))
