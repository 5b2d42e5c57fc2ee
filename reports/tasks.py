"""What beat and the pages have made behind."""

import datetime
import functools

from celery import shared_task
from django.urls import reverse
from django.utils import timezone

import jobs.actions
from jobs.models import Job
from jobs.running import JobTask, TurnTask
from organizations.scope import whole
from reports.actions import generate_reports, open_due_reports
from reports.periods import Period


@shared_task(base=TurnTask, name="reports.tasks.open_due")
def open_due():
    """Open every report that is due and send the jobs that make them."""
    with whole():
        return open_due_reports(timezone.localdate())


@shared_task(base=JobTask, name="reports.tasks.generate")
def generate(job):
    """Make the reports of the period that the job names."""
    period = Period(*(datetime.date.fromisoformat(job.arguments[end]) for end in ("from", "to")))
    number = generate_reports(
        period,
        progress=functools.partial(jobs.actions.progress, job),
        is_cancelled=lambda: Job.objects.filter(pk=job.pk, state=Job.State.CANCELLED).exists(),
    )
    return {"url": f"{reverse('reports:list')}?month={period.to_on:%Y-%m}", "number": number}
