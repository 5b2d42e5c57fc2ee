"""Every write to an account and to the offices it holds. Why here: docs/decisions/0003-accounts-screens.md."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.passwords import one_time_password
from audit.actions import record
from jobs import guard
from organizations.actions.manner import Refused, scope_of
from organizations.models import Assignment, Organization, Role
from organizations.permissions import Ability, can

_Kind = Organization.Kind
_PARTY_KINDS = {
    _Kind.ROOT,
    _Kind.BASE_COMMITTEE,
    _Kind.BASE_CELL,
    _Kind.SECTIONAL_COMMITTEE,
    _Kind.CELL,
}
# Where an office can be held; a role of one line held in another would see nothing, or too much.
HELD_AT = {
    Role.CELL_SECRETARY: {_Kind.BASE_CELL, _Kind.CELL},
    Role.BASE_OFFICER: {_Kind.BASE_COMMITTEE, _Kind.BASE_CELL, _Kind.SECTIONAL_COMMITTEE},
    Role.BLOC_OFFICER: {_Kind.ROOT},
    Role.LEADER: _PARTY_KINDS,
    Role.UNION_OFFICER: {_Kind.UNION_UPPER, _Kind.UNION_BASE},
    Role.YOUTH_OFFICER: {_Kind.YOUTH_UPPER, _Kind.YOUTH_BASE},
    Role.TRAINING_OFFICER: _PARTY_KINDS,
    Role.INSPECTOR: _PARTY_KINDS,
    Role.ADMINISTRATOR: _PARTY_KINDS,
}


@transaction.atomic
def create_account(*, actor, role, organization, from_on, **fields):
    """Open an account with its first office. Returns (user, one-time password); the password is kept nowhere.

    `fields`: username, full_name, position, email. Raises PermissionDenied where the actor manages no users, and
    Refused where the office cannot be held at the unit.
    """
    _must_manage_users(actor)
    password = one_time_password()
    user = User.objects.create_user(password=password, **fields)
    record("accounts.create", user, actor=actor, scope_path=_home(actor))
    assign(user, role=role, organization=organization, from_on=from_on, actor=actor)
    return user, password


@transaction.atomic
def appoint_administrator(*, username, full_name, organization, on):
    """Open the account of an administrator from the server's own command line, where nobody is signed in yet.

    Returns (user, one-time password).
    """
    password = one_time_password()
    user = User.objects.create_user(username, password, full_name=full_name)
    Assignment.objects.create(user=user, role=Role.ADMINISTRATOR, organization=organization, from_on=on)
    guard.know_schedule()
    record("accounts.create", user, actor=None, scope_path=organization.path, from_command_line=True)
    return user, password


@transaction.atomic
def change_account(user, *, actor, **fields):
    """Change full_name, position or email. The entry names the fields that changed, with both values."""
    _must_manage_users(actor)
    user = User.objects.select_for_update().get(pk=user.pk)
    changes = {
        name: {"from": getattr(user, name), "to": value}
        for name, value in fields.items()
        if getattr(user, name) != value
    }
    if not changes:
        return user
    for name, change in changes.items():
        setattr(user, name, change["to"])
    user.save(update_fields=list(changes))
    record("accounts.change", user, actor=actor, scope_path=_home(actor), changes=changes)
    return user


@transaction.atomic
def deactivate(user, *, actor):
    """Close the account: whoever is signed in with it is out at the next click. Nobody closes his own."""
    _must_manage_users(actor)
    _not_oneself(user, actor)
    User.objects.filter(pk=user.pk).update(is_active=False)
    record("accounts.deactivate", user, actor=actor, scope_path=_home(actor))


@transaction.atomic
def reactivate(user, *, actor):
    """Open a closed account again; its password and offices are as they were."""
    _must_manage_users(actor)
    User.objects.filter(pk=user.pk).update(is_active=True)
    record("accounts.reactivate", user, actor=actor, scope_path=_home(actor))


@transaction.atomic
def reset_password(user, *, actor):
    """Give a one-time password, returned once and kept nowhere; the old one and every open session end."""
    _must_manage_users(actor)
    _not_oneself(user, actor)
    password = one_time_password()
    user = User.objects.select_for_update().get(pk=user.pk)
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    record("accounts.reset_password", user, actor=actor, scope_path=_home(actor))
    return password


@transaction.atomic
def change_own_password(user, password):
    """Set the password the user has chosen; other sessions of his end."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    record("accounts.change_password", user, actor=user, scope_path=_home(user))


@transaction.atomic
def assign(user, *, role, organization, from_on, actor):
    """Give an office. Raises Refused where it cannot be held at the unit or is held already."""
    _must_manage_users(actor)
    _not_oneself(user, actor)
    if not Organization.objects.visible_to(actor).filter(pk=organization.pk).exists():
        raise PermissionDenied
    if organization.kind not in HELD_AT[role]:
        raise Refused(
            _("Không phân công vai trò “%(role)s” tại %(unit)s (%(kind)s).")
            % {"role": Role(role).label, "unit": organization, "kind": organization.get_kind_display()}
        )
    if Assignment.objects.filter(user=user, role=role, organization=organization).held_on(from_on).exists():
        raise Refused(_("Tài khoản đã giữ vai trò này tại tổ chức này."))
    assignment = Assignment.objects.create(user=user, role=role, organization=organization, from_on=from_on)
    record(
        "organizations.assign",
        assignment,
        actor=actor,
        scope_path=scope_of(organization),
        user=user.username,
        from_on=from_on.isoformat(),
    )
    return assignment


@transaction.atomic
def end_assignment(assignment, *, actor, on):
    """The office is held for the last time on the day. Raises Refused for a day before it began."""
    _must_manage_users(actor)
    _not_oneself(assignment.user, actor)
    assignment = Assignment.objects.select_for_update(of=("self",)).select_related("organization").get(pk=assignment.pk)
    if on < assignment.from_on:
        raise Refused(
            _("Ngày kết thúc không được trước ngày bắt đầu %(day)s.") % {"day": f"{assignment.from_on:%d/%m/%Y}"}
        )
    assignment.to_on = on
    assignment.save(update_fields=["to_on"])
    record(
        "organizations.end_assignment",
        assignment,
        actor=actor,
        scope_path=scope_of(assignment.organization),
        user=assignment.user.username,
        to_on=on.isoformat(),
    )


def _must_manage_users(actor):
    if not can(actor, Ability.MANAGE_USERS):
        raise PermissionDenied


def _not_oneself(user, actor):
    """An administrator neither gives himself an office (he sees no dossier) nor shuts himself out."""
    if user.pk == actor.pk:
        raise Refused(_("Không tự làm việc này với tài khoản của mình; cần một quản trị viên khác."))


def _home(actor):
    office = getattr(actor, "acting", None)
    return office.organization.path if office else ""
