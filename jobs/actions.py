"""Every write to a job. A job belongs to whoever claimed it last: an older worker finds its writes refused.

`claim`, `progress`, `finish` and `fail` are conditional updates on (state, attempt), so two workers are safe without
a lock and a job cancelled on the page stops at its next progress.
"""

from datetime import timedelta

from celery import current_app
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

import audit.actions
from jobs.models import Job

MOST_ATTEMPTS = 3


class Stopped(Exception):
    """The job was cancelled, or another worker has taken it over: leave it as it is."""


def lost_after():
    """How long a running job may be silent before its worker counts as dead."""
    return timedelta(seconds=settings.JOBS_LOST_AFTER)


@transaction.atomic
def start(kind, key, title, *, actor, task, scope_path="", arguments=None):
    """The open job of this kind and key: made and sent to a worker after commit, or the one already under way.

    `task` is the name of a Celery task on `jobs.running.JobTask`; `arguments` hold identifiers, no personal data.
    `actor` None is the system itself.
    """
    under_way = Job.objects.open().filter(kind=kind, key=key).first()
    if under_way:
        return under_way
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind,
                key=key,
                title=title,
                task=task,
                scope_path=scope_path,
                arguments=arguments or {},
                created_by=actor,
            )
    except IntegrityError:
        return Job.objects.open().get(kind=kind, key=key)
    audit.actions.record("job.start", job, actor=actor, scope_path=scope_path, kind=kind, key=key)
    # A broker that is down does not undo what was asked: requeue_lost sends the job again.
    transaction.on_commit(lambda: send(job), robust=True)
    return job


def send(job):
    """Hand the job to a worker. Sending twice is harmless: only one claim succeeds."""
    current_app.send_task(job.task, args=[job.pk], retry=False)
    Job.objects.filter(pk=job.pk).update(sent_at=timezone.now())


def claim(pk):
    """The job, now running under this worker; None where there is nothing to do or another is at it."""
    now = timezone.now()
    claimable = Q(state=Job.State.WAITING) | Q(state=Job.State.RUNNING, heartbeat_at__lt=now - lost_after())
    claimed = Job.objects.filter(claimable, pk=pk).update(
        state=Job.State.RUNNING, attempts=F("attempts") + 1, started_at=now, heartbeat_at=now, done=0, error=""
    )
    return Job.objects.get(pk=pk) if claimed else None


def progress(job, done, total):
    """Say how far the work is; also the sign of life. Raises Stopped where the job is no longer this worker's."""
    _still_ours(job, done=done, total=total, heartbeat_at=timezone.now())
    job.done, job.total = done, total


def beat(job):
    """A sign of life without progress; quietly nothing for a job that is no longer this worker's."""
    _ours(job).update(heartbeat_at=timezone.now())


@transaction.atomic
def finish(job, **result):
    """The job is done. `result` is JSON-able; its "url" becomes the link on the page. Raises Stopped."""
    _still_ours(job, state=Job.State.DONE, result=result, finished_at=timezone.now(), done=F("total"))
    audit.actions.record("job.finish", job, actor=job.created_by, scope_path=job.scope_path)


@transaction.atomic
def fail(job, error):
    """The job ended with an error, told in words a user understands."""
    if _ours(job).update(state=Job.State.FAILED, error=str(error)[:2000], finished_at=timezone.now()):
        audit.actions.record("job.fail", job, actor=job.created_by, scope_path=job.scope_path)


@transaction.atomic
def cancel(job, *, actor):
    """Stop an open job: at once if it waits, at its next progress if it runs. False where it had ended already.

    Raises PermissionDenied for a job that the actor does not see.
    """
    if not Job.objects.visible_to(actor).filter(pk=job.pk).exists():
        raise PermissionDenied
    stopped = Job.objects.open().filter(pk=job.pk).update(state=Job.State.CANCELLED, finished_at=timezone.now())
    if stopped:
        audit.actions.record("job.cancel", job, actor=actor, scope_path=job.scope_path)
    return bool(stopped)


def requeue(job, *, silent_since):
    """Give a job that went silent to another worker; after three attempts it fails. True where it was sent."""
    if job.attempts >= MOST_ATTEMPTS:
        given_up = (
            Job.objects.silent_since(silent_since)
            .filter(pk=job.pk)
            .update(
                state=Job.State.FAILED,
                error=f"Tiến trình xử lý bị ngắt {job.attempts} lần. Hãy báo quản trị hệ thống.",
                finished_at=timezone.now(),
            )
        )
        if given_up:
            audit.actions.record("job.fail", job, actor=None, scope_path=job.scope_path)
        return False
    taken = (
        Job.objects.silent_since(silent_since)
        .filter(pk=job.pk, attempts=job.attempts)
        .update(state=Job.State.WAITING, sent_at=timezone.now())
    )
    if taken:
        send(job)
    return bool(taken)


def _ours(job):
    return Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempts=job.attempts)


def _still_ours(job, **values):
    if not _ours(job).update(**values):
        raise Stopped
