"""Chỉ tiêu: the sheet of a year's targets."""

import datetime

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from organizations.access import allowed
from organizations.permissions import Ability
from organizations.scope import acting_office
from reports.actions import Conflict, set_targets
from reports.choosing import children_of, chosen_unit, chosen_year
from reports.forms import TargetSheet
from reports.models import Target


@require_http_methods(["GET", "POST"])
@allowed(Ability.SET_TARGET, Ability.VIEW_DASHBOARD)
def targets(request):
    """The targets of one unit and of those right beneath it; written by whoever stands above them."""
    today = timezone.localdate()
    unit, year = chosen_unit(request), chosen_year(request, today)
    children = children_of(unit, min(max(today, datetime.date(year, 1, 1)), datetime.date(year, 12, 31)))
    standing = {
        (target.organization_id, target.kind, target.dimension): target.value
        for target in Target.objects.visible_to(request.user).filter(year=year, organization__in=[unit, *children])
    }
    form = TargetSheet(
        request.POST if request.method == "POST" else None,
        user=request.user, unit=unit, children=children, standing=standing,
    )  # fmt: skip
    status = 200
    if request.method == "POST":
        if form.is_valid() and _save(request, form, year):
            return HttpResponseRedirect(request.get_full_path())
        status = 422
    years = range(today.year - 3, today.year + 2)
    own = acting_office(request.user).organization_id
    context = {"form": form, "unit": unit, "year": year, "years": years, "is_own": unit.pk == own}
    return render(request, "reports/targets.html", context, status=status)


def _save(request, form, year):
    """Whether the sheet was written; if someone else was quicker, says which cells and by whom."""
    try:
        number = set_targets(form.changes(), actor=request.user, year=year, decision=form.cleaned_data["decision"])
    except Conflict as conflict:
        for change, target in conflict.targets:
            words = {"unit": change.organization, "value": target.value if target else "–"}
            words["who"] = target.changed_by if target else _("người khác")
            form.add_error(None, _("%(unit)s: %(who)s vừa sửa ô này thành %(value)s. Hãy xem lại.") % words)
        form.show_again(conflict.targets)
        return False
    messages.success(request, ngettext("Đã lưu %(n)d ô chỉ tiêu.", "Đã lưu %(n)d ô chỉ tiêu.", number) % {"n": number})
    return True
