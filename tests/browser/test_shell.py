"""The frame of every page: by keyboard, on a phone, without script, and before the accessibility judge."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from organizations.models import Assignment, Role
from organizations.scope import whole
from tests.cast import LONG_AGO, Cast

PHONE = {"width": 390, "height": 844}
USERS = "/tai-khoan/nguoi-dung/"


@pytest.fixture
def settled(transactional_db) -> Cast:
    """The cast, committed, so that the running site sees it."""
    with whole():
        cast = Cast()
        Assignment.objects.create(user=cast.admin, role=Role.LEADER, organization=cast.committee, from_on=LONG_AGO)
    return cast


def enter(page: Page, site: str, username: str = "quan-tri", to: str = USERS) -> None:
    page.goto(f"{site}/tai-khoan/dang-nhap/?next={to}")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill("mat-khau-thu")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page).to_have_url(f"{site}{to}")
    # The address is new before the page is: a key pressed now would meet no script yet.
    page.wait_for_load_state("load")


def overflow(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_pages_pass_the_judge_in_light_and_dark_and_fit_both_screens(
    page: Page, site: str, settled: Cast, axe: Callable[[], list[str]]
) -> None:
    found = {}
    page.goto(f"{site}/tai-khoan/dang-nhap/")
    found["sign_in"] = axe()
    enter(page, site)
    addresses = [USERS, f"{USERS}them/", f"{USERS}{settled.secretary.pk}/", "/tai-khoan/mat-khau/", "/khong-co/"]
    for theme in ("light", "dark"):
        for address in addresses:
            page.goto(site + address)
            found[theme, address] = axe()
            for size in ({"width": 1366, "height": 768}, PHONE):
                page.set_viewport_size(size)
                found[theme, address, size["width"]] = [f"{overflow(page)} px too wide"] if overflow(page) else []
            page.set_viewport_size({"width": 1366, "height": 768})
        page.goto(site + USERS)
        page.get_by_label(re.compile("^Tài khoản ")).click()
        page.get_by_role("button", name=re.compile("^Giao diện")).click()
    assert found == {key: [] for key in found}


def test_the_office_is_changed_at_the_top_of_the_page(page: Page, site: str, settled: Cast) -> None:
    enter(page, site, to="/tai-khoan/mat-khau/")
    expect(page.locator(".office-text b")).to_have_text("Quản trị hệ thống")
    page.locator(".menu-office summary").click()
    page.get_by_role("button", name="Lãnh đạo").click()
    expect(page.locator(".office-text b")).to_have_text("Lãnh đạo")


def test_keys_lead_to_the_search_to_help_and_to_saving(page: Page, site: str, settled: Cast) -> None:
    enter(page, site)
    page.keyboard.press("/")
    expect(page.locator("[data-search]")).to_be_focused()
    page.locator("body").click(position={"x": 700, "y": 740})
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_be_visible()
    page.keyboard.press("Escape")
    page.goto(f"{site}{USERS}{settled.secretary.pk}/")
    page.get_by_label("Họ và tên").fill("Nguyễn Văn Bí")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nguyễn Văn Bí")


def test_enter_goes_to_the_next_field_and_menus_close_with_escape(page: Page, site: str, settled: Cast) -> None:
    enter(page, site, to=f"{USERS}them/")
    page.get_by_label("Tên đăng nhập").fill("moi")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Họ và tên")).to_be_focused()
    page.get_by_label(re.compile("^Tài khoản ")).press("Enter")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_hidden()
    expect(page.get_by_label(re.compile("^Tài khoản "))).to_be_focused()


def test_a_question_asked_first_can_be_answered_no(page: Page, site: str, settled: Cast) -> None:
    enter(page, site, to=f"{USERS}{settled.secretary.pk}/")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Khóa tài khoản").click()
    settled.secretary.refresh_from_db()
    assert settled.secretary.is_active
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Khóa tài khoản").click()
    expect(page.get_by_text("Đã khóa tài khoản.")).to_be_visible()


def test_a_phone_without_script_finds_its_way(browser: Browser, site: str, settled: Cast) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(15_000)
    enter(page, site, to="/tai-khoan/mat-khau/")
    page.get_by_label("Danh mục").click()
    page.locator(".menu-nav").get_by_role("link", name="Tài khoản").click()
    expect(page.get_by_role("heading", name="Tài khoản", level=1)).to_be_visible()
    page.get_by_label(re.compile("^Tài khoản ")).click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_text("Đã đăng xuất.")).to_be_visible()
    context.close()
