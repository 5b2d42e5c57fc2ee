"""Rows of the list of candidates as ready strings: five hundred cells through a template cost more than the query."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.templatetags.ui import badge, working_days_left
from candidates.calendar import working_days_between
from candidates.pipeline import Stage
from organizations.models import Organization
from people.dates import PartialDate
from people.identity import mask

Row = dict[str, Any]

# Stage → colour and icon of its badge. Gold is kept for what has been achieved.
LOOKS = {
    **dict.fromkeys(["S0", "S1"], ("blue", "user-plus")),
    **dict.fromkeys(["S10", "S12", "S13"], ("gold", "filled/star")),
    **dict.fromkeys(["X1", "X2", "X3", "X4", "X5", "X6", "X7"], ("secondary", "x")),
}
UNDERWAY = ("azure", "arrow-right")


@dataclass(frozen=True)
class Column:
    """One column: `cell` draws it from a row of values, `css` says how it stands on the page."""

    label: Promise
    cell: Callable[["Drawing", Row], str]
    css: str = ""


@dataclass(frozen=True)
class Drawing:
    """What the cells of one page share: the day it is drawn on, and the days declared worked or free."""

    on: Any
    overrides: dict
    address: str

    def days_left(self, due):
        """Working days to the deadline, negative when it is over; None without one."""
        return None if due is None else working_days_between(self.on, due, self.overrides)


def draw(rows, columns, drawing) -> SafeString:
    """The table rows, each cell with its column's name for narrow screens."""
    labels = [(escape(column.label), column.css, column.cell) for column in columns]
    return mark_safe(  # noqa: S308 - the cells escape what they draw
        "".join(
            "<tr>"
            + "".join(
                f'<td data-label="{label}" class="{css}">{cell(drawing, row)}</td>' for label, css, cell in labels
            )
            + "</tr>\n"
            for row in rows
        )
    )


def stage_badge(stage, *, coarse=False):
    """The stage in words, with an icon and a colour that say the same."""
    stage = Stage(stage)
    colour, drawing = LOOKS.get(stage.number, UNDERWAY)
    words = stage.coarse_label if coarse else stage.short_label
    return badge(words, colour, drawing)


def _name(drawing, row):
    address = drawing.address.replace("/0/", f"/{row['pk']}/")
    return f'<a href="{address}">{escape(row["person__full_name"])}</a>'


def _born(drawing, row):
    return str(PartialDate.of(row["person__born_on"], row["person__born_precision"]).year)


def _number(drawing, row):
    number = row["person__identity_number"]
    return mask(number) if number else f'<span class="text-secondary">{gettext("chưa có")}</span>'


def _unit(drawing, row):
    unit = escape(row["unit__short_name"] or row["unit__name"])
    base = _base(row)
    return f'{unit} <small class="d-block text-secondary">{escape(base)}</small>' if base else unit


def _base(row):
    """The name of a cell's base committee, as Organization.with_base finds it; "" for whatever is no cell."""
    if row["unit__kind"] != Organization.Kind.CELL:
        return ""
    above = "unit__parent__"
    if row["unit__parent__kind"] == Organization.Kind.SECTIONAL_COMMITTEE:
        above = "unit__parent__parent__"
    return row[f"{above}short_name"] or row[f"{above}name"]


def _employer(drawing, row):
    return escape(row["employer"] or "–")


def _stage(drawing, row):
    return f"{stage_badge(row['stage'])} {_day(row['stage_since'])}"


def _day(day):
    return f'<span class="since">{day:%d/%m/%Y}</span>'


def _coarse_stage(drawing, row):
    return stage_badge(row["stage"], coarse=True)


def _due(drawing, row):
    due = row["next_due_on"]
    if due is None:
        return "–"
    return f"{_day(due)} {working_days_left(drawing.days_left(due))}"


def _opened(drawing, row):
    return f"{row['opened_on']:%d/%m/%Y}"


NAME = Column(_("Họ và tên"), _name, "cell-title")
BORN = Column(_("Năm sinh"), _born, "cell-number")
EMPLOYER = Column(_("Nơi làm việc"), _employer)

COLUMNS = (
    NAME,
    BORN,
    Column(_("Số CCCD"), _number, "cell-code"),
    Column(_("Chi bộ xem xét"), _unit),
    EMPLOYER,
    Column(_("Giai đoạn"), _stage),
    Column(_("Hạn tiếp theo"), _due),
)
COARSE_COLUMNS = (
    NAME,
    BORN,
    EMPLOYER,
    Column(_("Ngày giới thiệu"), _opened),
    Column(_("Tiến độ"), _coarse_stage),
)
# The values that the cells of either list read.
COARSE_VALUES = (
    "pk",
    "person__full_name",
    "person__born_on",
    "person__born_precision",
    "employer",
    "opened_on",
    "stage",
)
VALUES = (
    *COARSE_VALUES,
    "person__identity_number",
    "unit__name",
    "unit__short_name",
    "unit__kind",
    "unit__parent__kind",
    "unit__parent__name",
    "unit__parent__short_name",
    "unit__parent__parent__name",
    "unit__parent__parent__short_name",
    "stage_since",
    "next_due_on",
)


def drawing_on(day, overrides):
    """What the cells share, for a list drawn on `day` with the overrides of the working-day calendar."""
    return Drawing(day, overrides, reverse("candidates:detail", kwargs={"pk": 0}))
