"""Who may set which targets and send which reports."""

from organizations.permissions import Ability, can
from organizations.scope import acting_office


def may_set_target(user, organization):
    """A superior sets the targets of the units beneath; the highest unit enters the one given to it from outside."""
    if not can(user, Ability.SET_TARGET, organization):
        return False
    return organization.parent_id is None or organization.pk != acting_office(user).organization_id


def may_submit(user, report):
    return can(user, Ability.SUBMIT_REPORT, report.organization)
