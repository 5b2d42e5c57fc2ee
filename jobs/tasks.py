"""The turns that keep jobs going."""

from celery import shared_task
from django.utils import timezone

from jobs import guard
from jobs.actions import lost_after, requeue
from jobs.models import Job
from jobs.running import TurnTask


@shared_task(base=TurnTask, name="jobs.tasks.requeue_lost", expires=50)
def requeue_lost():
    """Send again every job whose worker died or whose message was lost; returns how many."""
    guard.know_schedule()
    silent_since = timezone.now() - lost_after()
    return sum(requeue(job, silent_since=silent_since) for job in Job.objects.silent_since(silent_since).order_by("pk"))
