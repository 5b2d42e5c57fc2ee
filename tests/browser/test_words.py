"""Every main page, in the office whose page it is: Vietnamese throughout, no wider than either screen, clean to axe."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from organizations.scope import whole
from reports.actions import generate_reports
from reports.models import Report
from reports.periods import month
from tests.browser.clerk import PHONE, WIDE, Clerk, overflow
from tests.candidates.history import ExampleA
from tests.cast import Cast
from tests.training.classroom import enrolled, plan

# Words of English screens that are no words of Vietnamese ("no", "in", "to", "on", "so", "can" are).
ENGLISH = re.compile(
    r"\b(home|search|save|cancel|delete|edit|add|next|previous|page|pages|name|date|user|users|password|username|login|"
    r"logout|sign|submit|required|select|choose|file|files|enter|valid|invalid|please|field|this|that|with|without|and|"
    r"from|back|details|detail|list|new|open|close|closed|people|person|candidate|candidates|member|members|course|"
    r"class|report|reports|target|targets|year|month|day|days|week|none|true|false|yes|error|errors|warning|success|"
    r"failed|done|ready|due|stage|state|status|unit|units|version|draft|filter|sort|show|hide|more|less|all|other|"
    r"total|number|code|type|kind|value|reason|note|notes|created|updated|changed|introduced|decided|recognised|"
    r"awareness|probation|session|sessions|present|absent|findings|edition|section|lambda|object|null|undefined)\b"
)
# Everything people read, buttons' names and hints included, but for what is marked as another language.
VISIBLE = """() => {
  const said = [];
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('[lang=en], script, style, code, .code') || !one.checkVisibility()) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) if (one.getAttribute(name)) said.push(one.getAttribute(name));
    for (const node of one.childNodes) if (node.nodeType === 3 && node.textContent.trim()) said.push(node.textContent.trim());
  }
  said.push(document.title);
  return said;
}"""  # noqa: E501


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast with a dossier before the cell's vote, a class with learners and the reports of a month."""
    with whole():
        cast = Cast()
        cast.candidate = ExampleA(cast).until("propose")
        cast.course = plan(cast)
        enrolled(cast, cast.course, "Nguyễn Văn An", "Trần Thị Bích")
        period = month(2023, 5)
        for unit in (cast.root, cast.committee):
            Report.objects.create(
                organization=unit,
                organization_name=unit.name,
                path=unit.path,
                period_from=period.from_on,
                period_to=period.to_on,
            )
        generate_reports(period, progress=lambda done, total: None, is_cancelled=lambda: False)
        cast.report = Report.objects.get(organization=cast.root)
    return cast


def english(page: Page) -> list[str]:
    return sorted({text for text in page.evaluate(VISIBLE) if ENGLISH.search(text.lower())})


PAGES = {
    "bi-thu": ["/", "/ho-so/", "/ho-so/{candidate}/", "/ho-so/{candidate}/ghi/propose/", "/nguoi/{person}/"],
    "dang-uy": [
        "/ho-so/{candidate}/?phan=giay-to",
        "/ho-so/{candidate}/?phan=nhat-ky",
        "/ho-so/{candidate}/them/paper/",
        "/chi-tieu/",
        "/nguoi/chi-bo/{cell}/dang-vien/",
    ],
    "ban-to-chuc": [
        "/bao-cao/",
        "/bao-cao/{report}/",
        "/to-chuc/",
        "/to-chuc/{unit}/",
        "/to-chuc/doanh-nghiep/",
        "/cong-viec/",
    ],
    "cong-doan": ["/", "/ho-so/", "/ho-so/{candidate}/", "/ho-so/gioi-thieu/", "/ho-so/gioi-thieu/nguoi-moi/"],
    "boi-duong": ["/", "/lop-hoc/", "/lop-hoc/{course}/", "/lop-hoc/mo-lop/", "/lop-hoc/giay-chung-nhan/"],
    "lanh-dao": ["/", "/tong-quan/?year=2023", "/so-lieu/dinh-nghia/"],
    "kiem-tra": ["/", "/nhat-ky/"],
    "quan-tri": ["/", "/tai-khoan/nguoi-dung/", "/to-chuc/ngay-nghi/"],
}


@pytest.mark.parametrize("who", PAGES)
def test_pages_are_vietnamese_and_fit(
    page: Page, site: str, axe: Callable[[], list[str]], cast: Cast, who: str
) -> None:
    Clerk(page, site, axe).sign_in(who)
    names = {
        "candidate": cast.candidate.pk,
        "person": cast.candidate.person_id,
        "cell": cast.cell.pk,
        "report": cast.report.pk,
        "unit": cast.committee.pk,
        "course": cast.course.pk,
    }
    found: dict = {}
    for pattern in PAGES[who]:
        path = pattern.format(**names)
        answer = page.goto(site + path)
        assert answer is not None
        found[path] = [f"status {answer.status}"] if answer.status != 200 else []
        found[path] += english(page) + axe()
        for size in (PHONE, WIDE):
            page.set_viewport_size(size)
            page.wait_for_timeout(100)  # a chart follows its box in the next frames
            found[path] += [f"{overflow(page)} px wider than {size['width']}"] if overflow(page) else []
    assert found == {path: [] for path in found}
