"""Workbooks of classes: typed cells, A4, the heading repeated on every page."""

import io
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from people.dates import DAY
from training import rules


@dataclass(frozen=True)
class Column:
    title: str
    width: int
    style: str = "text"


def roster_workbook(course, lines):
    """The class list: one learner a row, dates as dates, shares as percentages."""
    columns = [
        Column(_("STT"), 5, "number"),
        Column(_("Họ và tên"), 26),
        Column(_("Ngày sinh"), 12, "date"),
        Column(_("Giới tính"), 9),
        Column(_("Đơn vị"), 32),
        Column(_("Công nhân trực tiếp"), 11),
        Column(_("Ngày ghi danh"), 12, "date"),
        Column(_("Số buổi dự"), 8, "number"),
        Column(_("Tỷ lệ dự"), 8, "share"),
        Column(_("Kết quả"), 11),
        Column(_("Tình trạng"), 16),
        Column(_("Số giấy chứng nhận"), 16),
        Column(_("Ngày cấp"), 12, "date"),
        Column(_("Ghi chú"), 30),
    ]
    rows = [_learner(place, line) for place, line in enumerate(lines, start=1)]
    subtitle = _("Mã lớp %(code)s, từ %(start)s đến %(end)s, %(organizer)s") % {
        "code": course.code,
        "start": f"{course.starts_on:%d/%m/%Y}",
        "end": f"{course.ends_on:%d/%m/%Y}",
        "organizer": course.organizer,
    }
    return _workbook(_("Danh sách lớp"), course.title, subtitle, columns, rows)


def courses_workbook(courses, counts, subtitle):
    """The list of classes as it is shown: one class a row."""
    columns = [
        Column(_("Mã lớp"), 14),
        Column(_("Tên lớp"), 44),
        Column(_("Loại lớp"), 26),
        Column(_("Đơn vị mở lớp"), 30),
        Column(pgettext("class", "Đối tượng"), 20),
        Column(_("Khai giảng"), 12, "date"),
        Column(_("Bế giảng"), 12, "date"),
        Column(_("Số chỗ"), 8, "number"),
        Column(_("Học viên"), 9, "number"),
        Column(_("Công nhân trực tiếp"), 11, "number"),
        Column(_("Chờ chỗ"), 8, "number"),
        Column(_("Đạt"), 8, "number"),
        Column(_("Tình trạng"), 14),
    ]
    rows = [
        [
            course.code,
            course.title,
            course.get_kind_display(),
            course.organization.name,
            course.get_audience_display(),
            course.starts_on,
            course.ends_on,
            course.capacity,
            counts[course.pk]["learners"],
            counts[course.pk]["workers"],
            counts[course.pk]["waiting"],
            counts[course.pk]["passed"],
            course.get_state_display(),
        ]
        for course in courses
    ]
    return _workbook(_("Lớp học"), _("Danh sách lớp học"), subtitle, columns, rows)


def _learner(place, line):
    row, person = line.enrollment, line.person
    certificate = line.certificate
    return [
        place,
        person.full_name,
        person.born_on if person.born_precision == DAY else str(person.born),
        person.get_sex_display(),
        person.unit.with_base if person.unit else "",
        _("Có") if row.is_direct_worker else _("Không"),
        row.enrolled_on,
        line.present,
        rules.share(line.present, line.held) / 100,
        row.get_grade_display(),
        row.get_state_display(),
        certificate.number if certificate else "",
        certificate.issued_on if certificate else None,
        row.reason or row.override_reason,
    ]


def _workbook(sheet_name, title, subtitle, columns, rows):
    """Bytes of an xlsx of one sheet. Text is written as text, so that no cell can become a formula."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    edge: dict[str, Any] = {"border": 1, "border_color": "#b8bfc6", "valign": "vcenter", "font_name": "Times New Roman"}
    styles = {
        "text": book.add_format(edge | {"text_wrap": True}),
        "number": book.add_format(edge | {"num_format": "0"}),
        "date": book.add_format(edge | {"num_format": "dd/mm/yyyy", "align": "center"}),
        "share": book.add_format(edge | {"num_format": "0%"}),
    }
    head = book.add_format(edge | {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#f3e9e9"})
    sheet = book.add_worksheet(sheet_name)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14, "font_name": "Times New Roman"}))
    sheet.write_string(1, 0, subtitle, book.add_format({"font_name": "Times New Roman"}))
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(3, place, column.title, head)
    for height, row in enumerate(rows, start=4):
        for place, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write(sheet, height, place, value, styles[column.style])
    sheet.freeze_panes(4, 0)
    sheet.autofilter(3, 0, max(3, 3 + len(rows)), len(columns) - 1)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)
    sheet.set_footer("&R&P/&N")
    book.close()
    return memory.getvalue()


def _write(sheet, height, place, value, style):
    if value is None or value == "":
        sheet.write_blank(height, place, None, style)
    elif isinstance(value, str):
        sheet.write_string(height, place, value, style)
    elif isinstance(value, int | float):
        sheet.write_number(height, place, value, style)
    else:
        sheet.write_datetime(height, place, value, style)
