"""What Celery tasks are made of here: one that works on a Job, one that takes its turn in the schedule.

@shared_task(base=JobTask, name="reports.generate")
def generate(job):
    for chunk in chunks(job.arguments["to"]):
        with whole():            # the database shows a task nothing until it is armed
            write(chunk)
        progress(job, …)         # outside the transaction: seen at once, and refused if the job was stopped
    return {"url": "…"}          # becomes the job's result
"""

import logging
import threading
from contextlib import contextmanager

from celery import Task
from django.conf import settings
from django.db import connection
from django.utils import timezone

from jobs.actions import Stopped, beat, claim, fail, finish
from jobs.models import Turn

log = logging.getLogger("celery.jobs")


class JobTask(Task):
    """Takes the job's id, claims the row, runs the function with the Job, and writes how it ended.

    Safe to be given the same id twice, at any hour, late: a job that is done, cancelled or under way elsewhere is left
    alone. A killed worker's job is sent again by `jobs.tasks.requeue_lost`.
    """

    abstract = True
    acks_late = True
    reject_on_worker_lost = True

    def __call__(self, pk):
        job = claim(pk)
        if job is None:
            return
        try:
            with pulse(job):
                result = self.run(job)
            finish(job, **(result or {}))
        except Stopped:
            log.info("Job %s was stopped or taken over.", job.pk)
        except Exception as error:
            log.exception("Job %s failed.", job.pk)
            fail(job, f"{type(error).__name__}: {error}")


class TurnTask(Task):
    """A task that beat starts: remembers when each turn began and how it ended, for the guard."""

    abstract = True

    def __call__(self):
        turn, _made = Turn.objects.get_or_create(name=self.name)
        Turn.objects.filter(pk=turn.pk).update(started_at=timezone.now())
        try:
            answer = self.run()
        except Exception as error:
            Turn.objects.filter(pk=turn.pk).update(
                failed_at=timezone.now(), error=f"{type(error).__name__}: {error}"[:500]
            )
            raise
        Turn.objects.filter(pk=turn.pk).update(succeeded_at=timezone.now(), error="")
        return answer


@contextmanager
def pulse(job):
    """Signs of life while the work itself is silent, from a thread that dies with the process."""
    over = threading.Event()

    def go():
        try:
            while not over.wait(settings.JOBS_LOST_AFTER / 4):
                beat(job)
        finally:
            connection.close()

    thread = threading.Thread(target=go, name=f"job-{job.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
