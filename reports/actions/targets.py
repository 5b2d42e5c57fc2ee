"""Setting the year's targets of the units beneath (QUO-1, QUO-2, QUO-5)."""

from collections import defaultdict
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

import audit.actions
from organizations.models import Organization
from reports.models import Target
from reports.permissions import may_set_target


@dataclass(frozen=True)
class Change:
    """One cell of the sheet: what it held when it was shown, and what it shall hold (None: no target)."""

    organization: Organization
    kind: str
    dimension: str
    before: int | None
    value: int | None

    @property
    def cell(self):
        return self.organization.pk, self.kind, self.dimension


class Conflict(Exception):
    """Someone else changed cells after they were shown: `targets` are the rows as they stand, or None where gone."""

    def __init__(self, targets):
        super().__init__(targets)
        self.targets = targets


@transaction.atomic
def set_targets(changes, *, actor, year, decision):
    """Write the changed cells, all or none, under the decision that gives them; returns how many changed.

    A target below the sum of the units beneath is written all the same: the gap is shown, not refused (QUO-5).
    Raises PermissionDenied where one of the units is not the actor's to set, Conflict where a cell has moved.
    """
    if not all(may_set_target(actor, change.organization) for change in changes):
        raise PermissionDenied
    # One writer of a year at a time: rows that do not exist yet cannot be locked.
    list(Organization.objects.filter(pk__in={c.organization.pk for c in changes}).select_for_update().order_by("pk"))
    standing = {
        (target.organization_id, target.kind, target.dimension): target
        for target in Target.objects.filter(year=year, organization__in={c.organization.pk for c in changes})
    }
    moved = [
        (change, standing.get(change.cell)) for change in changes if _value(standing.get(change.cell)) != change.before
    ]
    if moved:
        raise Conflict(moved)
    by_unit = defaultdict(list)
    for change in changes:
        if change.value != change.before:
            _write(change, standing.get(change.cell), actor, year, decision)
            by_unit[change.organization].append(change)
    for organization, made in by_unit.items():
        audit.actions.record(
            "target.set",
            organization,
            actor=actor,
            year=year,
            decision=decision,
            changes=[
                {"kind": one.kind, "dimension": one.dimension, "before": one.before, "after": one.value} for one in made
            ],
        )
    return sum(map(len, by_unit.values()))


def _value(target):
    return target.value if target else None


def _write(change, target, actor, year, decision):
    if change.value is None:
        target.delete()
        return
    target = target or Target(
        organization=change.organization,
        path=change.organization.path,
        year=year,
        kind=change.kind,
        dimension=change.dimension,
    )
    target.value, target.decision, target.changed_by = change.value, decision, actor
    target.save()
