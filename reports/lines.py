"""A report's figures as lines of text and numbers: what the page prints is what the workbook holds."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.figures import DECLARED, NONE, Share, percent, shown
from reports.periods import Period

# Column → (heading, group heading). The order is that of the printed form.
COLUMNS = {
    "period": _("Trong kỳ"),
    "year": _("Lũy kế từ đầu năm"),
    "target": _("Chỉ tiêu năm"),
    "percent": _("% chỉ tiêu"),
    "last_period": _("Kỳ này năm trước"),
    "last_year": _("Lũy kế năm trước"),
    "growth": _("% so với cùng kỳ"),
}
COUNTED = ("period", "year", "last_period", "last_year")


@dataclass(frozen=True)
class Cell:
    """A number (or percentage, or None), its text, and the address of the people behind it."""

    value: int | Decimal | None
    text: str
    url: str = ""


@dataclass(frozen=True)
class Line:
    key: str
    title: Promise | str
    definition: Promise | str
    unit: Promise | str
    is_part: bool
    cells: dict[str, Cell]


@dataclass(frozen=True)
class Section:
    title: Promise
    lines: list[Line]


def sections(figures, period, *, address=None):
    """The lines of a report in their groups. `address(figure key, column, window)` gives a number's link, or ""."""
    grouped: dict[Promise, list[Line]] = {}
    for figure in DECLARED:
        source = figure.source
        if isinstance(source, Share):
            cells = _share(figures.get(source.part), figures.get(source.whole))
        elif figure.key in figures:
            cells = _counts(figure.key, figures[figure.key], period, address)
        else:
            continue
        is_part = figure.key.endswith("_workers") or figure.key.startswith("stage_")
        line = Line(figure.key, figure.title, figure.definition, figure.unit, is_part, cells)
        grouped.setdefault(figure.group, []).append(line)
    return [Section(title, lines) for title, lines in grouped.items()]


def people_address(unit_pk):
    """Links to the people behind the numbers of a unit, counted today."""
    base = reverse("reports:people")

    def address(key, _column, window):
        return f"{base}?" + urlencode({"unit": unit_pk, "figure": key, "from": window.from_on, "to": window.to_on})

    return address


def frozen_address(report):
    """Links to the people kept with a report that was sent; nothing is kept of the year before."""
    base = reverse("reports:people")
    live = people_address(report.organization_id)

    def address(key, column, window):
        if column in ("period", "year"):
            return f"{base}?" + urlencode({"report": report.pk, "figure": key, "column": column})
        return live(key, column, window)

    return address


def _counts(key, numbers, period: Period, address):
    windows = period.windows
    cells = {}
    for column in COUNTED:
        number = numbers.get(column)
        url = address(key, column, windows[column]) if address and number else ""
        cells[column] = Cell(number, "" if number is None else f"{number}", url)
    target = numbers.get("target")
    cells["target"] = Cell(target, "" if target is None else f"{target}")
    reached = percent(numbers.get("year"), target)
    cells["percent"] = Cell(reached, shown(reached) if target is not None else "")
    now, before = ("year", "last_year") if "year" in numbers else ("period", "last_period")
    growth = percent(numbers[now], numbers[before])
    cells["growth"] = Cell(growth, shown(growth))
    return {column: cells[column] for column in COLUMNS}


def _share(part, whole):
    values = {column: percent((part or {}).get(column), (whole or {}).get(column)) for column in COUNTED}
    return {
        column: Cell(values[column], shown(values[column])) if column in COUNTED else Cell(None, "")
        for column in COLUMNS
    }


__all__ = ["COLUMNS", "NONE", "Cell", "Line", "Section", "frozen_address", "people_address", "sections"]
