"""Says what the schedule wanted and did not get.

An entry of CELERY_BEAT_SCHEDULE has missed its turn when it was due more than `expires` (at least five minutes) ago
and has not succeeded since.
"""

from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta

from celery import current_app
from celery.schedules import schedule as interval
from django.conf import settings

from jobs.models import Turn

PATIENCE = timedelta(minutes=5)


@dataclass(frozen=True)
class Missed:
    """`task` was due and did not run well: last success (None: never) and the error of the last turn, if any."""

    task: str
    succeeded_at: datetime | None
    error: str

    @property
    def label(self):
        return settings.JOBS_SCHEDULE_LABELS.get(self.task, self.task)


def missed(now):
    """The scheduled tasks that missed their turn, in the order of the schedule. One query."""
    turns = {turn.name: turn for turn in Turn.objects.all()}
    found = []
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        turn = turns.get(entry["task"])
        since = turn and (turn.succeeded_at or turn.known_since)
        if since is None or _late(entry, since, now):
            found.append(Missed(entry["task"], turn.succeeded_at if turn else None, turn.error if turn else ""))
    return found


def know_schedule():
    """Remember every task of the schedule; a new site does so at once, or it would miss them in its first minute."""
    know(sorted({entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}))


def know(tasks):
    """Remember the scheduled tasks from now on, so that one that never runs is missed too."""
    Turn.objects.bulk_create([Turn(name=task) for task in tasks], ignore_conflicts=True)


def _late(entry, since, now):
    when = entry["schedule"]
    # A copy, asked for the moment `now` and not for the clock's.
    when = copy(when) if hasattr(when, "remaining_estimate") else interval(when)
    when.nowfun = lambda: now.astimezone(current_app.timezone)
    remaining = when.remaining_estimate(since.astimezone(current_app.timezone))
    return -remaining > max(PATIENCE, timedelta(seconds=entry["options"]["expires"]))
