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
    visible = Organization.objects.visible_to(user).select_related("enterprise").order_by("path")
    top = None
    for unit in visible:
        places.scopes[unit.code] = unit.scope
        if unit.line == Line.PARTY:
            top = unit.depth if top is None else top
            places.units.append((unit.code, INDENT * (unit.depth - top) + (unit.short_name or unit.name)))
        else:
            places.mass.append((unit.code, unit.short_name or unit.name))
        if unit.enterprise:
            enterprises[unit.enterprise.code] = unit.enterprise.name
    places.enterprises = sorted(enterprises.items(), key=lambda pair: pair[1])
    return places
