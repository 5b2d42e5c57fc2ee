"""Party members of a cell: what mentors, introducers and vote bases are chosen from."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from audit import actions as audit
from organizations.actions import Refused
from organizations.permissions import Ability, can
from people.actions.persons import IdentityTaken, register_person
from people.models import PartyMembership


@transaction.atomic
def add_party_member(
    cell, *, actor, full_name, sex, born, probationary_from, full_from=None, in_cell_since=None, identity_number=""
):
    """Enter a member of the cell whom nobody has entered yet and return the membership.

    Raises Refused with every reason, PermissionDenied where the actor does not keep the cell's records.
    """
    _may_write(actor, cell)
    _refuse_if(_not_a_cell(cell), _out_of_order(probationary_from, full_from, in_cell_since, None))
    try:
        person = register_person(
            actor=actor, unit=cell, full_name=full_name, sex=sex, born=born, identity_number=identity_number
        )
    except IdentityTaken as taken:
        raise Refused(_("Số định danh này đã có trong hệ thống.")) from taken
    membership = PartyMembership.objects.create(
        person=person,
        cell=cell,
        party_path=cell.path,
        probationary_from=probationary_from,
        full_from=full_from,
        in_cell_since=in_cell_since,
    )
    _record("party_membership.add", membership, actor, probationary_from=probationary_from, full_from=full_from)
    return membership


@transaction.atomic
def change_party_member(membership, *, actor, probationary_from, full_from=None, in_cell_since=None):
    """Correct the days of a membership, as when a probationary member becomes a full one. Raises Refused."""
    membership = _locked(membership, actor)
    _refuse_if(_out_of_order(probationary_from, full_from, in_cell_since, membership.ended_on))
    membership.probationary_from = probationary_from
    membership.full_from = full_from
    membership.in_cell_since = in_cell_since
    membership.save(update_fields=["probationary_from", "full_from", "in_cell_since"])
    _record("party_membership.change", membership, actor, probationary_from=probationary_from, full_from=full_from)
    return membership


@transaction.atomic
def end_party_member(membership, *, actor, on):
    """Record that the member left the cell on the day. Raises Refused."""
    membership = _locked(membership, actor)
    if membership.ended_on:
        raise Refused(_("Đảng viên này đã rời chi bộ."))
    _refuse_if(_out_of_order(membership.probationary_from, None, membership.in_cell_since, on))
    membership.ended_on = on
    membership.save(update_fields=["ended_on"])
    _record("party_membership.end", membership, actor, ended_on=on)
    return membership


def _locked(membership, actor):
    membership = (
        PartyMembership.objects.select_for_update(of=["self"]).select_related("cell", "person").get(pk=membership.pk)
    )
    _may_write(actor, membership.cell)
    return membership


def _may_write(actor, cell):
    if actor is not None and not can(actor, Ability.MAINTAIN_CANDIDATE, cell):
        raise PermissionDenied


def _refuse_if(*findings):
    found = [finding for some in findings for finding in some]
    if found:
        raise Refused(*found)


def _not_a_cell(cell):
    if not cell.is_cell:
        yield _("%(unit)s không phải là chi bộ.") % {"unit": cell}
    if cell.closed_on:
        yield _("%(unit)s đã kết thúc hoạt động.") % {"unit": cell}


def _out_of_order(probationary_from, full_from, in_cell_since, ended_on):
    if full_from and full_from < probationary_from:
        yield _("Ngày chính thức không được trước ngày vào Đảng.")
    if in_cell_since and in_cell_since < probationary_from:
        yield _("Ngày về chi bộ không được trước ngày vào Đảng.")
    if ended_on and ended_on < max(filter(None, [probationary_from, in_cell_since])):
        yield _("Ngày rời chi bộ không được trước ngày về chi bộ.")


def _record(verb, membership, actor, **days):
    told = {name: day.isoformat() for name, day in days.items() if day}
    audit.record(verb, membership, actor=actor, cell=membership.cell.name, **told)
