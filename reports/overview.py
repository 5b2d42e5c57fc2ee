"""The year of a unit at a glance: a fixed number of queries, whatever stands beneath."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, F, Max, Value
from django.db.models.functions import Coalesce, ExtractMonth, ExtractYear, NullIf

from candidates.calendar import working_days_between
from candidates.models import Candidate, StageChange
from candidates.periods import full_months
from candidates.pipeline import TRANSITIONS
from candidates.pipeline.transition import UNDER_WAY
from organizations.models import HolidayOverride, LabourClass, Organization
from reports.choosing import children_of
from reports.figures import compute, counted_by, percent, upwards
from reports.periods import Period, year_to_date

FLOWS = ("nominated", "nominated_workers", "admitted", "admitted_workers", "recognised")
IDLE_MONTHS = (12, 24, 36)


@dataclass(frozen=True)
class Unit:
    """One row of the table: `lag` is how many admissions fewer than expected by today (negative: ahead)."""

    organization: Organization
    admitted: int
    workers: int
    target: int | None
    percent: object
    lag: float | None
    nominated: int
    overdue: int
    last_on: date | None
    idle_months: int | None


@dataclass(frozen=True)
class Overview:
    unit: Organization
    period: Period
    figures: dict
    expected: float | None
    share_of_year: float
    funnel: list
    months: list
    units: list[Unit]
    overdue: int
    idle: dict[int, int] = field(default_factory=dict)


def overview(unit, year, today):
    """The year so far (or a whole past year) of the unit and of those right beneath it."""
    period = year_to_date(year, today)
    by = counted_by()
    computed = compute(period, unit, keys=FLOWS, by=by)
    figures = computed[unit.pk]
    share = _share_of_year(period)
    admissions, last_on = _months(unit, by.act, period), _last_admissions(unit, by.act, period)
    overdue = _overdue(unit, today)
    target = figures["admitted"].get("target")
    units = [
        _row(child, computed[child.pk], share, overdue, last_on, period.to_on)
        for child in children_of(unit, period.to_on)
    ]
    units.sort(key=lambda row: (-(row.lag if row.lag is not None else -1e9), row.organization.path))
    return Overview(
        unit=unit,
        period=period,
        figures=figures,
        expected=None if target is None else target * share,
        share_of_year=share,
        funnel=_funnel(unit, period, today),
        months=[(month, *(admissions.get((one, month), (0, 0)) for one in (year, year - 1))) for month in range(1, 13)],
        units=units,
        overdue=overdue.get(unit.path, 0),
        idle={months: sum((row.idle_months or 0) >= months for row in units) for months in IDLE_MONTHS},
    )


def _row(child, row, share, overdue, last_on, today):
    target = row["admitted"].get("target")
    admitted = row["admitted"]["year"]
    last = last_on.get(child.path)
    since = last or child.founded_on
    return Unit(
        organization=child,
        admitted=admitted,
        workers=row["admitted_workers"]["year"],
        target=target,
        percent=percent(admitted, target),
        lag=None if target is None else target * share - admitted,
        nominated=row["nominated"]["year"],
        overdue=overdue.get(child.path, 0),
        last_on=last,
        idle_months=full_months(since, today) if since else None,
    )


def _share_of_year(period):
    """How much of the year's working days have passed: the pace a target is expected to keep."""
    overrides = dict(HolidayOverride.objects.values_list("on", "is_working"))
    eve = date(period.year, 1, 1) - timedelta(days=1)
    passed = working_days_between(eve, period.to_on, overrides)
    return passed / working_days_between(eve, date(period.year, 12, 31), overrides)


def _funnel(unit, period, today):
    """How many stand at each stage at the end of the period.

    Of today the candidacies' own rows tell the same as their acts, from an index and without reading the history.
    """
    if period.to_on == today:
        rows = Candidate.objects.under(unit).filter(stage__in=UNDER_WAY).order_by()
        now = dict(rows.values_list("stage").annotate(Count("pk")))
        return [(stage, now.get(stage.value, 0)) for stage in UNDER_WAY]
    keys = {stage: f"stage_{stage.value}" for stage in UNDER_WAY}
    row = compute(period, unit, keys=keys.values())[unit.pk]
    return [(stage, row[key]["period"]) for stage, key in keys.items()]


def _admitting(unit, act):
    stage = TRANSITIONS[act].target.value
    return StageChange.objects.standing().under(unit).filter(transition=act, to_stage=stage).order_by()


def _months(unit, act, period):
    """(year, month) → (number, workers) of the year and the one before, whole months."""
    rows = (
        _admitting(unit, act)
        .filter(on__range=(date(period.year - 1, 1, 1), period.to_on))
        .annotate(labour=Coalesce(NullIf("labour_class", Value("")), F("candidate__labour_class")))
        .values_list(ExtractYear("on"), ExtractMonth("on"), "labour")
        .annotate(number=Count("pk"))
    )
    months: dict = {}
    for year, month, labour, number in rows:
        all_, workers = months.get((year, month), (0, 0))
        months[year, month] = (all_ + number, workers + number * (labour == LabourClass.DIRECT))
    return months


def _last_admissions(unit, act, period):
    """The day of the last admission at or beneath each path."""
    last_on: dict[str, date] = {}
    rows = _admitting(unit, act).filter(on__lte=period.to_on).values_list("party_path").annotate(last=Max("on"))
    for path, last in rows:
        for upper in upwards(path):
            last_on[upper] = max(last, last_on.get(upper, last))
    return last_on


def _overdue(unit, today):
    """Open candidacies whose next deadline has passed, at or beneath each path."""
    rows = (
        Candidate.objects.under(unit)
        .open()
        .filter(next_due_on__lt=today)
        .values_list("party_path")
        .annotate(number=Count("pk"))
        .order_by()
    )
    found: dict[str, int] = defaultdict(int)
    for path, number in rows:
        for upper in upwards(path):
            found[upper] += number
    return found
