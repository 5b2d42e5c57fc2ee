"""Pages of a long list by keyset: as fast on the last page as on the first, and no name in the address."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise

PAGE_SIZE = 50
# Beyond this many rows the exact number is not worth its price: the page says "more than".
COUNTED = 1000


@dataclass(frozen=True)
class Order:
    """A total order of a queryset. `fields` all run one way and end with a unique one."""

    key: str
    label: Promise
    fields: tuple[str, ...]
    descending: bool = False

    def of(self, *, reverse=False):
        sign = "-" if self.descending != reverse else ""
        return [f"{sign}{field}" for field in self.fields]


@dataclass(frozen=True)
class Page:
    """`before` and `after` are the keys to ask for the neighbouring pages, None where there is none."""

    rows: list[Any]
    before: Any = None
    after: Any = None


def page_of(queryset, order, *, after=None, before=None, size=PAGE_SIZE):
    """The rows that follow the row with primary key `after`, or precede `before`; else the first ones.

    `queryset` yields dictionaries with `pk`. A key that is not in the queryset gives the first page.
    """
    key, back = (before, True) if before else (after, False)
    place = queryset.filter(pk=key).values_list(*order.fields).first() if key else None
    ordered = order.of(reverse=back and place is not None)
    asked = queryset.order_by(*ordered)
    if place is not None:
        asked = asked.filter(_beyond(order, place, reverse=back))
    # The keys first, then the rows: what the rows are joined with is read for this page alone.
    keys = asked.values("pk")[: size + 1]
    rows = list(queryset.filter(pk__in=keys).order_by(*ordered))
    more, rows = len(rows) > size, rows[:size]
    if place is not None and back:
        rows.reverse()
        return Page(rows, rows[0]["pk"] if more else None, rows[-1]["pk"] if rows else None)
    return Page(rows, rows[0]["pk"] if place is not None and rows else None, rows[-1]["pk"] if more else None)


def capped_count(queryset):
    """How many rows, counted up to COUNTED + 1."""
    return queryset.order_by().values("pk")[: COUNTED + 1].count()


def _beyond(order, place, *, reverse):
    """The rows after `place`: field by field, the first that differs decides."""
    beyond = "lt" if order.descending != reverse else "gt"
    condition = Q()
    for field, value in reversed(list(zip(order.fields, place, strict=True))):
        strictly = Q(**{f"{field}__{beyond}": value})
        # The outer bound repeats what the alternatives say, so that an index can begin at it.
        condition = Q(**{f"{field}__{beyond}e": value}) & (strictly | condition) if condition else strictly
    return condition
