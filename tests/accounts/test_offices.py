import datetime
import re

from audit.models import Entry
from organizations.models import Role

SWITCH = "/tai-khoan/vai-tro/"
PAGE = "/tai-khoan/mat-khau/"
LONG_AGO = datetime.date(2000, 1, 1)


def second_office(cast):
    return cast.secretary.assignments.create(role=Role.LEADER, organization=cast.committee, from_on=LONG_AGO)


def test_the_office_chosen_is_the_one_acted_in(sign_in, cast):
    first, second = cast.secretary.acting, second_office(cast)
    client = sign_in(cast.secretary)
    assert client.get(PAGE).context["acting"] == first
    assert client.post(SWITCH, {"office": second.pk}).status_code == 302
    page = client.get(PAGE)
    assert page.context["acting"] == second
    assert ("view_dashboard" in page.context["abilities"], "nominate" in page.context["abilities"]) == (True, False)
    assert list(Entry.objects.values_list("verb", "subject_id")) == [("accounts.choose_office", str(second.pk))]


def test_the_switch_offers_ones_own_offices_with_role_and_unit(sign_in, cast):
    second_office(cast)
    html = sign_in(cast.secretary).get(PAGE).content.decode()
    assert len(re.findall(r'name="office"\s+value=', html)) == 2
    assert ("Đảng bộ Công ty May" in html, "Chi bộ Sở Công Thương" in html) == (True, False)


def test_anothers_office_is_not_there(sign_in, cast):
    client = sign_in(cast.secretary)
    assert client.post(SWITCH, {"office": cast.officer.acting.pk}).status_code == 404
    assert client.get(PAGE).context["acting"] == cast.secretary.acting
    assert not Entry.objects.exists()


def test_an_office_that_has_ended_is_not_there(sign_in, cast):
    ended = second_office(cast)
    ended.to_on = datetime.date(2020, 1, 1)
    ended.save()
    assert sign_in(cast.secretary).post(SWITCH, {"office": ended.pk}).status_code == 404


def test_what_is_no_number_is_not_there(sign_in, cast):
    assert sign_in(cast.secretary).post(SWITCH, {"office": "x"}).status_code == 404


def test_without_an_office_every_page_says_so_and_how_to_go_on(sign_in, cast):
    client = sign_in(cast.nobody)
    page = client.get("/cong-viec/")
    html = page.content.decode()
    assert page.status_code == 403
    assert "Tài khoản của bạn hiện không giữ vai trò nào" in html
    assert "liên hệ quản trị hệ thống" in html
    assert "/tai-khoan/dang-xuat/" in html
    assert client.get(PAGE).status_code == 200
