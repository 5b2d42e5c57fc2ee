"""Targets, reports and the year, clicked through by those whose work they are, on both screens and before the judge."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from organizations.scope import whole
from reports.models import Report, Target
from reports.periods import month
from tests.browser.test_shell import PHONE, enter, overflow
from tests.cast import Cast
from tests.reports.histories import make_way, until

NOVEMBER = month(2025, 11)


@pytest.fixture
def year(transactional_db) -> Cast:
    """The cast with two admissions, a target and a report that failed, committed."""
    with whole():
        cast = Cast()
        make_way("Trần Thị An", cast.cell, *until("admit"), introduced_by=cast.union)
        make_way("Lê Văn Bình", cast.other_cell, *until("admit", shift=9))
        Target.objects.create(organization=cast.root, year=2025, kind="admission", value=3)
        for unit in (cast.root, cast.committee):
            Report.objects.create(
                organization=unit, organization_name=unit.name, state="failed", error="Mất kết nối",
                period_from=NOVEMBER.from_on, period_to=NOVEMBER.to_on,
            )  # fmt: skip
    return cast


def test_officer_mends_sends_and_downloads_a_report(page: Page, site: str, year: Cast, tmp_path: Path) -> None:
    enter(page, site, "ban-to-chuc", "/bao-cao/")
    page.get_by_role("link", name="Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh").click()
    expect(page.get_by_text("Mất kết nối")).to_be_visible()
    page.get_by_role("button", name="Lập lại").click()
    expect(page.get_by_text("Đã lập lại báo cáo")).to_be_visible()
    page.get_by_label(re.compile("^Ý kiến của đơn vị")).fill("Cần thêm lớp buổi tối.")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_text("Số liệu và danh sách người được giữ nguyên, không ai sửa được.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp Excel").click()
    download.value.save_as(tmp_path / "report.xlsx")
    assert (tmp_path / "report.xlsx").read_bytes()[:2] == b"PK"
    line = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Kết nạp đảng viên"))
    line.get_by_role("link").first.click()
    expect(page.get_by_role("cell", name="Trần Thị An")).to_be_visible()


def test_officer_fills_the_sheet_of_targets_by_keyboard(page: Page, site: str, year: Cast) -> None:
    enter(page, site, "ban-to-chuc", "/cong-viec/")
    page.goto(f"{site}/chi-tieu/?year=2025")
    page.get_by_label("Kết nạp, Đảng bộ Công ty May", exact=True).fill("2")
    page.keyboard.press("Tab")
    page.keyboard.type("1")
    page.get_by_label("Số, ngày văn bản giao chỉ tiêu").fill("12-QĐ/ĐUK, 05/01/2025")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã lưu 2 ô chỉ tiêu.")).to_be_visible()
    expect(page.get_by_text("Còn 1 chưa giao")).to_be_visible()


def test_leader_opens_the_list_behind_a_number(page: Page, site: str, year: Cast) -> None:
    enter(page, site, "lanh-dao", "/")
    page.goto(f"{site}/tong-quan/?year=2025")
    page.locator(".figure-big a").first.click()
    expect(page.get_by_text("2 người")).to_be_visible()
    expect(page.get_by_role("link", name="Lê Văn Bình")).to_be_visible()


def test_pages_pass_the_judge_and_fit_both_screens(
    page: Page, site: str, year: Cast, axe: Callable[[], list[str]]
) -> None:
    report = Report.objects.get(organization=year.committee)
    people = f"/so-lieu/?unit={year.root.pk}&figure=admitted&from=2025-01-01&to=2025-12-31"
    pages = {
        "lanh-dao": ["/", "/tong-quan/?year=2025", people],
        "ban-to-chuc": ["/", "/chi-tieu/?year=2025", "/bao-cao/", f"/bao-cao/{report.pk}/", "/so-lieu/dinh-nghia/"],
        "cong-doan": ["/", "/chi-tieu/"],
        "boi-duong": ["/"],
        "quan-tri": ["/", "/cong-viec/"],
    }
    found = {}
    for who, addresses in pages.items():
        page.context.clear_cookies()
        enter(page, site, who, "/")
        for address in addresses:
            page.goto(site + address)
            found[who, address] = axe()
            for size in ({"width": 1366, "height": 768}, PHONE):
                page.set_viewport_size(size)
                page.wait_for_timeout(150)  # a chart follows its box in the next frames
                wide = overflow(page)
                found[who, address, size["width"]] = [f"{wide} px too wide"] if wide else []
            page.set_viewport_size({"width": 1366, "height": 768})
    assert found == {key: [] for key in found}
