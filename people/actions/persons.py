"""Entering a person, correcting what is known of one, finding one by number."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit import actions as audit
from audit.models import Entry
from organizations.permissions import Ability, can
from people.fields import IDENTITY, PHONE, blind_index
from people.models import Person
from people.names import search_text, sort_key


class IdentityTaken(Exception):
    """Someone in the tree, perhaps out of the asker's sight, has this identity number (ID-2)."""


@dataclass(frozen=True)
class Changed:
    """What another user changed since: who, when (aware datetime) and which fields, by their names in the model."""

    by: str
    at: object
    fields: tuple[str, ...]


class Stale(Exception):
    """The person was changed by another since the form was opened; carries every Changed, newest first."""

    def __init__(self, changes):
        super().__init__(changes)
        self.changes = changes


@transaction.atomic
def register_person(*, actor, full_name, sex, born, unit=None, mass_unit=None, identity_number="", phone="", **facts):
    """Enter a person nobody has entered yet and return the row.

    `born` is a PartialDate; `unit` the Party unit that keeps the record; `facts` are further columns of Person.
    Raises IdentityTaken; PermissionDenied where the actor's office neither maintains nor nominates at the unit.
    """
    _may_enter(actor, unit, mass_unit)
    if Person.objects.identity_taken(identity_number):
        raise IdentityTaken
    person = Person(
        unit=unit,
        party_path=unit.path if unit else "",
        mass_unit=mass_unit,
        mass_path=mass_unit.path if mass_unit else "",
    )
    _fill(
        person,
        full_name=full_name,
        sex=sex,
        born=born,
        identity_number=identity_number,
        phone=phone,
        **facts,
    )
    person.save(force_insert=True)
    audit.record("person.register", person, actor=actor)
    return person


@transaction.atomic
def update_person(person, *, actor, expected_version=None, **facts):
    """Correct columns of a person; `born` and the rest as in register_person. Returns the fresh row.

    Raises Stale where the row is no longer at `expected_version`, IdentityTaken, PermissionDenied.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if not can(actor, Ability.MAINTAIN_CANDIDATE, person.unit):
        raise PermissionDenied
    if expected_version is not None and person.version != expected_version:
        raise Stale(changes_since(person, expected_version))
    number = facts.get("identity_number", person.identity_number)
    if number != person.identity_number and Person.objects.identity_taken(number):
        raise IdentityTaken
    before = _state(person)
    _fill(person, **facts)
    changed = sorted(name for name, value in _state(person).items() if value != before[name])
    if not changed:
        return person
    person.version += 1
    person.save()
    audit.record("person.update", person, actor=actor, fields=changed, version=person.version)
    return person


def changes_since(person, version):
    """What was changed after that version, newest first, from the audit record."""
    entries = Entry.objects.filter(
        subject_type=person._meta.label_lower,
        subject_id=str(person.pk),
        verb="person.update",
        details__version__gt=version,
    )
    return [Changed(entry.actor_name, entry.at, tuple(entry.details["fields"])) for entry in entries]


@transaction.atomic
def look_up_number(number, *, actor):
    """Persons in the actor's sight with this identity number, and whether one is beyond it. The look is recorded."""
    found = list(Person.objects.visible_to(actor).numbered(number))
    elsewhere = not found and Person.objects.identity_taken(number)
    audit.record("person.search_number", found[0] if found else None, actor=actor, found=len(found), taken=elsewhere)
    return found, elsewhere


def _may_enter(actor, unit, mass_unit):
    if mass_unit is not None and can(actor, Ability.NOMINATE, mass_unit):
        return
    if unit is not None and (can(actor, Ability.MAINTAIN_CANDIDATE, unit) or can(actor, Ability.NOMINATE, unit)):
        return
    raise PermissionDenied


def _fill(person, *, born=None, **facts):
    for name, value in facts.items():
        setattr(person, name, value)
    if born is not None:
        person.born_on, person.born_precision = born.date, born.precision
    person.sort_key = sort_key(person.full_name)
    person.search_text = search_text(person.full_name)
    person.identity_hash = blind_index(person.identity_number, purpose=IDENTITY) if person.identity_number else ""
    person.phone_hash = blind_index(person.phone, purpose=PHONE) if person.phone else ""


# Not facts about the person: keys that follow from others, and the row's own bookkeeping.
_DERIVED = {"sort_key", "search_text", "identity_hash", "old_identity_hash", "phone_hash", "changed_at", "version"}


def _state(person):
    fields = (field for field in person._meta.concrete_fields if field.name not in _DERIVED)
    return {field.name: getattr(person, field.attname) for field in fields}
