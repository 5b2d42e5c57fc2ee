"""The list of candidates: everyone the office sees, or the coarse progress of those a mass organisation put forward."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audit import actions as audit
from candidates import tables
from candidates.filters import CandidateFilter, CoarseFilter
from candidates.models import Candidate
from candidates.views.places import places_of
from organizations.access import allowed
from organizations.models import HolidayOverride
from organizations.permissions import Ability, can
from people.paging import COUNTED, Order, capped_count, page_of

ORDERS = {
    "newest": Order("newest", _("Mới giới thiệu"), ("opened_on", "pk"), descending=True),
    "name": Order("name", _("Họ tên (theo tên)"), ("person__sort_key", "pk")),
    "due": Order("due", _("Sắp đến hạn"), ("due_order", "pk")),
}
COARSE_ORDERS = {key: ORDERS[key] for key in ("newest", "name")}


@allowed(Ability.VIEW_CANDIDATE, Ability.VIEW_COARSE_PROGRESS)
def candidate_list(request):
    """The list; for a mass organisation its own introductions in coarse words."""
    on = timezone.localdate()
    visible = Candidate.objects.visible_to(request.user).with_employer(on)
    if can(request.user, Ability.VIEW_CANDIDATE):
        found = CandidateFilter(request.GET, visible.with_due_order(), on=on, places=places_of(request.user))
        return _answer(request, found, tables.COLUMNS, tables.VALUES, ORDERS)
    found = CoarseFilter(request.GET, visible, on=on)
    return _answer(request, found, tables.COARSE_COLUMNS, tables.COARSE_VALUES, COARSE_ORDERS)


def _answer(request, found, columns, values, orders):
    order = orders.get(request.GET.get("order"), orders["newest"])
    page = page_of(found.qs.values(*values), order, after=_key(request, "after"), before=_key(request, "before"))
    if found.number:
        audit.record("candidate.search_number", None, actor=request.user, found=len(page.rows))
    overrides = dict(HolidayOverride.objects.values_list("on", "is_working")) if "next_due_on" in values else {}
    total = capped_count(found.qs)
    context = {
        "filter": found,
        "columns": columns,
        "rows": tables.draw(page.rows, columns, tables.drawing_on(found.on, overrides)),
        "page": page,
        "total": total,
        "more_than": COUNTED if total > COUNTED else None,
        "orders": orders.values(),
        "order": order,
        "query": _without_page(request.GET),
        "is_filtered": any(value for name, value in request.GET.items() if name not in ("order", "after", "before")),
    }
    template = "candidates/_results.html" if request.htmx and not request.htmx.boosted else "candidates/list.html"
    return render(request, template, context)


def _key(request, name):
    text = request.GET.get(name, "")
    return int(text) if text.isdigit() else None


def _without_page(asked):
    kept = asked.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    return kept.urlencode()
