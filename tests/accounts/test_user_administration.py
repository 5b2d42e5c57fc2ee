import datetime
import re

import pytest
from django.utils import timezone

from accounts.models import User
from audit.models import Entry
from organizations.account_scope import accounts_visible_to
from organizations.models import Assignment, Role
from tests.cast import LONG_AGO, make_user

USERS = "/tai-khoan/nguoi-dung/"


def new_account(cast, **changes):
    return {
        "username": "le.hoa",
        "full_name": "Lê Thị Hoa",
        "position": "Phó Bí thư",
        "role": Role.CELL_SECRETARY,
        "organization": cast.cell.pk,
        "from_on": "1/6/2025",
    } | changes


def act(client, user, verb, **data):
    return client.post(f"{USERS}{user.pk}/{verb}/", data)


def verbs():
    return list(Entry.objects.order_by("id").values_list("verb", flat=True))


def test_a_new_account_gets_an_office_and_a_password_shown_once(sign_in, cast):
    page = sign_in(cast.admin).post(f"{USERS}them/", new_account(cast))
    password = re.search(r'class="one-time">([^<]+)<', page.content.decode())[1]
    user = User.objects.get(username="le.hoa")
    assert (user.check_password(password), user.must_change_password, user.position) == (True, True, "Phó Bí thư")
    assert list(user.assignments.values_list("role", "organization", "from_on", "to_on")) == [
        (Role.CELL_SECRETARY, cast.cell.pk, datetime.date(2025, 6, 1), None)
    ]
    assert page["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert verbs() == ["accounts.create", "organizations.assign"]
    assert not Entry.objects.filter(details__icontains=password).exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"username": "Lê Hoa"}, "username"),
        ({"username": "bi-thu"}, "username"),
        ({"full_name": ""}, "full_name"),
        ({"from_on": "31/2/2025"}, "from_on"),
        ({"role": Role.UNION_OFFICER}, "__all__"),
        ({"organization": ""}, "organization"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(sign_in, cast, changes, field):
    page = sign_in(cast.admin).post(f"{USERS}them/", new_account(cast, **changes))
    assert list(page.context["form"].errors) == [field]
    assert not User.objects.filter(full_name="Lê Thị Hoa").exists()
    assert not Entry.objects.exists()


def test_what_was_typed_comes_back(sign_in, cast):
    page = sign_in(cast.admin).post(f"{USERS}them/", new_account(cast, from_on="hôm qua"))
    html = page.content.decode()
    assert [text in html for text in ('value="Lê Thị Hoa"', 'value="le.hoa"', 'value="hôm qua"')] == [True] * 3


def test_a_changed_account_tells_what_changed(sign_in, cast):
    sign_in(cast.admin).post(
        f"{USERS}{cast.secretary.pk}/", {"full_name": "Nguyễn Văn Bí", "position": "", "email": ""}
    )
    cast.secretary.refresh_from_db()
    assert cast.secretary.full_name == "Nguyễn Văn Bí"
    assert list(Entry.objects.values_list("verb", "details")) == [
        ("accounts.change", {"changes": {"full_name": {"from": "bi-thu", "to": "Nguyễn Văn Bí"}}})
    ]


def test_a_reset_ends_the_old_password_and_the_open_sessions(client, cast):
    theirs = type(client)()
    theirs.force_login(cast.secretary)
    client.force_login(cast.admin)
    page = act(client, cast.secretary, "mat-khau")
    password = re.search(r'class="one-time">([^<]+)<', page.content.decode())[1]
    cast.secretary.refresh_from_db()
    assert (cast.secretary.check_password(password), cast.secretary.must_change_password) == (True, True)
    assert theirs.get("/cong-viec/")["Location"].startswith("/tai-khoan/dang-nhap/")
    assert verbs() == ["accounts.reset_password"]


def test_a_closed_account_is_out_at_once_and_can_be_opened_again(client, cast):
    theirs = type(client)()
    theirs.force_login(cast.secretary)
    client.force_login(cast.admin)
    act(client, cast.secretary, "khoa")
    assert theirs.get("/cong-viec/").status_code == 302
    act(client, cast.secretary, "mo")
    cast.secretary.refresh_from_db()
    assert cast.secretary.is_active
    assert verbs() == ["accounts.deactivate", "accounts.reactivate"]


def test_an_office_is_given_and_ended(sign_in, cast):
    client = sign_in(cast.admin)
    act(client, cast.secretary, "phan-cong", role=Role.LEADER, organization=cast.committee.pk, from_on="01-06-2025")
    given = cast.secretary.assignments.get(role=Role.LEADER)
    client.post(f"/tai-khoan/phan-cong/{given.pk}/ket-thuc/", {"to_on": "30/06/2025"})
    given.refresh_from_db()
    assert (given.from_on, given.to_on) == (datetime.date(2025, 6, 1), datetime.date(2025, 6, 30))
    assert verbs() == ["organizations.assign", "organizations.end_assignment"]


def test_an_office_does_not_end_before_it_began(sign_in, cast):
    office = cast.secretary.acting
    page = sign_in(cast.admin).post(f"/tai-khoan/phan-cong/{office.pk}/ket-thuc/", {"to_on": "1/1/1999"}, follow=True)
    office.refresh_from_db()
    assert office.to_on is None
    assert [str(message) for message in page.context["messages"]] == [
        "Ngày kết thúc không được trước ngày bắt đầu 01/01/2000."
    ]


def test_an_office_is_not_given_twice(sign_in, cast):
    page = act(
        sign_in(cast.admin), cast.secretary, "phan-cong",
        role=Role.CELL_SECRETARY, organization=cast.cell.pk, from_on="01/06/2025",
    )  # fmt: skip
    assert page.context["office_form"].non_field_errors() == ["Tài khoản đã giữ vai trò này tại tổ chức này."]
    assert cast.secretary.assignments.count() == 1


@pytest.mark.parametrize("verb", ["khoa", "mat-khau", "phan-cong"])
def test_an_administrator_does_none_of_this_to_himself(sign_in, cast, verb):
    data = {"role": Role.BLOC_OFFICER, "organization": cast.root.pk, "from_on": "01/06/2025"}
    page = sign_in(cast.admin).post(f"{USERS}{cast.admin.pk}/{verb}/", data, follow=True)
    assert "Không tự làm việc này với tài khoản của mình" in page.content.decode()
    cast.admin.refresh_from_db()
    assert (cast.admin.is_active, cast.admin.must_change_password, cast.admin.assignments.count()) == (True, False, 1)
    assert not Entry.objects.exists()


def test_an_administrator_further_down_looks_after_his_own_people_alone(sign_in, cast):
    local = make_user("quan-tri-may", Role.ADMINISTRATOR, cast.committee)
    # The union beside the committee belongs to it; an officer who also sits above does not.
    Assignment.objects.create(user=cast.base_officer, role=Role.LEADER, organization=cast.root, from_on=LONG_AGO)
    visible = accounts_visible_to(local, on=timezone.localdate())
    assert sorted(visible.values_list("username", flat=True)) == ["bi-thu", "cong-doan", "quan-tri-may"]
    client = sign_in(local)
    assert act(client, cast.officer, "mat-khau").status_code == 404
    assert act(client, cast.base_officer, "mat-khau").status_code == 404
    assert (
        client.post(f"/tai-khoan/phan-cong/{cast.stranger.acting.pk}/ket-thuc/", {"to_on": "1/6/2025"}).status_code
        == 404
    )
    page = client.post(f"{USERS}them/", new_account(cast, organization=cast.foreign_cell.pk))
    assert list(page.context["form"].errors) == ["organization"]


def test_the_top_administrator_also_sees_accounts_without_an_office(cast):
    assert set(accounts_visible_to(cast.admin)) == set(User.objects.all())


def test_the_list_asks_the_same_number_of_questions_for_one_account_and_for_many(
    sign_in, cast, django_assert_max_num_queries
):
    client = sign_in(cast.admin)
    with django_assert_max_num_queries(40) as one:
        client.get(f"{USERS}?q=bi-thu")
    with django_assert_max_num_queries(40) as many:
        page = client.get(USERS)
    assert len(page.context["page"].object_list) > 3
    assert len(many) == len(one)


def test_the_administrator_is_led_to_no_dossier(sign_in, cast):
    html = sign_in(cast.admin).get(USERS).content.decode()
    assert ("Giới thiệu quần chúng" in html, "top-search" in html) == (False, False)
