"""Local answers to the open points of the rules, nearest unit first."""

from dataclasses import fields, replace

from candidates.dossier import Policies
from candidates.models import Policy
from organizations.models import HolidayOverride

_KNOWN = {field.name for field in fields(Policies)} - {"working_days"}


def policies_for(unit):
    """The policies that hold for a unit: its own, else those of the nearest unit above, else the defaults."""
    parts = unit.path.strip("/").split("/")
    above = ["/" + "/".join(parts[: i + 1]) + "/" for i in range(len(parts))]
    rows = Policy.objects.filter(organization__path__in=above).order_by("organization__path")
    values = {row.key: row.value for row in rows if row.key in _KNOWN}
    overrides = dict(HolidayOverride.objects.values_list("on", "is_working"))
    return replace(Policies(), working_days=overrides, **values)
