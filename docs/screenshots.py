"""Takes the pictures of docs/screenshots from a running site with demo data: `make run`, then `make screenshots`.

ADDRESS names the site (http://127.0.0.1:8000 by default), CHROMIUM a browser other than the machine's own.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ADDRESS = os.environ.get("ADDRESS", "http://127.0.0.1:8000").rstrip("/")
FOLDER = Path(__file__).parent / "screenshots"
PASSWORD = "tao-nguon-2026"  # noqa: S105 of the demo, printed by `make run`
WIDE = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
LIMIT = 120 * 1024  # bytes a picture may weigh


def stay(page: Page) -> None:
    """The page as it opens."""


def open_first(page: Page) -> None:
    page.locator("main tbody a").first.click()


def be_refused(page: Page) -> None:
    """A vote of seven where the cell has twelve full members."""
    open_first(page)
    page.get_by_role("link", name="Ghi: Chi bộ xét").click()
    for name, value in {
        "members": "12",
        "present": "8",
        "in_favour": "7",
        "against": "1",
        "cell_resolution_number": "11-NQ/CB",
    }.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator(".sheet-end .btn-primary").click()
    page.locator(".alert-findings").wait_for()


def nominate(page: Page) -> None:
    for name, value in {
        "full_name": "Nguyễn Thị Hồng Thắm",
        "born": "14/8/1996",
        "identity_number": "060196004521",
        "member_since": "4/2021",
    }.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main [name=sex]").select_option("female")


@dataclass(frozen=True)
class Picture:
    """One picture: its name, whose account, which page, how wide, and what is done before it is taken."""

    name: str
    account: str
    path: str
    size: dict[str, int]
    prepare: Callable[[Page], None] = stay


PICTURES = (
    Picture("sign-in", "", "/tai-khoan/dang-nhap/", WIDE),
    Picture("sign-in-phone", "", "/tai-khoan/dang-nhap/", PHONE),
    Picture("home-staff", "danguy", "/", WIDE),
    Picture("home-staff-phone", "danguy", "/", PHONE),
    Picture("home-union", "congdoan", "/", WIDE),
    Picture("home-union-phone", "congdoan", "/", PHONE),
    Picture("home-training", "boiduong", "/", WIDE),
    Picture("candidates", "bantochuc", "/ho-so/?order=due", WIDE),
    Picture("candidates-phone", "danguy", "/ho-so/", PHONE),
    Picture("candidate", "bantochuc", "/ho-so/?stage=decided", WIDE, open_first),
    Picture("candidate-phone", "bantochuc", "/ho-so/?stage=decided", PHONE, open_first),
    Picture("act-refused", "bantochuc", "/ho-so/?stage=consulted", WIDE, be_refused),
    Picture("nomination-phone", "congdoan", "/ho-so/gioi-thieu/nguoi-moi/", PHONE, nominate),
    Picture("classes", "boiduong", "/lop-hoc/", WIDE),
    Picture("class", "boiduong", "/lop-hoc/?state=closed&kind=awareness", WIDE, open_first),
    Picture("class-phone", "boiduong", "/lop-hoc/?state=closed&kind=awareness", PHONE, open_first),
    Picture("targets", "bantochuc", "/chi-tieu/", WIDE),
    Picture("reports", "bantochuc", "/bao-cao/", WIDE),
    Picture("report", "bantochuc", "/bao-cao/", WIDE, open_first),
    Picture("dashboard", "lanhdao", "/tong-quan/", WIDE),
    Picture("dashboard-phone", "lanhdao", "/tong-quan/", PHONE),
    Picture("organizations", "bantochuc", "/to-chuc/", WIDE),
    Picture("audit", "kiemtra", "/nhat-ky/", WIDE),
)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
        found = next((path for path in map(shutil.which, names) if path), playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=found, args=["--headless", "--no-sandbox"])
        yield browser
        browser.close()


def sign_in(page: Page, account: str) -> None:
    page.goto(f"{ADDRESS}/tai-khoan/dang-nhap/")
    page.locator("[name=username]").fill(account)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.locator(".menu-user").wait_for()


def take(browser: Browser, picture: Picture) -> int:
    """Take one picture in a window of its own and return its weight in bytes."""
    context = browser.new_context(viewport=picture.size, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    page = context.new_page()
    page.set_default_timeout(15_000)
    if picture.account:
        sign_in(page, picture.account)
    page.goto(ADDRESS + picture.path)
    picture.prepare(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)  # charts draw themselves in
    file = FOLDER / f"{picture.name}.png"
    page.screenshot(path=file, animations="disabled")
    context.close()
    # Pages have few colours: a palette halves what the file weighs, and nobody sees it.
    Image.open(file).convert("RGB").quantize(255, dither=Image.Dither.NONE).save(file, optimize=True)
    return file.stat().st_size


def main(wanted: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    heavy = []
    with chromium() as browser:
        for picture in PICTURES:
            if wanted and picture.name not in wanted:
                continue
            weight = take(browser, picture)
            print(f"{picture.name}: {weight // 1024} KB")  # noqa: T201
            if weight > LIMIT:
                heavy.append(picture.name)
    if heavy:
        sys.exit(f"Heavier than {LIMIT // 1024} KB: {', '.join(heavy)}")


if __name__ == "__main__":
    main(sys.argv[1:])
