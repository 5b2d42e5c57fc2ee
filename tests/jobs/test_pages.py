"""Công việc: one's own jobs, their progress, and stopping them."""

import pytest
from django.urls import reverse

from jobs.models import Job


def make_job(owner, title="Lập báo cáo tháng 10/2026", **fields):
    key = fields.pop("key", title)
    return Job.objects.create(kind="report", key=key, title=title, task="none", created_by=owner, **fields)


def test_list_shows_ones_own_jobs_alone(cast, sign_in):
    make_job(cast.officer, "Việc của cán bộ")
    make_job(cast.leader, "Việc của lãnh đạo")
    make_job(None, "Việc của hệ thống")
    page = sign_in(cast.officer).get(reverse("jobs:list")).content.decode()
    assert [title in page for title in ("Việc của cán bộ", "Việc của lãnh đạo", "Việc của hệ thống")] == [
        True,
        False,
        False,
    ]


def test_administrator_sees_every_job(cast, sign_in):
    titles = ["Việc của cán bộ", "Việc của hệ thống"]
    make_job(cast.officer, titles[0])
    make_job(None, titles[1])
    page = sign_in(cast.admin).get(reverse("jobs:list")).content.decode()
    assert all(title in page for title in titles)


@pytest.mark.parametrize(("state", "polls"), [("running", True), ("waiting", True), ("done", False), ("failed", False)])
def test_page_asks_again_only_while_the_job_is_open(cast, sign_in, state, polls):
    job = make_job(cast.officer, state=state, done=20, total=83)
    page = sign_in(cast.officer).get(reverse("jobs:detail", args=[job.pk])).content.decode()
    assert ('hx-trigger="every 2s"' in page, "20 / 83 (24 %)" in page) == (polls, True)


def test_page_tells_the_error_and_links_the_result(cast, sign_in):
    failed = make_job(cast.officer, "Hỏng", state="failed", error="OperationalError: hết chỗ")
    done = make_job(cast.officer, "Xong", state="done", result={"url": "/bao-cao/?month=2026-10"})
    client = sign_in(cast.officer)
    pages = [client.get(reverse("jobs:detail", args=[job.pk])).content.decode() for job in (failed, done)]
    assert ("OperationalError: hết chỗ" in pages[0], 'href="/bao-cao/?month=2026-10"' in pages[1]) == (True, True)


def test_open_job_is_stopped_on_the_page_once(cast, sign_in):
    job = make_job(cast.officer, state="running")
    client = sign_in(cast.officer)
    answers = [client.post(reverse("jobs:cancel", args=[job.pk]), follow=True).content.decode() for _twice in range(2)]
    job.refresh_from_db()
    assert (job.state, "Đã yêu cầu dừng" in answers[0], "đã kết thúc từ trước" in answers[1]) == (
        "cancelled",
        True,
        True,
    )


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_queries_for_one_job_and_for_three(cast, sign_in, number, django_assert_num_queries):
    for n in range(number):
        make_job(cast.officer, key=str(n))
    client = sign_in(cast.officer)
    with django_assert_num_queries(8):
        client.get(reverse("jobs:list"))
