"""Chromium, the site it looks at, and the accessibility judge. Every test in this folder is marked `browser`."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, Playwright
from pytest_django.live_server_helper import LiveServer

# Playwright keeps an event loop in the tests' thread, where Django would then refuse every query.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# It must run as root, in containers, and ask nothing of the network.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
INSTALL = (
    "no Chromium on this machine: `apt-get install chromium`, or `.venv/bin/playwright install chromium`, "
    "or name one in CHROMIUM"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(playwright: Playwright) -> dict:
    own = playwright.chromium.executable_path
    named = os.environ.get("CHROMIUM", "")
    candidates = [named] if named else ["chromium", "chromium-browser", "google-chrome", own]
    found = next((path for path in map(shutil.which, candidates) if path), None)
    if found is None:
        pytest.skip(INSTALL)
    return {"executable_path": found, "args": FLAGS, "headless": True}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "locale": "vi-VN", "timezone_id": settings.TIME_ZONE,
            "viewport": {"width": 1366, "height": 768}}  # fmt: skip


@pytest.fixture
def site(live_server: LiveServer, page: Page) -> str:
    """The address of the running site; the page may wait 15 seconds for what it is told to find."""
    page.set_default_timeout(15_000)
    return live_server.url


@pytest.fixture
def axe(page: Page) -> Callable[[], list[str]]:
    """Judges the page as it stands: the serious and critical findings, each with the elements it concerns."""
    script = (settings.BASE_DIR / "node_modules/axe-core/axe.min.js").read_text()

    def judge() -> list[str]:
        page.evaluate(script)
        found = page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations")
        return [
            f"{finding['id']}: {', '.join(' '.join(map(str, node['target'])) for node in finding['nodes'])}"
            for finding in found
            if finding["impact"] in ("serious", "critical")
        ]

    return judge
