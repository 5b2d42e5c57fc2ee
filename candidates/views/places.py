"""The units and enterprises that an office may choose among, read once for all filters and forms of a page."""

from dataclasses import dataclass, field

from organizations.models import Line, Organization

INDENT = "\u2003"  # em space: browsers fold ordinary spaces at the head of an option


@dataclass
class Places:
    """Choices as (code, label); `scopes` gives the interval of paths of each unit by its code."""

    units: list[tuple[str, str]] = field(default_factory=list)
    mass: list[tuple[str, str]] = field(default_factory=list)
    enterprises: list[tuple[str, str]] = field(default_factory=list)
    scopes: dict[str, tuple[str, str]] = field(default_factory=dict)


def places_of(user):
    """What the user's office sees: its Party units in tree order, their mass organisations and enterprises."""
    places, enterprises = Places(), {}
    visible = Organization.objects.visible_to(user).order_by("path")
    top = None
    # Bare values: rows of a model would cost more than the query.
    rows = visible.values_list("code", "path", "line", "short_name", "name", "enterprise__code", "enterprise__name")
    for code, path, line, short_name, name, enterprise, enterprise_name in rows:
        places.scopes[code] = path, path[:-1] + "0"
        if line == Line.PARTY:
            top = path.count("/") if top is None else top
            places.units.append((code, INDENT * (path.count("/") - top) + (short_name or name)))
        else:
            places.mass.append((code, short_name or name))
        if enterprise:
            enterprises[enterprise] = enterprise_name
    places.enterprises = sorted(enterprises.items(), key=lambda pair: pair[1])
    return places
