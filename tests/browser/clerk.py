"""Somebody who works with the site by clicking, and keeps what the judges say of every page on the way."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from candidates.models import Candidate, Introduction, MentorAssignment, Paper, StageChange, Verification, Vote
from organizations.scope import whole
from people.models import Person
from training.models import Certificate

WIDE = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
PASSWORD = "mat-khau-thu"
WRITTEN = (Candidate, StageChange, Paper, Vote, Verification, Introduction, MentorAssignment, Certificate, Person)


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def stored() -> dict[str, list[Any]]:
    """Everything the acts could have written, to be compared before and after."""
    with whole():
        return {model.__name__: list(model.objects.order_by("pk").values()) for model in WRITTEN}


def as_typed(value: Any) -> str:
    """A value as a clerk types it, or as its option is named in the page."""
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    return str(getattr(value, "pk", value))


class Clerk:
    """One browser window at the site; `found` gathers what the accessibility judge finds, page by page."""

    def __init__(self, page: Page, site: str, axe: Callable[[], list[str]]) -> None:
        self.page, self.site, self.axe = page, site, axe
        self.found: list[str] = []

    def judged(self) -> None:
        """Let the judges see the page as it stands."""
        self.page.wait_for_load_state("networkidle")
        path = self.page.url.removeprefix(self.site)
        self.found += [f"{path}: {finding}" for finding in self.axe()]
        if overflow(self.page):
            self.found.append(f"{path}: {overflow(self.page)} px too wide")

    def sign_in(self, username: str, password: str = PASSWORD) -> None:
        """Sign whoever is there out by the menu, and in by the page."""
        if not self.page.url.startswith(self.site):
            self.page.goto(f"{self.site}/")
        else:
            self.page.get_by_label("Tài khoản ").click()
            self.page.get_by_role("button", name="Đăng xuất").click()
        self.judged()
        self.page.goto(f"{self.site}/tai-khoan/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(password)
        self.page.get_by_role("button", name="Đăng nhập").click()
        expect(self.page.get_by_label("Tài khoản ")).to_be_visible()
        self.judged()

    def menu(self, part: str) -> None:
        """Go to a part of the site by the menu at the side."""
        self.page.locator(".shell-side").get_by_role("link", name=part, exact=True).click()
        expect(self.page.locator(".shell-side [aria-current=page]")).to_have_text(part)
        self.judged()

    def open_candidate(self, name: str) -> None:
        """Find somebody in the list of candidates and open the dossier."""
        self.menu("Hồ sơ")
        with self.page.expect_response(lambda answer: "q=" in answer.url):
            self.page.locator("#id_q").fill(name)
        self.page.wait_for_load_state("networkidle")
        self.page.locator("#results").get_by_role("link", name=name).first.click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)
        self.judged()

    def field(self, name: str) -> Locator:
        return self.page.locator(f"main form[method=post] [name={name}]")

    def fill(self, values: Mapping[str, Any]) -> None:
        """Type into the form of the page, field by field."""
        for name, value in values.items():
            field = self.field(name)
            if not field.is_visible():
                self.page.locator("main form[method=post] details:not([open]) > summary").first.click()
            if isinstance(value, bool):
                field.set_checked(value)
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(as_typed(value))
            else:
                field.fill(as_typed(value))

    def typed(self, names: Mapping[str, Any]) -> dict[str, Any]:
        """What stands in these fields now."""
        return {
            name: self.field(name).is_checked() if isinstance(value, bool) else self.field(name).input_value()
            for name, value in names.items()
        }

    def send(self) -> None:
        self.page.locator("main form[method=post] .sheet-end .btn-primary").click()

    def refused(self, values: Mapping[str, Any], rule: str) -> str:
        """Send the form and be refused: with rule and article, with nothing lost, with nothing written."""
        before = stored()
        self.fill(values)
        given = self.typed(values)
        self.send()
        finding = self.page.locator(f".alert-findings .is-refusal[data-rule='{rule}']").first
        expect(finding).to_be_visible()
        self.judged()
        assert self.typed(values) == given
        assert stored() == before
        citation = finding.locator(".finding-source").inner_text()
        assert citation.removesuffix(rule).strip(), f"{rule} cites nothing"
        return finding.inner_text()

    def recorded(self, values: Mapping[str, Any], label: str = "") -> None:
        """Send the form and come back to the dossier."""
        self.fill(values)
        self.send()
        expect(self.page.locator(".alert-success")).to_contain_text(label)
        self.judged()
