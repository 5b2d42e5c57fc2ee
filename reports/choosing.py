"""What the address of a page asks for: a unit within one's scope, a year, a month."""

import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404

from organizations.models import Organization
from organizations.scope import acting_office


def chosen_unit(request):
    """The unit named in the address, beneath the office held; the office's own without one. Raises Http404."""
    own = acting_office(request.user).organization
    wanted = request.GET.get("unit", "")
    if not wanted:
        return own
    if not wanted.isdigit():
        raise Http404
    return get_object_or_404(Organization.objects.under(own), pk=int(wanted))


def chosen_year(request, today):
    """The year named in the address, else this one. Raises Http404 for one that cannot be meant."""
    wanted = request.GET.get("year") or str(today.year)
    if not wanted.isdigit() or not 2000 <= int(wanted) <= today.year + 5:
        raise Http404
    return int(wanted)


def chosen_day(text):
    """A day written YYYY-MM-DD. Raises Http404 for anything else."""
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError as error:
        raise Http404 from error


def children_of(unit, on):
    """The units right beneath that existed on the day, in the order of the tree."""
    return list(Organization.objects.filter(parent=unit).open_on(on).order_by("path"))
