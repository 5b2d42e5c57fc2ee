"""The pages of candidates and persons in Chromium: a nomination and a vote by hand, and every page as axe sees it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from candidates.models import Candidate
from organizations.scope import whole
from tests.candidates.history import ExampleA
from tests.cast import DAY, Cast, make_candidate

PHONE = {"width": 390, "height": 844}
# Where pictures of the pages go, for people to look at; nowhere unless told.
PICTURES = os.environ.get("PICTURES", "")


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    with whole():
        return Cast()


@pytest.fixture
def candidate(cast: Cast) -> Candidate:
    """Worked example A, about to be voted on by the cell, beside a few others."""
    with whole():
        for name, stage in (("Đỗ Văn Ân", "introduced"), ("Phan Hồng Sơn", "on_source_list"), ("K'Brìu", "applying")):
            make_candidate(name, unit=cast.cell, introduced_by=cast.union, stage=stage, next_due_on=DAY(2026, 11, 30))
        return ExampleA(cast).until("propose")


def enter(page: Page, site: str, who: str) -> None:
    page.goto(f"{site}/tai-khoan/dang-nhap/")
    page.fill("[name=username]", who)
    page.fill("[name=password]", "mat-khau-thu")
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES, f"{name}.png"), full_page=True)


def fits(page: Page) -> bool:
    """Whether nothing stands out of the page's width."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_union_official_nominates_on_a_phone(page: Page, site: str, cast: Cast) -> None:
    page.set_viewport_size(PHONE)
    enter(page, site, "cong-doan")
    page.goto(f"{site}/ho-so/gioi-thieu/")
    page.fill("main [name=q]", "Nguyễn Thị Hồng Thắm")
    page.press("main [name=q]", "Enter")
    page.click("text=Nhập người mới")
    picture(page, "nominate-phone")
    assert fits(page)
    for name, text in {
        "born": "14/8/96",
        "identity_number": "060096004521",
        "member_since": "4/2021",
        "resolution_number": "02-NQ/CĐCS",
        "on": "20/2/22",
        "committee_size": "7",
        "in_favour": "7",
        "reason": "Lao động giỏi ba năm liền",
    }.items():
        page.fill(f"[name={name}]", text)
    page.select_option("[name=sex]", "female")
    page.check("[name=consent]")
    page.click("main button:has-text('Giới thiệu')")
    page.wait_for_selector(".alert-findings")
    assert "ID-3" in page.inner_text(".alert-findings")
    assert page.input_value("[name=reason]") == "Lao động giỏi ba năm liền"
    picture(page, "nominate-refused-phone")
    page.fill("[name=identity_number]", "060196004521")
    page.click("main button:has-text('Giới thiệu')")
    page.wait_for_selector(".alert-success")
    assert "Đã được giới thiệu" in page.inner_text("main")
    picture(page, "coarse-phone")


def test_a_secretary_is_told_the_arithmetic_and_then_records_the_vote(
    page: Page, site: str, candidate: Candidate
) -> None:
    enter(page, site, "bi-thu")
    page.goto(f"{site}/ho-so/{candidate.pk}/")
    picture(page, "detail")
    page.click("text=Ghi: Chi bộ xét")
    for name, text in {
        "on": "25/5/23",
        "members": "12",
        "present": "8",
        "in_favour": "7",
        "against": "1",
        "cell_resolution_number": "11-NQ/CB",
    }.items():
        page.fill(f"[name={name}]", text)
    page.wait_for_selector(".tally-short")
    assert "7/12" in page.inner_text("#tally")
    picture(page, "act")
    page.click("main button:has-text('Ghi')")
    page.wait_for_selector(".alert-findings")
    assert "ADM-8" in page.inner_text(".alert-findings")
    assert page.input_value("[name=cell_resolution_number]") == "11-NQ/CB"
    picture(page, "act-refused")
    page.fill("[name=present]", "11")
    page.fill("[name=in_favour]", "10")
    page.wait_for_selector(".tally-reached")
    page.click("main button:has-text('Ghi')")
    page.wait_for_selector(".alert-success")
    assert "Chi bộ đã đề nghị kết nạp" in page.inner_text("main .facts")


def test_the_list_answers_while_one_types(page: Page, site: str, candidate: Candidate) -> None:
    enter(page, site, "bi-thu")
    page.goto(f"{site}/ho-so/")
    page.fill("main [name=q]", "hong tham")
    page.wait_for_function("document.querySelectorAll('#results tbody tr').length === 1")
    assert "Nguyễn Thị Hồng Thắm" in page.inner_text("#results")
    page.wait_for_url("**q=hong*")


@pytest.mark.parametrize("width", [1366, 390])
def test_pages_fit_and_axe_finds_nothing_serious(
    page: Page, site: str, axe: Callable[[], list[str]], candidate: Candidate, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    enter(page, site, "dang-uy")
    at = f"ho-so/{candidate.pk}/"
    pages = {
        "list": "ho-so/",
        "list-filters": "ho-so/?sex=female",
        "list-nothing": "ho-so/?q=khong+co+ai",
        **{f"detail-{part}": f"{at}?phan={part}" for part in (
            "qua-trinh", "giay-to", "bieu-quyet", "tham-tra", "nguoi-giup-do", "lop-hoc", "viec-lam", "nhat-ky")},
        "act-propose": f"{at}ghi/propose/",
        "act-drop": f"{at}ghi/drop/",
        "note-paper": f"{at}them/paper/",
        "reveal": f"{at}so-cccd/",
        "nominate": "ho-so/gioi-thieu/?q=tham",
        "newcomer": "ho-so/gioi-thieu/nguoi-moi/",
        "person": f"nguoi/{candidate.person_id}/",
        "employ": f"nguoi/{candidate.person_id}/viec-lam/",
    }  # fmt: skip
    found = []
    for name, address in pages.items():
        page.goto(f"{site}/{address}")
        picture(page, f"{name}-{width}")
        found += [(name, finding) for finding in axe()]
        found += [] if fits(page) else [(name, "wider than the page")]
    assert found == []
