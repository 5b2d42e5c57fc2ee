"""Certificates as PDF and class lists as workbooks: what stands on them."""

import io
import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from tests.training.classroom import AFTER, DAY, enrolled, plan, teach
from training import roster
from training.actions import close_course, revoke_certificate
from training.certificates_pdf import certificates_pdf
from training.models import Certificate
from training.workbook import roster_workbook


@pytest.fixture
def closed(cast):
    course = plan(cast)
    a, b = enrolled(cast, course, "Nguyễn Thị Hồng Thắm", "=1+1 Đặng #Văn *Ẩn*")
    teach(course, {a: (10, "excellent"), b: (7, "pass")}, actor=cast.trainer)
    close_course(course, actor=cast.trainer, on=AFTER)
    course.refresh_from_db()
    return course


def certificates():
    return Certificate.objects.select_related("person", "enrollment")


def text_of(pdf):
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def test_pdf_has_a_page_for_each_certificate(closed, cast):
    pdf = certificates_pdf(closed, list(certificates()) * 3)
    assert (pdf[:5], pdf.count(b"/Type /Page\n") or pdf.count(b"/Type/Page/")) == (b"%PDF-", 3)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext: `apt-get install poppler-utils`")
def test_certificate_says_who_what_when(closed):
    words = " ".join(text_of(certificates_pdf(closed, certificates())).split())
    for said in (
        "Số: 001/2026-GCN",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "TRUNG TÂM CHÍNH TRỊ PHAN THIẾT",
        "Nguyễn Thị Hồng Thắm",
        "14/08/1996",
        "Chi bộ Xưởng 1",
        "lớp bồi dưỡng nhận thức về Đảng, mã lớp NT-01/2026",
        "từ ngày 02/03/2026 đến ngày 06/03/2026",
        "Xuất sắc",
        "ngày 09 tháng 03 năm 2026",
    ):
        assert said in words


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext: `apt-get install poppler-utils`")
def test_a_name_is_printed_and_never_read_as_markup(closed):
    rows = list(certificates())
    rows[0].person.full_name = "Đặng #pagebreak() *Văn* $Ẩn$"
    assert "Đặng #pagebreak() *Văn* $Ẩn$" in text_of(certificates_pdf(closed, rows))


def test_revoked_certificate_is_not_printed(closed, cast, sign_in):
    revoke_certificate(Certificate.objects.get(), actor=cast.trainer, on=AFTER, reason="Cấp sai")
    assert sign_in(cast.trainer).get(f"/lop-hoc/{closed.pk}/giay-chung-nhan.pdf").status_code == 404


def test_class_list_has_typed_cells_on_a4(closed, cast):
    sheet = load_workbook(io.BytesIO(roster_workbook(closed, roster.lines(closed, cast.trainer)))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    unit = "Chi bộ Xưởng 1, Đảng bộ Công ty May"
    assert [[getattr(value, "date", lambda value=value: value)() for value in row] for row in rows] == [
        [1, "=1+1 Đặng #Văn *Ẩn*", DAY(1996, 8, 14), "Nữ", unit, "Có", DAY(2026, 3, 2), 7, 0.7, "Đạt",
         "Không đạt", None, None, "Dự 7/10 buổi (70 %), dưới mức tối thiểu 80 %."],
        [2, "Nguyễn Thị Hồng Thắm", DAY(1996, 8, 14), "Nữ", unit, "Có", DAY(2026, 3, 2), 10, 1, "Xuất sắc", "Đạt",
         "001/2026-GCN", AFTER, None],
    ]  # fmt: skip
    assert [cell.data_type for cell in sheet[5]][:3] == ["n", "s", "d"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.print_title_rows) == (
        9,
        "landscape",
        "$4:$4",
    )
