"""The record of what was done and seen, as far as the inspector's office reaches."""

from django.shortcuts import render

from audit.models import Entry
from organizations.access import allowed
from organizations.audit_filters import EntryFilter
from organizations.models import Organization
from organizations.permissions import Ability

PAGE = 50


@allowed(Ability.VIEW_AUDIT)
def listing(request):
    chosen = EntryFilter(request.GET, queryset=entries_visible_to(request.user))
    before = request.GET.get("before", "")
    entries = chosen.qs.before(int(before)) if before.isdigit() else chosen.qs.order_by("-pk")
    page = list(entries[: PAGE + 1])
    context = {
        "filter": chosen,
        "entries": page[:PAGE],
        "older": page[PAGE - 1].pk if len(page) > PAGE else None,
        "is_first": not before.isdigit(),
    }
    return render(request, "audit/list.html", context)


def entries_visible_to(user):
    """Entries beneath the office held; at the top of the Party's tree also those that belong to no unit."""
    organization = user.acting.organization
    entries = Entry.objects.within(*organization.scope)
    if organization.kind == Organization.Kind.ROOT and organization.parent_id is None:
        entries = entries | Entry.objects.filter(scope_path="")
    return entries
