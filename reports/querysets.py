"""Phrases about targets and reports."""

from django.db import models

from organizations.permissions import Ability, can
from organizations.scope import acting_office


class PathQuerySet(models.QuerySet):
    """Rows that repeat their unit's path in `path`."""

    ability: Ability

    def visible_to(self, user):
        if not can(user, self.ability):
            return self.none()
        return self.under(acting_office(user).organization)

    def under(self, organization):
        low, high = organization.scope
        return self.filter(path__gte=low, path__lt=high)


class TargetQuerySet(PathQuerySet):
    ability = Ability.VIEW_ORGANIZATION


class ReportQuerySet(PathQuerySet):
    ability = Ability.VIEW_REPORT
