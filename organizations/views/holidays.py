"""Days that were declared working or free, otherwise than the calendar knows."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organizations import actions
from organizations.access import allowed
from organizations.forms.registers import HolidayForm
from organizations.models import HolidayOverride
from organizations.permissions import Ability


@allowed(Ability.MANAGE_ORGANIZATION)
def listing(request):
    form = HolidayForm(request.POST or None)
    if form.is_valid():
        override = actions.override_day(actor=request.user, on=timezone.localdate(), **form.cleaned_data)
        messages.success(request, _("Đã ghi ngày %(day)s.") % {"day": override})
        return redirect("organizations:holidays")
    return render(
        request, "organizations/holidays.html", {"form": form, "overrides": HolidayOverride.objects.order_by("-on")}
    )


@allowed(Ability.MANAGE_ORGANIZATION)
@require_POST
def withdraw(request, pk):
    override = get_object_or_404(HolidayOverride, pk=pk)
    actions.withdraw_override(override, actor=request.user, on=timezone.localdate())
    messages.success(request, _("Ngày %(day)s trở lại theo lịch.") % {"day": override})
    return redirect("organizations:holidays")
