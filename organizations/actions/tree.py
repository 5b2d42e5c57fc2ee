"""Acts that shape the trees. A unit keeps its identity; its name, parent and kind are dated rows (ORG-0)."""

import datetime

from django.db import connection, models, transaction
from django.db.models.functions import Concat, Greatest, Substr
from django.utils.translation import gettext as _

from audit.language import of_record
from exchange.folding import search_text
from organizations.actions import findings
from organizations.actions.findings import path_under
from organizations.actions.manner import must_manage, record_act, refuse_if
from organizations.models import Organization, Placement

DAY = datetime.timedelta(days=1)


@transaction.atomic
def create_organization(*, parent, kind, code, name, actor, on, decision="", **facts):
    """Found a unit beneath `parent` (None: the top of a tree) on the day and return it.

    `facts` are further columns: short_name, national_code, sector, enterprise, party_unit. Raises PermissionDenied
    where the actor manages neither the parent nor the Party unit beside, Refused with every reason otherwise.
    """
    _lock_trees()
    must_manage(actor, parent, facts.get("party_unit"))
    unit = Organization(
        parent=parent,
        line=findings.LINE_OF_KIND[kind],
        kind=kind,
        code=code,
        name=name,
        search_text=_search_text(name, facts.get("short_name", ""), code),
        path=path_under(parent, code),
        founded_on=on,
        **facts,
    )
    refuse_if([*findings.misplaced(kind, parent, on), *findings.unusable_code(unit)])
    unit.save()
    Placement.objects.create(
        organization=unit, name=name, parent=parent, kind=kind, from_on=on, decision=decision[:200]
    )
    record_act("organization.create", unit, actor, on=on, decision=decision)
    return unit


@transaction.atomic
def rename(organization, *, name, actor, on, short_name=None, decision=""):
    """Give the unit another name from the day on; acts of earlier days keep the old one. Raises Refused."""
    unit = _locked(organization, actor)
    refuse_if([*findings.closed(unit), *findings.before_current(unit, on)])
    before = unit.name
    unit.name = name
    unit.short_name = unit.short_name if short_name is None else short_name
    unit.search_text = _search_text(unit.name, unit.short_name, unit.code)
    unit.save(update_fields=["name", "short_name", "search_text"])
    _place(unit, on, decision)
    record_act("organization.rename", unit, actor, on=on, decision=decision, before=before, after=name)
    return unit


@transaction.atomic
def move(organization, *, parent, actor, on, decision=""):
    """Put the unit, with all beneath it, under another parent of its line from the day on.

    Paths change in one UPDATE, and the database carries them to every row that repeats them. Raises Refused for a
    cycle, another line, a kind that cannot stand there, or a closed unit; PermissionDenied where the actor does not
    manage both places.
    """
    unit = _locked(organization, actor)
    must_manage(actor, parent, unit.party_unit)
    refuse_if([*findings.closed(unit), *findings.before_current(unit, on), *findings.unmovable(unit, parent, on)])
    before = unit.parent
    old_path, new_path = unit.path, path_under(parent, unit.code)
    Organization.objects.under(unit).update(
        path=Concat(models.Value(new_path), Substr("path", len(old_path) + 1), output_field=models.CharField())
    )
    Organization.objects.filter(pk=unit.pk).update(parent=parent)
    unit.refresh_from_db()
    _place(unit, on, decision)
    record_act(
        "organization.move",
        unit,
        actor,
        on=on,
        decision=decision,
        before=before.name if before else "",
        after=parent.name,
        path_before=old_path,
    )
    return unit


@transaction.atomic
def reclassify(organization, *, kind, actor, on, decision):
    """Make the unit another kind of its line, as a base cell that grows into a base committee (ORG-3)."""
    unit = _locked(organization, actor)
    children = unit.children.filter(closed_on=None)
    refuse_if(
        [
            *findings.closed(unit),
            *findings.before_current(unit, on),
            *findings.misplaced(kind, unit.parent, on),
            *(
                _("%(child)s không thể trực thuộc loại tổ chức này.") % {"child": child}
                for child in children
                if kind not in findings.KINDS_ABOVE[child.kind]
            ),
        ]
    )
    with of_record():
        before, after = unit.get_kind_display(), str(Organization.Kind(kind).label)
    unit.kind = kind
    unit.is_delegated = unit.is_delegated and kind == Organization.Kind.BASE_COMMITTEE
    unit.save(update_fields=["kind", "is_delegated"])
    _place(unit, on, decision)
    record_act(
        "organization.reclassify",
        unit,
        actor,
        on=on,
        decision=decision,
        before=before,
        after=after,
    )
    return unit


@transaction.atomic
def close(organization, *, actor, on, successor=None, decision=""):
    """End the unit on the day; its offices end with it, and what stood beside it stands beside the successor.

    Raises Refused with the open units beneath it. It knows nothing of persons and candidacies: whoever closes a
    unit that has any asks for them first.
    """
    unit = _locked(organization, actor)
    refuse_if([*findings.closed(unit), *findings.before_current(unit, on), *findings.unclosable(unit, successor)])
    unit.closed_on = on
    unit.successor = successor
    unit.save(update_fields=["closed_on", "successor"])
    unit.placements.filter(to_on=None).update(to_on=Greatest("from_on", models.Value(on)))
    offices = unit.assignments.filter(to_on=None).update(to_on=Greatest("from_on", models.Value(on)))
    if successor:
        unit.mass_organizations.filter(closed_on=None).update(party_unit=successor)
    record_act(
        "organization.close",
        unit,
        actor,
        on=on,
        decision=decision,
        successor=successor.name if successor else "",
        offices_ended=offices,
    )
    return unit


@transaction.atomic
def merge(organization, *, into, actor, on, decision):
    """Move the open units beneath this one under `into`, then close it with `into` as its successor."""
    unit = _locked(organization, actor)
    for child in unit.children.filter(closed_on=None):
        move(child, parent=into, actor=actor, on=on, decision=decision)
    return close(unit, actor=actor, on=on, successor=into, decision=decision)


def _lock_trees():
    # One act on the trees at a time: two moves that cross could each make the other a cycle.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('organization_trees'))")


def _locked(organization, actor):
    _lock_trees()
    unit = (
        Organization.objects.select_for_update(of=["self"])
        .select_related("parent", "party_unit")
        .get(pk=organization.pk)
    )
    must_manage(actor, unit)
    if unit.founded_on and not unit.placements.exists():
        # A unit that came without a history keeps the name and parent it had until now.
        Placement.objects.create(
            organization=unit, name=unit.name, parent=unit.parent, kind=unit.kind, from_on=unit.founded_on
        )
    return unit


def _search_text(name, short_name, code):
    return " ".join(part for part in map(search_text, (name, short_name, code)) if part)[:400]


def _place(unit, on, decision):
    """End the placement in force and begin one with the unit's present columns; one of the same day is corrected."""
    facts = {"name": unit.name, "parent": unit.parent, "kind": unit.kind, "decision": decision[:200]}
    current = unit.placements.filter(to_on=None).first()
    if current and current.from_on == on:
        unit.placements.filter(pk=current.pk).update(**facts)
        return
    unit.placements.filter(to_on=None).update(to_on=on - DAY)
    Placement.objects.create(organization=unit, from_on=on, **facts)
