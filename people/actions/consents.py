"""Consent to the processing of a person's data, purpose by purpose (DP-3)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit import actions as audit
from organizations.permissions import Ability, can
from people.models import Consent


@transaction.atomic
def give_consent(person, *, actor, purpose, text_version, on, how):
    """Record that the person agreed; a standing consent to the same purpose is returned as it is."""
    _may_write(actor, person)
    standing = person.consents.filter(purpose=purpose, withdrawn_on__isnull=True).first()
    if standing is not None:
        return standing
    consent = Consent.objects.create(
        person=person,
        party_path=person.party_path,
        mass_path=person.mass_path,
        purpose=purpose,
        text_version=text_version,
        given_on=on,
        how=how,
    )
    audit.record("person.consent", person, actor=actor, purpose=purpose, text=text_version)
    return consent


@transaction.atomic
def withdraw_consent(consent, *, actor, on):
    """Record that the person took the consent back on a day."""
    _may_write(actor, consent.person)
    consent.withdrawn_on = on
    consent.save(update_fields=["withdrawn_on"])
    audit.record("person.withdraw_consent", consent.person, actor=actor, purpose=consent.purpose)
    return consent


def _may_write(actor, person):
    keeper = person.unit and can(actor, Ability.MAINTAIN_CANDIDATE, person.unit)
    if not keeper and not (person.mass_unit and can(actor, Ability.NOMINATE, person.mass_unit)):
        raise PermissionDenied
