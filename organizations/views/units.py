"""The page of a unit, and the acts upon it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from organizations.access import allowed
from organizations.actions import Refused
from organizations.actions.manner import manages
from organizations.models import Assignment, Organization
from organizations.permissions import Ability
from organizations.tree import latest_strengths


@allowed(Ability.VIEW_ORGANIZATION)
def detail(request, pk):
    unit = _visible(request, pk)
    today = timezone.localdate()
    children = latest_strengths(unit.children.visible_to(request.user).filter(closed_on=None))
    beside = Organization.objects.visible_to(request.user).filter(party_unit=unit, closed_on=None)
    context = {
        "unit": unit,
        "above": _above(unit).visible_to(request.user),
        "placements": unit.placements.select_related("parent"),
        "children": children,
        "beside": beside,
        "predecessors": unit.predecessors.all(),
        "offices": Assignment.objects.filter(organization=unit).held_on(today).select_related("user"),
        "strengths": unit.strengths.all()[:10],
        "manages": manages(request.user, unit) and unit.closed_on is None,
    }
    return render(request, "organizations/detail.html", context)


def act(form_class):
    """The page of one act on a unit: GET shows its form, POST does it and returns to the unit."""

    @allowed(Ability.MANAGE_ORGANIZATION)
    def view(request, pk):
        unit = _visible(request, pk)
        form = form_class(request.POST or None, user=request.user, organization=unit, today=timezone.localdate())
        if form.is_valid() and (done := performed(form, request.user)):
            messages.success(request, _("Đã ghi: %(act)s – %(unit)s.") % {"act": form.title, "unit": unit.name})
            return redirect("organizations:detail", pk=getattr(done, "organization_id", done.pk))
        return render(request, "organizations/act.html", {"unit": unit, "form": form})

    return view


def performed(form, actor):
    """What the act gave, or None with its refusals written on the form."""
    try:
        return form.perform(actor)
    except Refused as refusal:
        for finding in refusal.findings:
            form.add_error(None, finding)
    return None


def _visible(request, pk):
    units = Organization.objects.visible_to(request.user)
    return get_object_or_404(units.select_related("parent", "enterprise", "party_unit", "successor"), pk=pk)


def _above(unit):
    """The units above, from the top of the tree down."""
    codes = unit.path.strip("/").split("/")[:-1]
    paths = ["/" + "/".join(codes[: depth + 1]) + "/" for depth in range(len(codes))]
    return Organization.objects.filter(path__in=paths).order_by("path")
