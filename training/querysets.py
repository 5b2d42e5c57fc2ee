"""Phrases about classes, learners and certificates."""

from django.db import models
from django.db.models import Count, Q

from organizations.permissions import Ability, can
from organizations.scope import acting_office
from people.querysets import ScopedQuerySet


class CourseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Classes opened at or beneath the office's unit, and those opened above it for everyone."""
        if not can(user, Ability.VIEW_TRAINING):
            return self.none()
        unit = acting_office(user).organization
        low, high = unit.scope
        above = [unit.path[: i + 1] for i, letter in enumerate(unit.path) if letter == "/" and i]
        return self.filter(
            Q(organization__path__gte=low, organization__path__lt=high) | Q(organization__path__in=above)
        )

    def with_numbers(self):
        """Annotate `learners`, `waiting` and `passed` head counts."""
        state = "enrollments__state"
        return self.annotate(
            learners=Count("enrollments", filter=Q(**{f"{state}__in": ["enrolled", "passed", "failed"]})),
            waiting=Count("enrollments", filter=Q(**{state: "waiting"})),
            passed=Count("enrollments", filter=Q(**{state: "passed"})),
        )


class EnrollmentQuerySet(ScopedQuerySet):
    mass_scoped = False


class CertificateQuerySet(ScopedQuerySet):
    mass_scoped = False

    def standing(self):
        return self.filter(revoked_on__isnull=True)
