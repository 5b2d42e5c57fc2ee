"""What every act here begins and ends with: who may, what stands in the way, what is remembered."""

from django.core.exceptions import PermissionDenied

from audit.actions import record
from organizations.models import Line
from organizations.permissions import Ability, can


class Refused(Exception):
    """The act is not possible yet: `findings` lists every reason, in words for the screen."""

    def __init__(self, *findings):
        super().__init__("; ".join(str(finding) for finding in findings))
        self.findings = [str(finding) for finding in findings]


def refuse_if(findings):
    """Raise Refused with all the findings, if there are any."""
    found = list(findings)
    if found:
        raise Refused(*found)


def manages(actor, *organizations):
    """Whether the actor may change the tree at one of these units, or at the Party unit it stands beside.

    None is the system itself: jobs and commands.
    """
    if actor is None:
        return True
    return any(
        can(actor, Ability.MANAGE_ORGANIZATION, place)
        for organization in organizations
        if organization is not None
        for place in (organization, organization.party_unit)
        if place is not None
    )


def must_manage(actor, *organizations):
    """Raise PermissionDenied unless the actor manages one of these units."""
    if not manages(actor, *organizations):
        raise PermissionDenied


def scope_of(organization):
    """The path under which inspectors find what was done to the unit: a mass organisation's stands beside it."""
    if organization.line != Line.PARTY and organization.party_unit_id:
        return organization.party_unit.path
    return organization.path


def record_act(verb, unit, actor, *, on, **details):
    """Remember what was done to the unit, with the day it holds from; empty details are left out."""
    told = {name: value for name, value in details.items() if value not in ("", None)}
    record(verb, unit, actor=actor, scope_path=scope_of(unit), on=on.isoformat(), **told)
