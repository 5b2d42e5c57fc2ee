"""A report as a workbook to print on A4: typed cells, the same numbers as on the page."""

import io
from decimal import Decimal

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.lines import COLUMNS, sections
from reports.models import Report
from reports.periods import Period
from reports.sentences import sentences

LAST = len(COLUMNS)


def file_name(report):
    return f"bao-cao-{report.organization.code}-{report.period_to:%Y-%m}-lan{report.revision}.xlsx".replace(" ", "")


def workbook(report, *, made_for, made_at):
    """The bytes of the .xlsx. The footer says the revision, the fingerprint, for whom and when it was made."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet(f"{report.period_to:%m-%Y}")
    formats = _formats(book)
    period = Period(report.period_from, report.period_to)
    row = _heading(sheet, report, period, formats)
    head = row
    row = _table(sheet, row, sections(report.figures, period), formats)
    row = _words(sheet, row + 1, report, period, formats)
    _print_setup(sheet, report, made_for, made_at, head, row)
    book.set_properties(
        {
            "title": str(report),
            "subject": report.organization_name,
            "author": str(made_for),
            "comments": report.fingerprint,
        }
    )
    book.close()
    return buffer.getvalue()


def _formats(book):
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
    cell = base | {"border": 1}
    return {
        "unit": book.add_format(base | {"bold": True, "text_wrap": True}),
        "title": book.add_format(base | {"bold": True, "font_size": 14, "align": "center"}),
        "under": book.add_format(base | {"italic": True, "align": "center"}),
        "head": book.add_format(cell | {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#F3E6E6"}),
        "section": book.add_format(cell | {"bold": True, "bg_color": "#F5F6F7"}),
        "text": book.add_format(cell | {"text_wrap": True}),
        "part": book.add_format(cell | {"text_wrap": True, "indent": 1, "italic": True}),
        "number": book.add_format(cell | {"num_format": "#,##0", "align": "right"}),
        "percent": book.add_format(cell | {"num_format": '0.0" %"', "align": "right"}),
        "none": book.add_format(cell | {"align": "right"}),
        "words": book.add_format(base | {"text_wrap": True, "valign": "top"}),
        "words_head": book.add_format(base | {"bold": True}),
    }


def _heading(sheet, report, period, formats):
    sheet.merge_range(0, 0, 0, LAST, report.organization_name.upper(), formats["unit"])
    sheet.merge_range(1, 0, 1, LAST, _("BÁO CÁO CÔNG TÁC PHÁT TRIỂN ĐẢNG VIÊN"), formats["title"])
    days = _("Tháng %(month)s (từ %(from)s đến %(to)s)") % {
        "month": f"{period.to_on:%m/%Y}",
        "from": f"{period.from_on:%d/%m/%Y}",
        "to": f"{period.to_on:%d/%m/%Y}",
    }
    sheet.merge_range(2, 0, 2, LAST, days, formats["under"])
    return 4


def _table(sheet, row, groups, formats):
    sheet.set_row(row, 45)
    sheet.write_string(row, 0, _("Chỉ số"), formats["head"])
    for column, heading in enumerate(COLUMNS.values(), start=1):
        sheet.write_string(row, column, str(heading), formats["head"])
    for group in groups:
        row += 1
        sheet.merge_range(row, 0, row, LAST, str(group.title), formats["section"])
        for line in group.lines:
            row += 1
            sheet.write_string(row, 0, str(line.title), formats["part" if line.is_part else "text"])
            for column, cell in enumerate(line.cells.values(), start=1):
                _write(sheet, row, column, cell, formats)
    return row


def _write(sheet, row, column, cell, formats):
    if cell.value is None:
        sheet.write_string(row, column, cell.text, formats["none"])
    elif isinstance(cell.value, Decimal):
        sheet.write_number(row, column, float(cell.value), formats["percent"])
    else:
        sheet.write_number(row, column, cell.value, formats["number"])


def _words(sheet, row, report, period, formats):
    texts = sentences(report.organization_name, period, report.figures)
    if report.remarks:
        texts.append(report.remarks)
    row += 1
    sheet.write_string(row, 0, _("Nhận xét"), formats["words_head"])
    for text in texts:
        row += 1
        sheet.merge_range(row, 0, row, LAST, text, formats["words"])
        sheet.set_row(row, 15 * (1 + len(text) // 105))
    row += 1
    sheet.merge_range(
        row, 0, row, LAST, _("% được làm tròn đến một chữ số thập phân; “–”: không có số để so sánh."), formats["words"]
    )
    return row


def _print_setup(sheet, report, made_for, made_at, head, last_row):
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.freeze_panes(head + 1, 1)
    sheet.print_area(0, 0, last_row, LAST)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, LAST, 10)
    state = _("Bản nháp, chưa gửi")
    if report.state == Report.State.SUBMITTED:
        state = _("%(who)s gửi lúc %(when)s – mã kiểm chứng %(print)s") % {
            "who": report.submitted_name,
            "when": f"{timezone.localtime(report.submitted_at):%d/%m/%Y %H:%M}",
            "print": report.fingerprint[:16],
        }
    made = _("In cho %(who)s lúc %(when)s") % {
        "who": made_for,
        "when": f"{timezone.localtime(made_at):%d/%m/%Y %H:%M}",
    }
    revision = _("Lần %(number)d") % {"number": report.revision}
    # An ampersand begins a code in headers and footers.
    lines = (f"{revision}. {state}. {made}".replace("&", "&&"))[:230]
    sheet.set_footer(f"&L&8{lines}&R&8&P/&N")
