"""What a slow closed network carries: everything a first visit fetches, compressed as it is served."""

import gzip
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

FIRST_VISIT = 250_000  # bytes
LATER_PAGE = 40_000


def compressed(content):
    return len(gzip.compress(content, 9))


def parts_of(html):
    """The paths of the files that the page makes a browser fetch."""
    named = re.findall(r'(?:src|href)="/static/([^"#]+)(?:#[^"]*)?"', html)
    return sorted(set(named))


def weigh(path):
    found = finders.find(path)
    assert found, f"{path} is named by the page and is not there"
    return compressed(Path(found).read_bytes())


def test_a_first_visit_stays_light(sign_in, cast):
    page = sign_in(cast.admin).get("/tai-khoan/nguoi-dung/").content
    files = {path: weigh(path) for path in parts_of(page.decode())}
    assert {"css/app.css", "js/app.js", "vendor/tabler/tabler.min.css", "vendor/icons.svg"} <= set(files)
    assert compressed(page) <= LATER_PAGE
    assert compressed(page) + sum(files.values()) <= FIRST_VISIT


def test_pages_name_nothing_from_outside(sign_in, cast):
    html = sign_in(cast.admin).get("/tai-khoan/nguoi-dung/").content.decode()
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//[^"]+"', html) == []


def test_pages_carry_no_script_or_style_of_their_own(sign_in, cast):
    html = sign_in(cast.admin).get("/tai-khoan/nguoi-dung/").content.decode()
    assert re.findall(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", html) == []


def test_styles_ask_nothing_from_outside():
    files = [settings.BASE_DIR / "static/css/app.css", finders.find("vendor/tabler/tabler.min.css")]
    outside = [url for file in files for url in re.findall(r"url\(['\"]?(https?:)?//", Path(file).read_text())]
    assert outside == []
