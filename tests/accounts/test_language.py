"""Pages are Vietnamese until somebody chooses otherwise."""

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


def test_an_english_browser_gets_a_vietnamese_page(client):
    page = client.get("/tai-khoan/dang-nhap/", headers={"Accept-Language": "en-US,en"})
    assert (page.headers["Content-Language"], "Đăng nhập" in page.content.decode()) == ("vi", True)


def test_the_language_chosen_is_kept_in_the_cookie(client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert client.get("/tai-khoan/dang-nhap/").headers["Content-Language"] == "en"
