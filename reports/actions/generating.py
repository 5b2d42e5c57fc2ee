"""Making the reports of one period: one counting pass for the whole tree, written in chunks."""

import json

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_noop

import audit.actions
from candidates.statute import NoEdition, edition_on
from jobs.actions import Stopped
from organizations.scope import whole
from reports.figures import compute
from reports.models import Report

STOPPED = gettext_noop("Đã dừng theo yêu cầu.")
# One statement a chunk; what was submitted meanwhile stays frozen.
WRITE = """
UPDATE reports_report SET figures = made.figures, state = 'ready', error = '', edition = %s, generated_at = %s
FROM jsonb_to_recordset(%s::jsonb) AS made(id bigint, figures jsonb)
WHERE reports_report.id = made.id AND reports_report.state <> 'submitted'
"""


def generate_reports(period, *, progress, is_cancelled):
    """Make every report of the period that has not been submitted; returns how many.

    Each turn counts anew and writes all of them, so a second turn, or one that follows a killed worker, leaves the
    same figures once. `progress(done, total)` is called between chunks, outside any transaction; where it raises
    Stopped, the rest counts as failed if `is_cancelled()`, and is left to another worker if not.
    """
    with whole():
        of_period = Report.objects.filter(kind=Report.Kind.MONTH, period_from=period.from_on, period_to=period.to_on)
        open_ones = of_period.exclude(state=Report.State.SUBMITTED)
        open_ones.exclude(state=Report.State.READY).update(state=Report.State.GENERATING, error="")
        wanted = list(open_ones.order_by("path", "pk").values_list("pk", "organization_id"))
    try:
        progress(0, len(wanted))
        with whole():
            computed = compute(period)
        for begin in range(0, len(wanted), settings.REPORT_CHUNK):
            chunk = wanted[begin : begin + settings.REPORT_CHUNK]
            with whole():
                _write(chunk, computed, period)
            progress(begin + len(chunk), len(wanted))
    except Stopped:
        if is_cancelled():
            _mark_failed(period, STOPPED)
        raise
    except Exception as error:
        _mark_failed(period, f"{type(error).__name__}: {error}")
        raise
    with whole():
        audit.actions.record("report.generate", None, actor=None, period=period.to_on.isoformat(), number=len(wanted))
    return len(wanted)


def edition_key(day):
    """The edition in force on the day, or nothing before the first that is held."""
    try:
        return edition_on(day).key
    except NoEdition:
        return ""


def _write(chunk, computed, period):
    made = [{"id": pk, "figures": computed[organization]} for pk, organization in chunk]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [edition_key(period.to_on), timezone.now(), json.dumps(made)])


def _mark_failed(period, error):
    with whole():
        Report.objects.filter(
            kind=Report.Kind.MONTH, period_to=period.to_on, state__in=[Report.State.GENERATING, Report.State.DUE]
        ).update(state=Report.State.FAILED, error=error[:2000])
