import pytest
from django.conf import settings
from django.urls import reverse

from audit.models import Entry
from organizations.models import Role

PASSWORD = "mat-khau-thu"
REFUSED = "Tên đăng nhập hoặc mật khẩu không đúng. Quên mật khẩu thì liên hệ quản trị hệ thống."
SIGN_IN = "/tai-khoan/dang-nhap/"


def sign_in(client, username, password, query=""):
    return client.post(SIGN_IN + query, {"username": username, "password": password})


def verbs():
    return list(Entry.objects.order_by("id").values_list("verb", "actor_name", "subject_name"))


def test_whoever_knows_the_password_comes_in(client, cast):
    answer = sign_in(client, "bi-thu", PASSWORD)
    assert (answer.status_code, answer["Location"]) == (302, reverse(settings.LOGIN_REDIRECT_URL))
    assert client.session["_auth_user_id"] == str(cast.secretary.pk)
    assert verbs() == [("accounts.sign_in", "bi-thu", "bi-thu")]


def test_capitals_in_the_name_do_not_matter(client, cast):
    assert sign_in(client, "Bi-Thu", PASSWORD).status_code == 302


def test_an_address_asked_for_is_kept(client, cast):
    assert client.get("/tai-khoan/mat-khau/")["Location"] == f"{SIGN_IN}?next=/tai-khoan/mat-khau/"
    page = client.get(f"{SIGN_IN}?next=/tai-khoan/mat-khau/")
    assert '<input type="hidden" name="next" value="/tai-khoan/mat-khau/">' in page.content.decode()
    answer = client.post(SIGN_IN, {"username": "bi-thu", "password": PASSWORD, "next": "/tai-khoan/mat-khau/"})
    assert answer["Location"] == "/tai-khoan/mat-khau/"


def test_another_sites_address_is_not_followed(client, cast):
    answer = client.post(SIGN_IN, {"username": "bi-thu", "password": PASSWORD, "next": "https://example.com/"})
    assert answer["Location"] == reverse(settings.LOGIN_REDIRECT_URL)


@pytest.mark.parametrize("who", ["unknown", "wrong_password", "closed_account"])
def test_every_refusal_says_the_same(client, cast, who):
    cast.secretary.is_active = who != "closed_account"
    cast.secretary.save()
    username = "khong-co" if who == "unknown" else "bi-thu"
    password = "sai-mat-khau" if who == "wrong_password" else PASSWORD
    page = sign_in(client, username, password)
    assert page.status_code == 200
    assert page.context["form"].non_field_errors() == [REFUSED]
    assert "_auth_user_id" not in client.session


def test_a_refusal_is_remembered_and_an_unknown_name_is_not_written_down(client, cast):
    sign_in(client, "bi-thu", "sai")
    sign_in(client, "go-nham-mat-khau-vao-day", "sai")
    assert verbs() == [("accounts.sign_in_failed", "Hệ thống", "bi-thu"), ("accounts.sign_in_failed", "Hệ thống", "")]
    assert not Entry.objects.filter(details__icontains="go-nham").exists()


def test_the_page_tells_how_data_are_processed(client, db):
    html = client.get(SIGN_IN).content.decode()
    assert "91/2025/QH15" in html
    assert reverse("accounts:data_notice") in html


def test_signing_out_is_a_post_and_is_remembered(sign_in, cast):
    client = sign_in(cast.secretary)
    assert client.get("/tai-khoan/dang-xuat/").status_code == 405
    assert client.post("/tai-khoan/dang-xuat/")["Location"] == SIGN_IN
    assert "_auth_user_id" not in client.session
    assert verbs() == [("accounts.sign_out", "bi-thu", "bi-thu")]


def test_language_and_theme_are_remembered_with_the_account(sign_in, cast, client):
    signed_in = sign_in(cast.secretary)
    signed_in.post("/tai-khoan/giao-dien/", {"theme": "dark", "next": "/tai-khoan/mat-khau/"})
    signed_in.post("/tai-khoan/ngon-ngu/", {"language": "en", "next": "/tai-khoan/mat-khau/"})
    html = signed_in.get("/tai-khoan/mat-khau/").content.decode()
    assert ('lang="en"' in html, 'data-bs-theme="dark"' in html) == (True, True)
    cast.secretary.refresh_from_db()
    assert cast.secretary.preferences == {"theme": "dark", "language": "en"}


def test_a_theme_nobody_offers_is_not_kept(sign_in, cast):
    sign_in(cast.secretary).post("/tai-khoan/giao-dien/", {"theme": "<script>"})
    cast.secretary.refresh_from_db()
    assert cast.secretary.preferences == {}


def test_the_office_last_chosen_is_taken_up_again(client, cast):
    from_day = cast.secretary.acting.from_on
    second = cast.secretary.assignments.create(role=Role.CELL_SECRETARY, organization=cast.other_cell, from_on=from_day)
    cast.secretary.preferences = {"office": second.pk}
    cast.secretary.save()
    sign_in(client, "bi-thu", PASSWORD)
    assert client.get("/tai-khoan/mat-khau/").context["acting"] == second
