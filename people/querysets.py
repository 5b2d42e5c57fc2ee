"""Phrases about persons."""

from django.db import connection, models
from django.db.models import Func, Q, Value

from organizations.permissions import interval_of
from organizations.scope import acting_office
from people.fields import IDENTITY, blind_index
from people.names import search_text


class ScopedQuerySet(models.QuerySet):
    """Rows that carry the paths of the units that may see them.

    `mass_path` is asked only where the row has one and the office is of a mass organisation:
    one plain range, so that the index decides and not the row-level policy alone.
    """

    mass_scoped = True

    def visible_to(self, user):
        office = acting_office(user)
        interval = interval_of(office)
        if interval.sees_nothing:
            return self.none()
        if office.organization.line == "party":
            return self.filter(party_path__gte=interval.low, party_path__lt=interval.high)
        if not self.mass_scoped:
            return self.none()
        return self.filter(mass_path__gte=interval.low, mass_path__lt=interval.high)

    def under(self, organization):
        """Rows kept by this Party unit or one beneath it."""
        low, high = organization.scope
        return self.filter(party_path__gte=low, party_path__lt=high)


def named(text):
    """The keys of the persons in sight whose name holds every word of the text as a beginning; None without a word.

    Accents, case and order do not matter. A sub-select over the function of migration 0003_named.
    """
    words = [word for word in search_text(text).split() if word.isalnum()]
    if not words:
        return None
    found = " & ".join(f"{word}:*" for word in words)
    return Func(Value(found), template="(SELECT people_named(%(expressions)s))", output_field=models.BigIntegerField())


class PersonQuerySet(ScopedQuerySet):
    def named_like(self, text):
        """Persons whose name holds every word of the text, accents and order aside."""
        found = named(text)
        return self.none() if found is None else self.filter(pk__in=found)

    def numbered(self, number):
        """The person with this identity number (normalised), found by its blind index; nobody for a blank."""
        return self.filter(identity_hash=blind_index(number, purpose=IDENTITY)) if number else self.none()

    def identity_taken(self, number):
        """Whether anyone in the whole tree has the number, however little the asker sees: never who."""
        if not number:
            return False
        with connection.cursor() as cursor:
            cursor.execute("SELECT people_identity_taken(%s)", [blind_index(number, purpose=IDENTITY)])
            return cursor.fetchone()[0]


class EmploymentQuerySet(ScopedQuerySet):
    def current_on(self, on):
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gte=on), from_on__lte=on)


class MembershipQuerySet(ScopedQuerySet):
    def current_on(self, on):
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gte=on), from_on__lte=on)


class PartyMembershipQuerySet(ScopedQuerySet):
    mass_scoped = False

    def current_on(self, on):
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), probationary_from__lte=on)

    def full_on(self, on):
        """Full members on the day: those who may vote, introduce and mentor."""
        return self.current_on(on).filter(full_from__lte=on)


class ConsentQuerySet(ScopedQuerySet):
    def standing(self):
        return self.filter(withdrawn_on__isnull=True)
