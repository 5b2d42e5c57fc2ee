"""The tree as it is shown: flat rows that say where a branch opens and how many close after them."""

from dataclasses import dataclass

from django.utils.safestring import mark_safe

from organizations.models import Organization, Strength

# More units than this are not sent in one page: a level is shown, and each unit leads to its own.
WHOLE_TREE = 1000


@dataclass
class Row:
    """A unit in a listing in path order. `closes` counts the branches that end after it."""

    unit: Organization
    has_children: bool = False
    depth: int = 0
    closes: int = 0

    @property
    def endings(self):
        """The tags that end this many branches of a nested list of <details>."""
        return mark_safe("</ul></details></li>" * self.closes)  # noqa: S308 no text of anybody's


def latest_strengths(units):
    """The units as a list, each with its latest head counts as `strength` (None where none were reported)."""
    units = list(units)
    latest = Strength.objects.filter(organization__in=[unit.pk for unit in units])
    by_unit = {
        strength.organization_id: strength
        for strength in latest.order_by("organization_id", "-on").distinct("organization_id")
    }
    for unit in units:
        unit.strength = by_unit.get(unit.pk)
    return units


def rows(units):
    """Rows of a nested list. A unit whose parent is not among the units stands at the first level."""
    units = sorted(units, key=lambda unit: unit.path.split("/"))
    found: list[Row] = []
    open_paths: list[str] = []
    for unit in units:
        closes = 0
        while open_paths and not unit.path.startswith(open_paths[-1]):
            open_paths.pop()
            closes += 1
        if found:
            previous = found[-1]
            previous.has_children = closes == 0
            # A leaf opens no branch of its own, so there is one less to close.
            previous.closes = max(closes - 1, 0)
        found.append(Row(unit, depth=len(open_paths)))
        open_paths.append(unit.path)
    if found:
        found[-1].closes = len(open_paths) - 1
    return found
