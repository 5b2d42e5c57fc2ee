"""The first page: for each role what it came for."""

import pytest
import time_machine
from django.urls import reverse

from jobs.guard import know
from reports.models import Target
from tests.reports.histories import DAY, make_way, until
from tests.training.classroom import plan


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2025-11-26T09:00:00+07:00", tick=False):
        yield


def due(candidate, transition, on, label):
    candidate.next_due_on = on
    candidate.next_due = [
        {"transition": transition, "due_on": on.isoformat(), "label": label, "citation": "01-HD/TW, điểm 3.8"}
    ]
    candidate.save()
    return candidate


@pytest.fixture
def busy(cast):
    late = due(make_way("Trần Thị An", cast.cell, *until("decide")), "admit", DAY(2025, 11, 24), "Lễ kết nạp")
    soon = due(make_way("Lê Văn Bình", cast.cell, *until("propose")), "endorse", DAY(2025, 12, 1), "Xét đề nghị")
    due(make_way("Phạm Lan Chi", cast.other_cell, *until("propose")), "endorse", DAY(2025, 12, 20), "Xét đề nghị")
    due(make_way("Vũ Xa", cast.cell, *until("propose")), "endorse", DAY(2026, 2, 20), "Xét đề nghị")
    due(make_way("Người Lạ", cast.foreign_cell, *until("decide")), "admit", DAY(2025, 11, 24), "Lễ kết nạp")
    cast.late, cast.soon = late, soon
    return cast


def home(client):
    answer = client.get(reverse("reports:home"))
    return answer, answer.content.decode()


def test_staff_see_their_own_acts_by_urgency(busy, sign_in):
    answer, page = home(sign_in(busy.base_officer))
    groups = {
        group["key"]: [(act["candidate"].person.full_name, act["working_days"]) for act in group["acts"]]
        for group in answer.context["groups"]
    }
    assert groups == {
        "overdue": [("Trần Thị An", -2)],
        "week": [("Lê Văn Bình", 3)],
        "month": [("Phạm Lan Chi", 17)],
    }
    assert ("Quá hạn 2 ngày làm việc" in page, "01-HD/TW, điểm 3.8" in page) == (True, True)
    assert reverse("candidates:act", args=[busy.late.pk, "admit"]) in page
    assert ("Người Lạ" in page, "Vũ Xa" in page) == (False, False)


def test_secretary_sees_the_cell_alone(busy, sign_in):
    _answer, page = home(sign_in(busy.secretary))
    assert [name in page for name in ("Trần Thị An", "Phạm Lan Chi", "Người Lạ")] == [True, False, False]


def test_one_group_may_be_asked_for(busy, sign_in):
    answer = sign_in(busy.base_officer).get(reverse("reports:home") + "?due=week")
    assert [group["key"] for group in answer.context["groups"]] == ["week"]


def test_nothing_due_is_said(cast, sign_in):
    assert "Không có việc nào đến hạn trong 30 ngày tới" in home(sign_in(cast.secretary))[1]


def test_union_sees_its_target_and_its_people_coarsely(cast, sign_in):
    Target.objects.create(organization=cast.union, year=2025, kind="nomination", value=4)
    make_way("Trần Thị An", cast.cell, *until("admit"), introduced_by=cast.union)
    make_way("Lê Văn Bình", cast.cell, *until("verify"), introduced_by=cast.union)
    make_way("Người Lạ", cast.foreign_cell, *until("verify"), introduced_by=cast.rival_union)
    answer, page = home(sign_in(cast.unionist))
    groups = [(label, [one.person.full_name for one in people]) for label, people in answer.context["groups"]]
    assert groups == [("Đang được xem xét", ["Lê Văn Bình"]), ("Đã kết nạp", ["Trần Thị An"])]
    assert (answer.context["percent"], "Người Lạ" in page, "Đã thẩm tra" in page) == ("50,0 %", False, False)


def test_leader_arrives_at_the_dashboard(cast, sign_in):
    assert "reports/dashboard.html" in [template.name for template in home(sign_in(cast.leader))[0].templates]


@pytest.mark.parametrize(
    ("who", "template"),
    [
        ("trainer", "reports/home_trainer.html"),
        ("inspector", "reports/home_inspector.html"),
        ("admin", "reports/home_administrator.html"),
    ],
)
def test_other_roles_arrive_at_their_own_page(cast, sign_in, who, template):
    assert template in [one.name for one in home(sign_in(getattr(cast, who)))[0].templates]


