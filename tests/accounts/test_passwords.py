import pytest

from audit.models import Entry

PASSWORD = "mat-khau-thu"
CHANGE = "/tai-khoan/mat-khau/"
NEW = "Nguồn-sáng-2026"


@pytest.fixture
def newcomer(cast):
    cast.secretary.must_change_password = True
    cast.secretary.save()
    return cast.secretary


def change(client, old=PASSWORD, new=NEW, again=NEW, **more):
    data = {"old_password": old, "new_password1": new, "new_password2": again}
    return client.post(CHANGE, data | more)


def test_a_one_time_password_must_be_changed_before_anything_else(sign_in, newcomer):
    client = sign_in(newcomer)
    assert client.get("/cong-viec/")["Location"] == f"{CHANGE}?next=%2Fcong-viec%2F"
    assert client.post("/tai-khoan/vai-tro/", {"office": "1"})["Location"] == CHANGE


def test_after_the_change_the_page_asked_for_opens(sign_in, newcomer):
    client = sign_in(newcomer)
    page = client.get(f"{CHANGE}?next=%2Fcong-viec%2F")
    assert '<input type="hidden" name="next" value="/cong-viec/">' in page.content.decode()
    assert change(client, next="/cong-viec/")["Location"] == "/cong-viec/"
    assert client.get("/cong-viec/").status_code == 200
    newcomer.refresh_from_db()
    assert (newcomer.must_change_password, newcomer.check_password(NEW)) == (False, True)
    assert list(Entry.objects.values_list("verb", "actor_name")) == [("accounts.change_password", "bi-thu")]


def test_whoever_must_change_may_still_leave(sign_in, newcomer):
    assert sign_in(newcomer).post("/tai-khoan/dang-xuat/")["Location"] == "/tai-khoan/dang-nhap/"


def test_other_sessions_end_with_the_old_password(cast, client):
    from_elsewhere = type(client)()
    from_elsewhere.force_login(cast.secretary)
    client.force_login(cast.secretary)
    change(client)
    assert (client.get(CHANGE).status_code, from_elsewhere.get(CHANGE).status_code) == (200, 302)


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"old": "sai"}, "old_password", "Mật khẩu hiện tại không đúng."),
        ({"again": "khac-hẳn-2026"}, "new_password2", "Hai lần nhập mật khẩu mới không giống nhau."),
        ({"new": PASSWORD, "again": PASSWORD}, "new_password1", "Mật khẩu mới phải khác mật khẩu hiện tại."),
    ],
)
def test_a_change_that_is_refused_changes_nothing(sign_in, cast, typed, field, message):
    page = change(sign_in(cast.secretary), **typed)
    assert (page.status_code, page.context["form"].errors[field]) == (200, [message])
    cast.secretary.refresh_from_db()
    assert cast.secretary.check_password(PASSWORD)
    assert not Entry.objects.exists()


def test_a_short_password_is_refused(sign_in, cast):
    page = change(sign_in(cast.secretary), new="ngan", again="ngan")
    assert list(page.context["form"].errors) == ["new_password2"]
