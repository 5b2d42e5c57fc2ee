"""Ending a unit, which organizations does; here because open dossiers and members must have been moved before."""

from django.db import transaction
from django.utils.translation import gettext as _

from candidates.models import Candidate
from organizations.actions import Refused, close, merge
from organizations.scope import Interval, armed
from people.models import PartyMembership


@transaction.atomic
def close_unit(organization, *, actor, on, successor=None, decision=""):
    """End the unit, or merge it into the successor with the units beneath it.

    Raises Refused with every reason: dossiers still open, members still in the cell, and what organizations finds;
    PermissionDenied where the actor does not manage the unit.
    """
    findings = list(_still_there(organization))
    try:
        with transaction.atomic():
            if successor:
                closed = merge(organization, into=successor, actor=actor, on=on, decision=decision)
            else:
                closed = close(organization, actor=actor, on=on, decision=decision)
            if findings:
                raise Refused
    except Refused as refusal:
        raise Refused(*findings, *refusal.findings) from refusal
    return closed


def _still_there(organization):
    # Counted in the unit's own interval: an administrator sees no person, and yet must not close over them.
    with armed(Interval(*organization.scope)):
        dossiers = Candidate.objects.filter(unit=organization, closed_on=None).count()
        members = PartyMembership.objects.filter(cell=organization, ended_on=None).count()
    if dossiers:
        yield _("Còn %(count)d hồ sơ đang theo dõi; chuyển hoặc kết thúc các hồ sơ này trước.") % {"count": dossiers}
    if members:
        yield _("Còn %(count)d đảng viên đang sinh hoạt; ghi họ rời chi bộ trước.") % {"count": members}
