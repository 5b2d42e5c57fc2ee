"""A job is made once, run once, heard of while it runs, and finished by another worker when its own dies."""

import datetime

import pytest
from celery import shared_task
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from audit.models import Entry
from jobs import actions
from jobs.models import Job, Turn
from jobs.running import JobTask
from jobs.tasks import requeue_lost
from tests.cast import make_user

TASK = "tests.jobs.count_to"


@shared_task(base=JobTask, name=TASK)
def count_to(job):
    for number in range(1, job.arguments["to"] + 1):
        if number == job.arguments.get("cancelled_at"):
            actions.cancel(job, actor=job.created_by)
        if number == job.arguments.get("breaks_at"):
            raise ValueError("three is too many")
        actions.progress(job, number, job.arguments["to"])
    return {"url": "/bao-cao/"}


def ask(actor, key="one", **arguments):
    return actions.start("count", key, "Đếm", actor=actor, task=TASK, arguments={"to": 3} | arguments)


def told(job):
    job.refresh_from_db()
    return job.state, job.done, job.total, job.attempts, job.result, job.error


def silence(job):
    """As after kill -9: nothing has been heard of the job for a long time."""
    long_ago = timezone.now() - datetime.timedelta(hours=1)
    Job.objects.filter(pk=job.pk).update(heartbeat_at=long_ago, sent_at=long_ago)


@pytest.fixture
def asker(db):
    return make_user("nguoi-yeu-cau")


@pytest.fixture
def sent(monkeypatch):
    """The ids handed to the broker."""
    ids = []
    monkeypatch.setattr(actions.current_app, "send_task", lambda name, args, **rest: ids.append((name, *args)))
    return ids


def test_job_is_sent_only_after_commit(asker, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = ask(asker)
        assert sent == []
    assert sent == [(TASK, job.pk)]


def test_same_key_gives_the_job_under_way(asker, sent):
    assert [ask(asker).pk, ask(asker).pk == ask(asker).pk, ask(asker, key="two").pk] == [
        Job.objects.get(key="one").pk,
        True,
        Job.objects.get(key="two").pk,
    ]
    assert Entry.objects.filter(verb="job.start").count() == 2


def test_job_runs_to_its_end_once(asker, sent):
    job = ask(asker)
    count_to(job.pk)
    count_to(job.pk)
    assert told(job) == ("done", 3, 3, 1, {"url": "/bao-cao/"}, "")
    assert list(Entry.objects.order_by("pk").values_list("verb", flat=True)) == ["job.start", "job.finish"]


def test_failure_is_told_and_key_is_free_again(asker, sent):
    job = ask(asker, breaks_at=3)
    count_to(job.pk)
    assert told(job) == ("failed", 2, 3, 1, {}, "ValueError: three is too many")
    assert ask(asker).pk != job.pk


def test_cancelled_job_stops_at_its_next_progress(asker, sent):
    asker.acting = None
    job = actions.start("count", "one", "Đếm", actor=asker, task=TASK, arguments={"to": 3, "cancelled_at": 2})
    count_to(job.pk)
    assert told(job) == ("cancelled", 1, 3, 1, {}, "")


def test_stranger_cannot_cancel(asker, sent):
    job = ask(asker)
    with pytest.raises(PermissionDenied):
        actions.cancel(job, actor=make_user("nguoi-khac"))
    assert told(job)[0] == "waiting"


def test_two_workers_cannot_both_claim(asker, sent):
    job = ask(asker)
    assert [bool(actions.claim(job.pk)), bool(actions.claim(job.pk))] == [True, False]


def test_job_of_dead_worker_is_sent_again_and_finished_by_the_next(asker, sent):
    job = ask(asker)
    dead = actions.claim(job.pk)
    actions.progress(dead, 1, 3)
    assert requeue_lost() == 0  # it was heard of a moment ago
    silence(job)
    assert (requeue_lost(), requeue_lost(), sent) == (1, 0, [(TASK, job.pk)])
    count_to(job.pk)
    assert told(job) == ("done", 3, 3, 2, {"url": "/bao-cao/"}, "")


def test_worker_that_comes_back_from_the_dead_is_refused(asker, sent):
    job = ask(asker)
    ghost = actions.claim(job.pk)
    silence(job)
    requeue_lost()
    successor = actions.claim(job.pk)
    with pytest.raises(actions.Stopped):
        actions.progress(ghost, 3, 3)
    with pytest.raises(actions.Stopped):
        actions.finish(ghost)
    actions.fail(ghost, "late")
    actions.progress(successor, 2, 3)
    assert told(job) == ("running", 2, 3, 2, {}, "")


def test_message_that_never_reached_a_worker_is_sent_again(asker, sent):
    job = ask(asker)
    silence(job)
    assert (requeue_lost(), sent) == (1, [(TASK, job.pk)])


def test_job_that_kills_three_workers_fails(asker, sent):
    job = ask(asker)
    for _death in range(3):
        actions.claim(job.pk)
        silence(job)
        requeue_lost()
    state, _done, _total, attempts, _result, error = told(job)
    assert (state, attempts, error) == (
        "failed",
        3,
        "Tiến trình xử lý bị ngắt 3 lần. Hãy báo quản trị hệ thống.",
    )


def test_turn_is_remembered(db):
    requeue_lost()
    turn = Turn.objects.get(name="jobs.tasks.requeue_lost")
    assert (turn.error, turn.started_at <= turn.succeeded_at, turn.failed_at) == ("", True, None)
