"""A real Celery worker, killed with SIGKILL in the middle of the reports, and the next one that finishes them."""

import os
import signal
import subprocess
import sys
import time
from urllib.parse import urlsplit, urlunsplit

import pytest
from celery import current_app
from django.conf import settings
from django.db import connection, connections, transaction

from jobs.models import Job
from jobs.tasks import requeue_lost
from organizations.scope import whole
from reports.actions import generate_reports, open_due_reports
from reports.models import Report
from reports.periods import month
from tests.cast import Cast
from tests.reports.histories import DAY, make_way, until

PATIENCE = 120  # seconds; a worker takes four to start, ten times that on a machine that does much else
NOVEMBER = month(2025, 11)


def worker():
    """A worker on the tests' own database and broker, in a process group of its own."""
    address = urlsplit(os.environ["DATABASE_URL"])
    variables = os.environ | {
        "DATABASE_URL": urlunsplit(address._replace(path=f"/{connection.settings_dict['NAME']}")),
        "DATABASE_AS_OWNER": "off",
        "JOBS_LOST_AFTER": str(settings.JOBS_LOST_AFTER),
        "REPORT_CHUNK": "1",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "config", "worker", "--concurrency=1", "--loglevel=INFO",
         "--without-gossip", "--without-mingle", "--without-heartbeat"],
        env=variables, cwd=settings.BASE_DIR, start_new_session=True,
    )  # fmt: skip


def kill(process):
    """SIGKILL to the worker and its children at once: nothing gets to say goodbye."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until(asked, answer, what):
    end = time.monotonic() + PATIENCE
    while (last := asked()) != answer:
        assert time.monotonic() < end, f"waited {PATIENCE} s until {what}: {last}"
        time.sleep(0.1)


def state_of(job):
    job.refresh_from_db()
    return job.state, job.done, job.total


@pytest.fixture
def broker():
    """The tests' broker, emptied: a worker takes whatever lies there."""
    current_app.control.purge()
    yield
    current_app.control.purge()


@pytest.mark.django_db(transaction=True)
def test_killed_worker_s_reports_are_finished_once_by_the_next_with_the_same_figures(broker, settings):
    settings.JOBS_LOST_AFTER = 2
    with whole():
        cast = Cast()
        make_way("Trần An", cast.cell, *until("admit"), introduced_by=cast.union)
        make_way("Lê Bình", cast.other_cell, *until("admit", shift=9))
        settings.REPORT_FIRST_MONTH = DAY(2025, 11, 1)
        open_due_reports(DAY(2025, 12, 1))
        # Already counted as made, so that only the write of each report waits for the lock below.
        Report.objects.update(state=Report.State.READY)
    job = Job.objects.get()
    first = second = None
    # The third of five reports is held locked, so that the first worker stands in the middle when it is killed.
    holder = connections.create_connection("default")
    try:
        holder.set_autocommit(False)
        with holder.cursor() as cursor:
            third = Report.objects.order_by("path")[2].pk
            cursor.execute("SELECT 1 FROM reports_report WHERE id = %s FOR UPDATE", [third])
        first = worker()
        wait_until(lambda: state_of(job), ("running", 2, 5), "the first worker had made two reports")
        kill(first)
        holder.rollback()
        wait_until(requeue_lost, 1, "the job was given up for lost")
        second = worker()
        wait_until(lambda: state_of(job)[0], "done", "the second worker had finished")
    finally:
        holder.close()
        for process in (first, second):
            if process:
                kill(process)
    job.refresh_from_db()
    made = list(Report.objects.order_by("path").values_list("organization__code", "state", "figures"))
    with transaction.atomic():
        generate_reports(NOVEMBER, progress=lambda done, total: None, is_cancelled=lambda: False)
        anew = list(Report.objects.order_by("path").values_list("organization__code", "state", "figures"))
    assert (job.done, job.total, job.attempts, job.result["number"]) == (5, 5, 2, 5)
    assert ([code for code, _state, _figures in made], made == anew) == (["DUK", "MAY", "MAY.1", "MAY.2", "SO"], True)
    assert made[0][2]["admitted"]["period"] == 2
