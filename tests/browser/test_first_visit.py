"""What a browser gets before anybody signs in."""

from collections.abc import Callable

from playwright.sync_api import Page


def test_vendor_files_are_served(page: Page, site: str) -> None:
    names = ["tabler/tabler.min.css", "tabler/tabler.min.js", "htmx/htmx.min.js", "chart/chart.umd.min.js", "icons.svg"]
    answers = {name: page.request.get(f"{site}/static/vendor/{name}").status for name in names}
    assert answers == dict.fromkeys(names, 200)


def test_axe_finds_a_button_without_a_name(page: Page, axe: Callable[[], list[str]]) -> None:
    page.set_content('<html lang="vi"><title>Thử</title><main><h1>Thử</h1><button id="mute"></button></main></html>')
    assert axe() == ["button-name: #mute"]
