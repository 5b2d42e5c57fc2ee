"""Tổng quan: where the year stands, in one minute."""

import datetime

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from candidates.stages import Stage
from organizations.access import allowed
from organizations.models import Line, Organization
from organizations.permissions import Ability
from organizations.scope import acting_office
from reports.choosing import chosen_unit, chosen_year
from reports.figures import percent, shown
from reports.overview import IDLE_MONTHS, overview
from reports.periods import Window
from reports.views.people import people_url


@require_GET
@allowed(Ability.VIEW_DASHBOARD)
def dashboard(request):
    """The year against its target, the funnel, the months, and the units by how far they lag."""
    today = timezone.localdate()
    unit, year = chosen_unit(request), chosen_year(request, today)
    if unit.line != Line.PARTY or year > today.year:
        raise Http404
    seen = overview(unit, year, today)
    idle = request.GET.get("idle", "")
    months = int(idle) if idle in map(str, IDLE_MONTHS) else None
    units = [row for row in seen.units if months is None or (row.idle_months or 0) >= months]
    context = {
        "seen": seen,
        "unit": unit,
        "year": year,
        "years": range(today.year, today.year - 5, -1),
        "above": _above(unit, acting_office(request.user).organization),
        "cards": _cards(seen),
        "funnel": _funnel(seen),
        "months": _months(seen),
        "units": [_unit(row, seen.period) for row in units],
        "idle": idle,
        "idle_counts": list(seen.idle.items()),
        "chart": _chart(seen),
    }
    return render(request, "reports/dashboard.html", context)


def _above(unit, own):
    """The units between the office's own and this one, outermost first."""
    paths = [unit.path[: i + 1] for i, letter in enumerate(unit.path) if letter == "/" and i]
    paths = [path for path in paths if path.startswith(own.path) and path != unit.path]
    return list(Organization.objects.filter(path__in=paths).order_by("path")) if paths else []


def _cards(seen):
    unit, period, figures = seen.unit, seen.period, seen.figures
    admitted, workers, nominated = (figures[key] for key in ("admitted", "admitted_workers", "nominated"))

    def card(key, title, *, icon):
        numbers = figures[key]
        return {
            "title": title,
            "icon": icon,
            "number": numbers["year"],
            "target": numbers.get("target"),
            "percent": shown(percent(numbers["year"], numbers.get("target"))),
            "bar": min(100, round(100 * numbers["year"] / numbers["target"])) if numbers.get("target") else None,
            "last": numbers["last_year"],
            "difference": numbers["year"] - numbers["last_year"],
            "url": people_url(unit, key, period.to_date) if numbers["year"] else "",
        }

    cards = [
        card("admitted", _("Kết nạp"), icon="filled/star"),
        card("admitted_workers", _("Trong đó công nhân trực tiếp"), icon="users"),
        card("nominated", _("Quần chúng ưu tú được giới thiệu"), icon="user-plus"),
        card("recognised", _("Công nhận chính thức"), icon="certificate"),
    ]
    if seen.expected is not None:
        lag = admitted["year"] - seen.expected
        cards[0]["pace"] = {
            "expected": f"{seen.expected:.1f}".replace(".", ","),
            "behind": lag < 0,
            "by": f"{abs(lag):.1f}".replace(".", ","),
            "share": round(100 * seen.share_of_year),
        }
    cards[1]["note"] = shown(percent(workers["year"], admitted["year"]))
    cards[1]["last_note"] = shown(percent(workers["last_year"], admitted["last_year"]))
    cards[2]["note"] = shown(percent(figures["nominated_workers"]["year"], nominated["year"]))
    return cards


def _funnel(seen):
    most = max((number for _stage, number in seen.funnel), default=0) or 1
    window = Window(seen.period.to_on, seen.period.to_on)
    return [
        {
            "label": stage.label,
            "number": number,
            "width": round(100 * number / most),
            "url": people_url(seen.unit, f"stage_{stage.value}", window) if number else "",
            "gold": stage is Stage.ON_PROBATION,
        }
        for stage, number in seen.funnel
        if number or stage not in (Stage.APPRAISED, Stage.RECOGNITION_APPRAISED, Stage.IDENTIFIED)
    ]


def _months(seen):
    found = []
    for month, (now, workers), (before, workers_before) in seen.months:
        first = datetime.date(seen.period.year, month, 1)
        last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        found.append(
            {
                "month": month,
                "number": now,
                "workers": workers,
                "before": before,
                "workers_before": workers_before,
                "share": shown(percent(workers, now)),
                "url": people_url(seen.unit, "admitted", Window(first, last)) if now else "",
            }
        )
    return found


def _unit(row, period):
    """A row of the table as ready text: there may be hundreds."""
    unit = row.organization
    behind = row.lag is not None and row.lag > 0
    words = {"n": "" if row.lag is None else f"{abs(row.lag):.1f}".replace(".", ",")}
    return {
        "row": row,
        "unit": unit,
        "url": f"?unit={unit.pk}&year={period.year}",
        "percent": shown(row.percent),
        "lag": "" if row.lag is None else (_("chậm %(n)s") if behind else _("đạt, vượt %(n)s")) % words,
        "behind": behind,
        "last_on": f"{row.last_on:%d/%m/%Y}" if row.last_on else "",
        "admitted_url": people_url(unit, "admitted", period.to_date) if row.admitted else "",
        "workers_url": people_url(unit, "admitted_workers", period.to_date) if row.workers else "",
        "nominated_url": people_url(unit, "nominated", period.to_date) if row.nominated else "",
        "overdue_url": f"{reverse('reports:people')}?unit={unit.pk}&figure=overdue" if row.overdue else "",
    }


def _chart(seen):
    """What static/js/charts.js draws; the table beneath says the same."""
    year = seen.period.year
    return {
        "labels": [_("T%(month)d") % {"month": month} for month, *_rest in seen.months],
        "series": [
            {"label": str(year), "values": [now for _month, (now, _w), _before in seen.months]},
            {"label": str(year - 1), "values": [before for _month, _now, (before, _w) in seen.months]},
        ],
        "axis": _("Số người kết nạp"),
    }
