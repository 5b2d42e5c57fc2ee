"""Opening the reports that are due, however many turns were missed."""

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Min, Q
from django.utils.translation import gettext_noop

import audit.actions
import jobs.actions
from candidates.models import StageChange
from candidates.periods import add_months
from jobs.models import Job
from organizations.models import Organization, Placement
from reports.models import Report
from reports.periods import Period, months_closed

KIND, TASK = "reports.generate", "reports.tasks.generate"
# When the site is new, histories typed in from paper must not open reports for ever back.
MONTHS_BACK = 12
INTERRUPTED = gettext_noop("Tiến trình lập báo cáo bị ngắt.")


def job_key(period):
    return f"{Report.Kind.MONTH}:{period.to_on.isoformat()}"


@transaction.atomic
def open_due_reports(today):
    """Open the monthly report of every Party unit for every month that has closed, and have them made.

    Safe to repeat: what is open already stays as it is. The first month is that of REPORT_FIRST_MONTH, else of the
    first report there is, else of the first act, at most a year back. Returns how many reports were opened.
    """
    since = _first_day(today)
    if since is None:
        return 0
    periods = list(months_closed(since, today, closing_day=settings.REPORT_CLOSING_DAY))
    units = list(Organization.objects.party().order_by("path").values_list("pk", "name", "founded_on", "closed_on"))
    there = Report.objects.filter(kind=Report.Kind.MONTH, revision=1, period_to__gte=since)
    numbers = dict(there.order_by().values_list("period_to").annotate(Count("pk")))
    opened = 0
    for period in periods:
        open_units = [(pk, name) for pk, name, founded, closed in units if _exists(founded, closed, period.to_on)]
        if numbers.get(period.to_on, 0) != len(open_units):
            opened += _open(period, open_units)
    _give_up_interrupted()
    waiting = Report.objects.filter(state=Report.State.DUE).order_by("period_to")
    for from_on, to_on in waiting.values_list("period_from", "period_to").distinct():
        start_generation(Period(from_on, to_on), actor=None)
    return opened


def start_generation(period, *, actor):
    """The job that makes all reports of the period, new or already under way."""
    return jobs.actions.start(
        KIND,
        job_key(period),
        f"Lập báo cáo tháng {period.to_on:%m/%Y}",
        actor=actor,
        task=TASK,
        arguments={"from": period.from_on.isoformat(), "to": period.to_on.isoformat()},
    )


def _first_day(today):
    if settings.REPORT_FIRST_MONTH:
        return settings.REPORT_FIRST_MONTH
    first_report = Report.objects.filter(kind=Report.Kind.MONTH).aggregate(day=Min("period_from"))["day"]
    if first_report:
        return first_report
    first_act = StageChange.objects.standing().aggregate(day=Min("on"))["day"]
    return first_act and max(first_act, add_months(today.replace(day=1), -MONTHS_BACK))


def _exists(founded_on, closed_on, on):
    return (founded_on is None or founded_on <= on) and (closed_on is None or closed_on > on)


def _open(period, open_units):
    """Rows for the units that have none; each keeps the name of its day (ORG-0)."""
    at = period.to_on
    there = set(
        Report.objects.filter(kind=Report.Kind.MONTH, revision=1, period_to=at).values_list("organization", flat=True)
    )
    missing = [(pk, name) for pk, name in open_units if pk not in there]
    held = Placement.objects.filter(Q(to_on__isnull=True) | Q(to_on__gt=at), from_on__lte=at)
    names = dict(held.filter(organization__in=[pk for pk, _ in missing]).values_list("organization", "name"))
    Report.objects.bulk_create(
        [
            Report(
                organization_id=pk,
                organization_name=names.get(pk, name),
                period_from=period.from_on,
                period_to=at,
            )
            for pk, name in missing
        ],
        ignore_conflicts=True,
        batch_size=5000,
    )
    if missing:
        audit.actions.record("report.open", None, actor=None, period=at.isoformat(), number=len(missing))
    return len(missing)


def _give_up_interrupted():
    """Reports said to be in the making that no job makes any more (it was killed too often) have failed."""
    making = Report.objects.filter(state=Report.State.GENERATING)
    for to_on in list(making.order_by().values_list("period_to", flat=True).distinct()):
        key = f"{Report.Kind.MONTH}:{to_on.isoformat()}"
        if not Job.objects.open().filter(kind=KIND, key=key).exists():
            making.filter(period_to=to_on).update(state=Report.State.FAILED, error=INTERRUPTED)
