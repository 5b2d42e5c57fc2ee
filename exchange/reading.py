"""Opening workbooks that someone sends: xlsx, xls, ods and csv become rows of values; what is unsafe is refused.

A workbook is refused before it is unpacked where it would need more memory than an honest list ever does (compressed
zeros, one cell in the farthest corner, a row repeated a million times).
"""

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

MEGABYTE = 1024 * 1024
MAX_BYTES = 20 * MEGABYTE
MAX_UNPACKED_BYTES = 200 * MEGABYTE
MAX_RATIO = 200  # an honest xlsx of a long list unpacks to 10-30 times its size
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELLS = 4_000_000

ZIP_MARK, OLE_MARK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KINDS = ("xlsx", "xls", "ods", "csv")
# A cell that holds something, with its column letters and row number; empty formatted cells close themselves.
XLSX_CELL = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\br="([A-Z]{1,7})(\d{1,9})")[^>]*[^/>]>')
ODS_ROW = re.compile(rb"<table:table-row\b([^>]*[^/>])?>(.*?)</table:table-row>", re.DOTALL)
ODS_CELL = re.compile(rb"<table:table-cell\b([^>]*office:value-type[^>]*)>")
ODS_ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d+)"')
ODS_COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="(\d+)"')


class Unreadable(ValueError):
    """The file cannot be taken in; the message says why and what to do, in Vietnamese."""


@dataclass(frozen=True)
class Sheet:
    """The values of one sheet as they stand in it: `rows[0]` is its first row, blanks are empty strings."""

    name: str
    rows: list[list[Any]]


def read(path: Path | str, *, max_bytes: int = MAX_BYTES) -> Sheet:
    """The first visible sheet of the workbook at `path` that holds anything. Raises Unreadable."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise Unreadable(
                _("Tệp lớn %(size)d MB, quá giới hạn %(limit)d MB.")
                % {"size": size // MEGABYTE, "limit": max_bytes // MEGABYTE}
            )
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(_("Không mở được tệp %(name)s.") % {"name": path.name}) from error
    return read_bytes(content, name=path.name)


def read_bytes(content: bytes, *, name: str) -> Sheet:
    """Likewise of the bytes of an uploaded file called `name`. Raises Unreadable."""
    if len(content) > MAX_BYTES:
        raise Unreadable(_("Tệp quá giới hạn %(limit)d MB.") % {"limit": MAX_BYTES // MEGABYTE})
    if not content.strip():
        raise Unreadable(_("Tệp rỗng."))
    kind = _kind(content)
    extension = Path(name).suffix.lower().lstrip(".")
    if extension not in KINDS:
        raise Unreadable(_("Chỉ nhận tệp .xlsx, .xls, .ods và .csv."))
    if extension != kind:
        raise Unreadable(
            _("Tệp có đuôi .%(extension)s nhưng nội dung là %(kind)s; hãy mở và lưu lại đúng định dạng.")
            % {"extension": extension, "kind": kind}
        )
    sheet = _csv(content, name) if kind == "csv" else _workbook(content)
    _within_limits(len(sheet.rows), max((len(row) for row in sheet.rows), default=0))
    return sheet


def _kind(content: bytes) -> str:
    if content.startswith(OLE_MARK):
        return "xls"
    if not content.startswith(ZIP_MARK):
        if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Unreadable(_("Tệp không phải bảng tính."))
        return "csv"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if unpacked > MAX_UNPACKED_BYTES or unpacked > MAX_RATIO * max(len(content), MEGABYTE // 16):
                raise Unreadable(_("Tệp nén bất thường, không mở để bảo vệ hệ thống."))
            names = {member.filename for member in members}
            if "xl/workbook.xml" in names:
                _check_xlsx(archive)
                return "xlsx"
            if "content.xml" in names:
                _check_ods(archive.read("content.xml"))
                return "ods"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise Unreadable(_("Tệp hỏng, không đọc được.")) from error
    raise Unreadable(_("Tệp nén này không phải bảng tính."))


def _check_xlsx(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            rows = columns = 0
            for cell in XLSX_CELL.finditer(archive.read(name)):
                columns = max(columns, _column_number(cell[1]))
                rows = max(rows, int(cell[2]))
            _within_limits(rows, columns)


def _check_ods(content: bytes) -> None:
    rows = columns = 0
    for attributes, inner in ODS_ROW.findall(content):
        cells = ODS_CELL.findall(inner)
        if cells:
            rows += int((ODS_ROWS_REPEATED.findall(attributes) or [1])[0])
            columns = max(columns, sum(int((ODS_COLUMNS_REPEATED.findall(cell) or [1])[0]) for cell in cells))
    _within_limits(rows, columns)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _within_limits(rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise Unreadable(
            _("Bảng có %(rows)d dòng, %(columns)d cột; giới hạn là %(max_rows)d dòng, %(max_columns)d cột.")
            % {"rows": rows, "columns": columns, "max_rows": MAX_ROWS, "max_columns": MAX_COLUMNS}
        )


def _workbook(content: bytes) -> Sheet:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            for index, sheet in enumerate(workbook.sheets_metadata):
                if sheet.visible is SheetVisibleEnum.Visible:
                    rows = workbook.get_sheet_by_index(index).to_python(skip_empty_area=False, nrows=MAX_ROWS + 1)
                    if any(value != "" for row in rows for value in row):
                        return Sheet(sheet.name, rows)
    except PasswordError as error:
        raise Unreadable(_("Tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi lại.")) from error
    except (CalamineError, OSError, ValueError, MemoryError) as error:
        raise Unreadable(_("Tệp hỏng, không đọc được.")) from error
    raise Unreadable(_("Tệp không có bảng nào chứa dữ liệu."))


def _csv(content: bytes, name: str) -> Sheet:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(_("Tệp .csv không ở mã Unicode; hãy lưu lại kiểu “CSV UTF-8”.")) from error
    first_line = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        rows: list[list[Any]] = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise Unreadable(_("Tệp .csv sai định dạng, không đọc được.")) from error
    return Sheet(Path(name).stem, rows)
