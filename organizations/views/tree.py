"""The tree of the acting office."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from exchange.folding import search_text
from organizations.access import allowed
from organizations.models import Line, Organization
from organizations.permissions import Ability
from organizations.tree import WHOLE_TREE, latest_strengths, rows

FOUND = 200


@allowed(Ability.VIEW_ORGANIZATION)
def listing(request):
    own = request.user.acting.organization
    line = request.GET.get("line") if request.GET.get("line") in Line.values else own.line
    closed = request.GET.get("closed") == "1"
    visible = Organization.objects.visible_to(request.user).filter(line=line)
    units = visible if closed else visible.open_on(timezone.localdate())
    context = {"line": line, "lines": Line.choices, "closed": closed, "q": request.GET.get("q", "").strip()}
    context |= _found(units, context["q"]) if context["q"] else _tree(units, visible, request.GET.get("under"), own)
    return render(request, "organizations/list.html", context)


def _found(units, text):
    for word in search_text(text).split():
        units = units.filter(search_text__contains=word)
    found = latest_strengths(units.select_related("parent")[: FOUND + 1])
    return {"found": found[:FOUND], "is_cut": len(found) > FOUND}


def _tree(units, visible, under, own):
    """The whole tree where it is small, else one unit and the level beneath it."""
    top = get_object_or_404(visible, pk=under) if under and under.isdigit() else None
    if top:
        units = units.under(top)
    light = list(units[: WHOLE_TREE + 1])
    if len(light) <= WHOLE_TREE:
        return {"rows": rows(latest_strengths(light)), "top": top, "is_level": False}
    top = top or own
    level = units.filter(pk=top.pk) | units.filter(parent=top)
    return {"rows": rows(latest_strengths(level)), "top": top, "is_level": True}
