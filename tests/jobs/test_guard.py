"""The guard names the scheduled tasks that did not run when they should have."""

import datetime

import pytest
from django.conf import settings
from django.utils import timezone

from jobs import guard
from jobs.models import Turn

NOW = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.UTC)
OFTEN, REPORTS = "jobs.tasks.requeue_lost", "reports.tasks.open_due"


@pytest.fixture
def turns(db):
    guard.know([OFTEN, REPORTS])

    def ran(**minutes_ago):
        for name, minutes in {OFTEN: minutes_ago["often"], REPORTS: minutes_ago["reports"]}.items():
            at = NOW - datetime.timedelta(minutes=minutes)
            Turn.objects.filter(name=name).update(succeeded_at=at, known_since=at)

    return ran


def test_beat_that_never_ran_is_missed(db):
    assert [one.task for one in guard.missed(timezone.now())] == [OFTEN, REPORTS]


@pytest.mark.parametrize(
    ("often", "reports", "expected"),
    [(1, 5, []), (4, 15, []), (8, 5, [OFTEN]), (1, 40, [REPORTS]), (3000, 3000, [OFTEN, REPORTS])],
)
def test_turn_is_missed_when_it_was_due_longer_ago_than_it_expires(turns, often, reports, expected):
    turns(often=often, reports=reports)
    assert [one.task for one in guard.missed(NOW)] == expected


def test_task_known_but_never_run_is_missed_after_its_time(db):
    guard.know([OFTEN, REPORTS])
    Turn.objects.update(known_since=NOW - datetime.timedelta(hours=1), error="OperationalError: no")
    assert [(one.task, one.succeeded_at, one.error) for one in guard.missed(NOW)] == [
        (OFTEN, None, "OperationalError: no"),
        (REPORTS, None, "OperationalError: no"),
    ]


def test_every_entry_names_a_task_and_expires():
    assert all(entry["task"] and entry["options"]["expires"] > 0 for entry in settings.CELERY_BEAT_SCHEDULE.values())


def test_every_scheduled_task_has_words_for_people():
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert scheduled == set(settings.JOBS_SCHEDULE_LABELS)


def test_a_site_that_has_just_been_made_misses_nothing_yet(db):
    guard.know_schedule()
    assert guard.missed(timezone.now()) == []
