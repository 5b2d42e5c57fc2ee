"""Abilities, and the roles that give them. Roles are code; who holds an office is data."""

from enum import StrEnum

from organizations.models import Role
from organizations.scope import NOTHING, Interval, acting_office


class Ability(StrEnum):
    NOMINATE = "nominate"
    VIEW_COARSE_PROGRESS = "view_coarse_progress"
    VIEW_CANDIDATE = "view_candidate"
    MAINTAIN_CANDIDATE = "maintain_candidate"
    RECORD_CELL_VOTE = "record_cell_vote"
    RECORD_COMMITTEE_VOTE = "record_committee_vote"
    DECIDE = "decide"
    RECORD_CEREMONY = "record_ceremony"
    CLOSE_CANDIDACY = "close_candidacy"
    VIEW_VOTES = "view_votes"
    VIEW_VERIFICATION = "view_verification"
    REVEAL_IDENTITY = "reveal_identity"
    VIEW_TRAINING = "view_training"
    MANAGE_TRAINING = "manage_training"
    VIEW_ORGANIZATION = "view_organization"
    MANAGE_ORGANIZATION = "manage_organization"
    SET_TARGET = "set_target"
    VIEW_REPORT = "view_report"
    SUBMIT_REPORT = "submit_report"
    VIEW_DASHBOARD = "view_dashboard"
    EXPORT = "export"
    IMPORT = "import"
    VIEW_AUDIT = "view_audit"
    MANAGE_USERS = "manage_users"


_CELL = {
    Ability.VIEW_CANDIDATE,
    Ability.MAINTAIN_CANDIDATE,
    Ability.RECORD_CELL_VOTE,
    Ability.RECORD_CEREMONY,
    Ability.CLOSE_CANDIDACY,
    Ability.VIEW_VOTES,
    Ability.VIEW_VERIFICATION,
    Ability.REVEAL_IDENTITY,
    Ability.VIEW_ORGANIZATION,
    Ability.VIEW_TRAINING,
    Ability.VIEW_REPORT,
    Ability.NOMINATE,
    Ability.EXPORT,
}
_BASE = _CELL | {
    Ability.RECORD_COMMITTEE_VOTE,
    Ability.SET_TARGET,
    Ability.SUBMIT_REPORT,
    Ability.VIEW_DASHBOARD,
    Ability.IMPORT,
}
_MASS = {
    Ability.NOMINATE,
    Ability.VIEW_COARSE_PROGRESS,
    Ability.VIEW_ORGANIZATION,
    Ability.SET_TARGET,
}

GRANTS = {
    Role.CELL_SECRETARY: frozenset(_CELL),
    # A base committee decides only where it was delegated; the decide rules ask for that.
    Role.BASE_OFFICER: frozenset(_BASE | {Ability.DECIDE}),
    Role.BLOC_OFFICER: frozenset(_BASE | {Ability.DECIDE, Ability.MANAGE_ORGANIZATION, Ability.MANAGE_TRAINING}),
    Role.LEADER: frozenset(
        {
            Ability.VIEW_CANDIDATE,
            Ability.VIEW_VOTES,
            Ability.VIEW_ORGANIZATION,
            Ability.VIEW_TRAINING,
            Ability.VIEW_REPORT,
            Ability.VIEW_DASHBOARD,
            Ability.EXPORT,
        }
    ),
    Role.UNION_OFFICER: frozenset(_MASS),
    Role.YOUTH_OFFICER: frozenset(_MASS),
    Role.TRAINING_OFFICER: frozenset({Ability.VIEW_TRAINING, Ability.MANAGE_TRAINING, Ability.VIEW_ORGANIZATION}),
    Role.INSPECTOR: frozenset({Ability.VIEW_AUDIT, Ability.VIEW_ORGANIZATION}),
    Role.ADMINISTRATOR: frozenset({Ability.MANAGE_USERS, Ability.VIEW_ORGANIZATION, Ability.MANAGE_ORGANIZATION}),
}

# Roles whose work is with people: only for them does the database open the person tables.
_SEES_PEOPLE = {
    Ability.VIEW_CANDIDATE,
    Ability.VIEW_COARSE_PROGRESS,
    Ability.VIEW_TRAINING,
}


def can(user, ability, organization=None):
    """Whether the user's acting office gives this ability (at this unit, where one is named)."""
    office = acting_office(user)
    if office is None or ability not in GRANTS[office.role]:
        return False
    return organization is None or organization.path.startswith(office.organization.path)


def interval_of(office):
    """The paths of which an office may see people; nothing for those who work with none."""
    if office is None or not GRANTS[office.role] & _SEES_PEOPLE:
        return NOTHING
    return Interval(*office.organization.scope)
