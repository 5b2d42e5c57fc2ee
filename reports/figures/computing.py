"""Figures of every unit in one pass: a few grouped queries, rolled up the tree in memory."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from candidates.models import Policy
from organizations.models import Line, Organization
from reports.figures.counting import Acts, Certificates, CountedBy, Learners, Stock
from reports.figures.declared import FIGURES, Figure, Share
from reports.models import Target
from reports.periods import Period, Window

COUNTED_BY = "admission_counted_by"
SOURCES: tuple[Any, ...] = (Acts, Stock, Learners, Certificates)
# What mass organisations are told of those they introduced: coarse progress, no more (DP-8).
MASS_FIGURES = ("nominated", "nominated_workers", "admitted", "admitted_workers")

# Numbers of one unit: figure → window ("period", "year", "last_period", "last_year") or "target" → number.
Row = dict[str, dict[str, int]]


def counted_by() -> CountedBy:
    """The day on which someone counts as admitted, by the policy of the highest unit that has one (OPEN-8)."""
    value = Policy.objects.filter(key=COUNTED_BY).order_by("organization__path").values_list("value", flat=True).first()
    return CountedBy(value or CountedBy.CEREMONY)


class Computed(Mapping[int, Row]):
    """Rows by the unit's id. Kept sparse: a row is filled with its zeros only when it is asked for."""

    def __init__(self, units: dict[int, tuple[str, str]], numbers: dict, targets: dict, wanted: Iterable[str]) -> None:
        self._units, self._numbers, self._targets, self._wanted = units, numbers, targets, tuple(wanted)

    def __getitem__(self, pk: int) -> Row:
        path, line = self._units[pk]
        found, targets = self._numbers.get(path, {}), self._targets.get(pk, {})
        row: Row = {}
        for key in self._wanted:
            figure = FIGURES[key]
            if figure.is_share or (line != Line.PARTY and key not in MASS_FIGURES):
                continue
            windows = ("period", "last_period") if figure.is_stock else ("period", "year", "last_period", "last_year")
            row[key] = {window: found.get((key, window), 0) for window in windows}
            if figure.target in targets:
                row[key]["target"] = targets[figure.target]
        return row

    def __iter__(self) -> Iterator[int]:
        return iter(self._units)

    def __len__(self) -> int:
        return len(self._units)


def compute(
    period: Period,
    root: Organization | None = None,
    *,
    keys: Iterable[str] | None = None,
    by: CountedBy | None = None,
) -> Computed:
    """Every figure (or those named) for each unit at or beneath `root`, or for every unit of the three lines.

    The number of queries depends neither on the units nor on the people. Works on what the session is armed to see:
    call it inside `whole()` to count the tree.
    """
    wanted = tuple(keys) if keys is not None else tuple(FIGURES)
    units = Organization.objects.all() if root is None else Organization.objects.under(root)
    numbers = _rolled_up(_counted(wanted, period, root, by or counted_by()))
    targets: dict[int, dict[tuple[str, str], int]] = {}
    rows = (
        Target.objects.filter(year=period.year) if root is None else Target.objects.under(root).filter(year=period.year)
    )
    for pk, kind, dimension, value in rows.values_list("organization_id", "kind", "dimension", "value"):
        targets.setdefault(pk, {})[kind, dimension] = value
    places = {pk: (path, line) for pk, path, line in units.order_by().values_list("pk", "path", "line")}
    return Computed(places, numbers, targets, wanted)


def people_of(figure: Figure, organization: Organization, window: Window) -> QuerySet:
    """The candidates (of class figures: persons) behind a number. Narrow it with `visible_to(user)` before showing.

    Raises ValueError for a share, behind which stand two figures.
    """
    source = figure.source
    if isinstance(source, Share):
        raise ValueError(f"{figure.key} is a share of two figures")
    return source.people(window, organization, counted_by())


def _counted(wanted: tuple[str, ...], period: Period, root: Organization | None, by: CountedBy) -> Iterator[tuple]:
    for kind in SOURCES:
        sources: dict[str, Any] = {key: FIGURES[key].source for key in wanted if isinstance(FIGURES[key].source, kind)}
        if sources and (root is None or root.line == Line.PARTY or kind is Acts):
            yield from kind.count(sources, period, root, by)


def _rolled_up(counts: Iterable[tuple]) -> dict[str, dict[tuple[str, str], int]]:
    """Numbers of a unit and of all beneath it, by path."""
    own: dict[str, dict[tuple[str, str], int]] = {}
    for path, key, window, number in counts:
        place = own.setdefault(path, {})
        place[key, window] = place.get((key, window), 0) + number
    summed: dict[str, dict[tuple[str, str], int]] = {}
    for path, numbers in own.items():
        for upper in upwards(path):
            place = summed.setdefault(upper, {})
            for cell, number in numbers.items():
                place[cell] = place.get(cell, 0) + number
    return summed


def upwards(path: str) -> list[str]:
    """The paths of the unit and of everything above it: /a/b/ gives /a/b/ and /a/."""
    return [path[: i + 1] for i, letter in enumerate(path) if letter == "/" and i]
