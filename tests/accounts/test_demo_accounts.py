"""Accounts of the demo open nothing on a real server."""

import pytest

from tests.cast import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "mat-khau-thu"


@pytest.fixture
def demo_user(db):
    return make_user("dung-thu", is_demo=True)


def test_a_demo_account_signs_in_while_trying(client, demo_user, settings):
    settings.DEBUG = True
    assert client.login(username="dung-thu", password=PASSWORD)


def test_a_demo_account_cannot_sign_in_where_debug_is_off(client, demo_user, settings):
    settings.DEBUG = False
    assert not client.login(username="dung-thu", password=PASSWORD)


def test_a_session_of_a_demo_account_ends_where_debug_is_off(client, demo_user, settings):
    settings.DEBUG = True
    client.force_login(demo_user)
    settings.DEBUG = False
    page = client.get("/")
    assert (page.status_code, "dang-nhap" in page.url) == (302, True)
