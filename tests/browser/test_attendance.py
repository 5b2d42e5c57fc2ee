"""Attendance taken by keyboard alone, and the pages of a class as axe sees them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from organizations.scope import whole
from tests.cast import Cast
from tests.training.classroom import enrolled, plan
from training.models import Attendance, Course


@pytest.fixture
def course(transactional_db: None) -> Course:
    with whole():
        cast = Cast()
        course = plan(cast)
        enrolled(cast, course, "Nguyễn Văn An", "Trần Thị Bích", "Đỗ Văn Cường")
    return course


def enter(page: Page, site: str) -> None:
    page.goto(f"{site}/tai-khoan/dang-nhap/")
    page.fill("[name=username]", "boi-duong")
    page.fill("[name=password]", "mat-khau-thu")
    page.press("[name=password]", "Enter")
    page.wait_for_selector("main")
    page.wait_for_url(lambda url: "dang-nhap" not in url)


def test_session_is_marked_without_a_mouse(page: Page, site: str, course: Course) -> None:
    enter(page, site)
    page.goto(f"{site}/lop-hoc/{course.pk}/diem-danh/1/")
    page.wait_for_selector("[data-count]:not(:empty)")
    for key in ("ArrowDown", "Space", "End", "Home", "ArrowUp"):
        page.keyboard.press(key)
    assert page.inner_text("[data-count]") == "Có mặt 2/3"
    page.keyboard.press("Control+s")
    page.wait_for_url("**/diem-danh/2/")
    with whole():
        marks = Attendance.objects.order_by("enrollment__person__sort_key")
        assert list(marks.values_list("enrollment__person__full_name", "is_present")) == [
            ("Nguyễn Văn An", True),
            ("Trần Thị Bích", False),
            ("Đỗ Văn Cường", True),
        ]


def test_axe_finds_nothing_serious_on_the_pages_of_a_class(
    page: Page, site: str, axe: Callable[[], list[str]], course: Course
) -> None:
    enter(page, site)
    found = []
    of_course = [
        f"{course.pk}/{tail}" for tail in ("", "ghi-danh/", "diem-danh/1/", "ket-qua/", "be-giang/", "lich-hoc/")
    ]
    for tail in ["", *of_course, "mo-lop/", "chuong-trinh/", "giay-chung-nhan/"]:
        page.goto(f"{site}/lop-hoc/{tail}")
        found += [(tail, finding) for finding in axe()]
    assert found == []
