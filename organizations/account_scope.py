"""Which accounts an administrator looks after."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from accounts.models import User
from organizations.models import Assignment, Organization
from organizations.scope import acting_office


def accounts_visible_to(user, on=None):
    """Accounts with an office, now or before, in the units the user sees, and none that reaches beyond them.

    An administrator of the top of a tree also sees accounts that never held an office.
    """
    office = acting_office(user)
    if office is None:
        return User.objects.none()
    seen = Organization.objects.visible_to(user).values("pk")
    offices = Assignment.objects.filter(user=OuterRef("pk"))
    current = offices.filter(Q(to_on__isnull=True) | Q(to_on__gte=on or timezone.localdate()))
    within = Q(Exists(offices.filter(organization__in=seen)))
    if office.organization.parent_id is None:
        within |= Q(~Exists(offices))
    return User.objects.filter(within).exclude(Exists(current.exclude(organization__in=seen)))