def test_guard_speaks_to_administrators_and_the_highest_officers(cast, sign_in):
    silent = "Có việc định kỳ không chạy đúng giờ"
    told = {
        who: silent in home(sign_in(getattr(cast, who)))[1] for who in ("admin", "officer", "base_officer", "unionist")
    }
    know(["jobs.tasks.requeue_lost", "reports.tasks.open_due"])
    assert told == {"admin": True, "officer": True, "base_officer": False, "unionist": False}
    assert silent not in home(sign_in(cast.admin))[1]


def test_a_deadline_without_an_act_of_its_own_leads_to_the_dossier(cast, sign_in):
    way = make_way("Trần Thị An", cast.cell, *until("propose"))
    profiled = due(way, "member_profile", DAY(2025, 12, 1), "Khai phiếu đảng viên")
    _answer, page = home(sign_in(cast.secretary))
    assert (reverse("candidates:detail", args=[profiled.pk]) in page, "Làm ngay" in page) == (True, False)


def test_an_act_of_another_office_says_who_must_do_it(cast, sign_in):
    one = due(make_way("Trần Thị An", cast.cell, *until("endorse")), "decide", DAY(2025, 12, 1), "Quyết định")
    two = due(make_way("Lê Văn Bình", cast.cell, *until("propose")), "endorse", DAY(2025, 12, 1), "Xét đề nghị")
    urls = [reverse("candidates:act", args=[one.pk, "decide"]), reverse("candidates:act", args=[two.pk, "endorse"])]
    told = {}
    for who in ("secretary", "base_officer", "officer"):
        answer, page = home(sign_in(getattr(cast, who)))
        acts = [(act["name"], act["waits_for"]) for group in answer.context["groups"] for act in group["acts"]]
        told[who] = ([words for _name, words in sorted(acts)], [url in page for url in urls])
    above, base = "Chờ Ban Thường vụ cấp trên", "Chờ đảng ủy cơ sở"
    assert told == {
        "secretary": ([above, base], [False, False]),
        "base_officer": ([above, ""], [False, True]),
        "officer": (["", ""], [True, True]),
    }
    cast.committee.is_delegated = True
    cast.committee.save()
    assert urls[0] in home(sign_in(cast.base_officer))[1]


@pytest.mark.parametrize("number", [1, 3])
def test_acts_ask_the_same_queries_whatever_their_number(cast, sign_in, number, django_assert_num_queries):
    for place in range(number):
        way = make_way(f"Trần Thị {place}", cast.cell, *until("endorse"))
        due(way, "decide", DAY(2025, 12, 1), "Quyết định")
        make_way(f"Lê Văn {place}", cast.cell, ("nominate", DAY(2025, 2, 20)))
    client = sign_in(cast.base_officer)
    home(client)
    with django_assert_num_queries(11):
        home(client)


def test_new_nominees_are_seen_at_once(cast, sign_in):
    make_way("Trần Thị An", cast.committee, ("nominate", DAY(2025, 11, 25)), introduced_by=cast.union)
    make_way("Lê Văn Bình", cast.cell, ("nominate", DAY(2025, 11, 24)))
    make_way("Vũ Xa", cast.cell, *until("list"))
    make_way("Người Lạ", cast.foreign_cell, ("nominate", DAY(2025, 11, 24)))
    seen = {}
    for who in ("secretary", "base_officer"):
        answer, page = home(sign_in(getattr(cast, who)))
        found = answer.context["introduced"]
        seen[who] = (found["number"], sorted(one.person.full_name for one in found["candidates"]))
        assert ("?stage=introduced" in page, "Lê Văn Bình" in page) == (True, True)
    assert seen == {"secretary": (1, ["Lê Văn Bình"]), "base_officer": (2, ["Lê Văn Bình", "Trần Thị An"])}


def test_trainer_is_told_which_classes_are_to_be_closed(cast, sign_in):
    over = plan(cast, code="A", starts_on=DAY(2025, 10, 6))
    plan(cast, code="B", starts_on=DAY(2025, 11, 24))
    answer, page = home(sign_in(cast.trainer))
    assert ([course.pk for course in answer.context["to_close"]], "Cần bế giảng" in page) == ([over.pk], True)
