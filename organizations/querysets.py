"""Phrases about units and offices."""

from django.db import models
from django.db.models import Q

from organizations.scope import acting_office


class OrganizationQuerySet(models.QuerySet):
    def under(self, organization):
        """The unit itself and everything beneath it."""
        low, high = organization.scope
        return self.filter(path__gte=low, path__lt=high)

    def open_on(self, on):
        """Units that existed on the day."""
        return self.filter(
            Q(founded_on__isnull=True) | Q(founded_on__lte=on),
            Q(closed_on__isnull=True) | Q(closed_on__gt=on),
        )

    def party(self):
        return self.filter(line="party")

    def base(self):
        """Base organisations (tổ chức cơ sở đảng)."""
        return self.filter(kind__in=("base_cell", "base_committee"))

    def name_on(self, organization, on):
        """The name the unit bore on that day (ORG-0); today's where its history does not reach back."""
        placement = (
            organization.placements.filter(Q(to_on__isnull=True) | Q(to_on__gt=on), from_on__lte=on)
            .order_by("-from_on")
            .first()
        )
        return placement.name if placement else organization.name

    def visible_to(self, user):
        """Units beneath the office held, and the mass organisations that stand beside them."""
        office = acting_office(user)
        if office is None:
            return self.none()
        low, high = office.organization.scope
        return self.filter(Q(path__gte=low, path__lt=high) | Q(party_unit__path__gte=low, party_unit__path__lt=high))

    def mass_beside(self, unit):
        """Unions and youth unions that stand beside a Party unit, beside one above it or one beneath it."""
        above = [unit.path[: i + 1] for i, letter in enumerate(unit.path) if letter == "/" and i]
        low, high = unit.scope
        beside = Q(party_unit__path__in=above) | Q(party_unit__path__gte=low, party_unit__path__lt=high)
        return self.filter(beside).exclude(line="party")


class EnterpriseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Enterprises are public names; whoever holds an office may choose among them."""
        return self.all() if acting_office(user) else self.none()


class AssignmentQuerySet(models.QuerySet):
    def held_on(self, on):
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gte=on), from_on__lte=on)

    def visible_to(self, user):
        office = acting_office(user)
        if office is None:
            return self.none()
        low, high = office.organization.scope
        return self.filter(organization__path__gte=low, organization__path__lt=high)
