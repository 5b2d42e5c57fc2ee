"""Employment and memberships: rows that follow each other, opened and ended, never overwritten."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit import actions as audit
from organizations.permissions import Ability, can
from people.dates import DAY
from people.models import Employment, Membership


@transaction.atomic
def employ(person, *, actor, enterprise, labour_class, on, job_title="", occupation=None, ends_previous=False):
    """Record work at an enterprise from a day; `ends_previous` ends what was open on the day before it.

    An earlier row that begins on or after `on` is left alone. Raises PermissionDenied.
    """
    _may_write(actor, person)
    if ends_previous:
        person.employments.filter(to_on__isnull=True, from_on__lt=on).update(to_on=_eve(on))
    employment = Employment.objects.create(
        person=person,
        party_path=person.party_path,
        mass_path=person.mass_path,
        enterprise=enterprise,
        labour_class=labour_class,
        job_title=job_title,
        occupation=occupation,
        from_on=on,
    )
    audit.record("person.employ", person, actor=actor, enterprise=enterprise.code, on=on.isoformat())
    return employment


@transaction.atomic
def end_employment(employment, *, actor, on):
    """Record the last day of work. Raises PermissionDenied."""
    _may_write(actor, employment.person)
    employment.to_on = on
    employment.save(update_fields=["to_on"])
    audit.record(
        "person.end_employment",
        employment.person,
        actor=actor,
        enterprise=employment.enterprise.code,
        on=on.isoformat(),
    )
    return employment


@transaction.atomic
def join(person, *, actor, kind, on, organization=None, precision=DAY):
    """Record membership of the union or the youth union from a day known to `precision`. Raises PermissionDenied."""
    _may_write(actor, person)
    membership = Membership.objects.create(
        person=person,
        party_path=person.party_path,
        mass_path=person.mass_path,
        kind=kind,
        organization=organization,
        from_on=on,
        from_precision=precision,
    )
    audit.record("person.join", person, actor=actor, kind=kind, on=on.isoformat())
    return membership


@transaction.atomic
def leave(membership, *, actor, on):
    """Record the last day of a membership. Raises PermissionDenied."""
    _may_write(actor, membership.person)
    membership.to_on = on
    membership.save(update_fields=["to_on"])
    audit.record("person.leave", membership.person, actor=actor, kind=membership.kind, on=on.isoformat())
    return membership


def _may_write(actor, person):
    """The Party unit that keeps the record; a mass organisation only for people it put forward itself."""
    if person.unit and can(actor, Ability.MAINTAIN_CANDIDATE, person.unit):
        return
    if person.mass_unit and can(actor, Ability.NOMINATE, person.mass_unit):
        return
    raise PermissionDenied


def _eve(day):
    return day.fromordinal(day.toordinal() - 1)
