"""The targets that the workbook of organisations carries beside each unit."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from audit import actions as audit
from organizations.imports.tree import Table
from organizations.models import Organization
from reports.models import Target

# Columns of the workbook, and the target that each is (QUO-1, QUO-2, QUO-4).
TARGETS = {
    "admissions": (Target.Kind.ADMISSION, Target.Dimension.ALL),
    "worker_admissions": (Target.Kind.ADMISSION, Target.Dimension.WORKERS),
    "nominations": (Target.Kind.NOMINATION, Target.Dimension.ALL),
}


@transaction.atomic
def write_targets(table: Table, units: Mapping[str, Organization], *, actor: Any, source: str) -> int:
    """Set the targets of the table's year that differ from those held, and return how many. A blank sets nothing."""
    if table.year is None:
        return 0
    unions = {
        union.party_unit_id: union for union in Organization.objects.filter(line="union", party_unit__isnull=False)
    }
    held = {
        (target.organization_id, target.kind, target.dimension): target.value
        for target in Target.objects.filter(year=table.year, organization__in=[*units.values(), *unions.values()])
    }
    changed = 0
    for unit in table.units:
        changes: dict[Organization, list[dict[str, Any]]] = {}
        for column, value in unit.targets.items():
            kind, dimension = TARGETS[column]
            organization = units[unit.code]
            if kind == Target.Kind.NOMINATION:
                # What a union is to introduce is the union's own target (QUO-2), where the unit has one.
                organization = unions.get(organization.pk, organization)
            before = held.get((organization.pk, kind, dimension))
            if before == value:
                continue
            Target.objects.update_or_create(
                organization=organization,
                year=table.year,
                kind=kind,
                dimension=dimension,
                defaults={"value": value, "decision": source[:200], "changed_by": actor},
            )
            changes.setdefault(organization, []).append(
                {"kind": kind, "dimension": dimension, "before": before, "after": value}
            )
        for organization, made in changes.items():
            audit.record("target.set", organization, actor=actor, year=table.year, decision=source, changes=made)
            changed += len(made)
    return changed
