"""A leader with one minute: the year, the people behind a number, the month's report as a workbook."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from jobs.models import Job
from organizations.scope import whole
from reports import tasks
from reports.actions import open_due_reports
from reports.models import Report
from tests.browser.clerk import Clerk
from tests.cast import DAY, Cast
from tests.reports.histories import make_way, until


@pytest.fixture
def year(transactional_db: None) -> Cast:
    """Two admissions of November 2025, and the reports that beat opened and the worker made after the month closed."""
    with whole():
        cast = Cast()
        make_way("Trần Thị An", cast.cell, *until("admit"), introduced_by=cast.union)
        make_way("Lê Văn Bình", cast.other_cell, *until("admit", shift=9))
        open_due_reports(DAY(2025, 12, 1))
    # What a worker would do with the jobs it was sent.
    for job in Job.objects.all():
        tasks.generate(job.pk)
    return cast


def test_leader_reads_the_year_and_takes_the_report_home(
    page: Page, site: str, axe: Callable[[], list[str]], year: Cast, tmp_path: Path
) -> None:
    clerk = Clerk(page, site, axe)
    clerk.sign_in("lanh-dao")
    page.goto(f"{site}/tong-quan/?year=2025")
    clerk.judged()
    page.locator(".figure-big a").first.click()
    for name in ("Trần Thị An", "Lê Văn Bình"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    clerk.judged()
    clerk.menu("Báo cáo")
    page.get_by_label("Tháng").select_option("2025-11")
    page.get_by_role("button", name="Lọc").click()
    page.get_by_role("link", name=year.root.name).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Báo cáo tháng 11/2025")
    clerk.judged()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp Excel").click()
    download.value.save_as(tmp_path / "report.xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "report.xlsx").read_bytes())).get_sheet_by_index(0)
    admitted = next(row for row in rows.to_python() if "Kết nạp đảng viên" in row)
    with whole():
        report = Report.objects.get(organization=year.root, period_to=DAY(2025, 11, 30))
    assert [cell for cell in admitted if isinstance(cell, int | float)][:2] == [2, report.figures["admitted"]["year"]]
    assert clerk.found == []
