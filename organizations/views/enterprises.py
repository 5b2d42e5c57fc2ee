"""The register of employers."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tables2 import LazyPaginator, RequestConfig

from organizations.access import allowed
from organizations.filters import EnterpriseFilter
from organizations.forms.registers import EnterpriseForm
from organizations.models import Enterprise, Organization
from organizations.permissions import Ability
from organizations.tables import EnterpriseTable
from organizations.views.units import performed


@allowed(Ability.VIEW_ORGANIZATION)
def listing(request):
    enterprises = Enterprise.objects.visible_to(request.user).select_related("ownership")
    chosen = EnterpriseFilter(request.GET, queryset=enterprises)
    counted = chosen.qs.annotate(open_units=Count("organizations", filter=Q(organizations__closed_on=None)))
    table = EnterpriseTable(counted)
    RequestConfig(request, paginate={"per_page": 50, "paginator_class": LazyPaginator}).configure(table)
    return render(request, "organizations/enterprises.html", {"table": table, "filter": chosen})


@allowed(Ability.VIEW_ORGANIZATION)
def detail(request, pk):
    enterprise = _visible(request, pk)
    units = Organization.objects.visible_to(request.user).filter(enterprise=enterprise)
    return render(request, "organizations/enterprise.html", {"enterprise": enterprise, "units": units})


@allowed(Ability.MANAGE_ORGANIZATION)
def create(request):
    return _form(request)


@allowed(Ability.MANAGE_ORGANIZATION)
def change(request, pk):
    return _form(request, _visible(request, pk))


def _form(request, enterprise=None):
    form = EnterpriseForm(request.POST or None, instance=enterprise, today=timezone.localdate())
    if form.is_valid() and (saved := performed(form, request.user)):
        messages.success(request, _("Đã lưu %(enterprise)s.") % {"enterprise": saved})
        return redirect("organizations:enterprise", pk=saved.pk)
    return render(request, "organizations/enterprise_form.html", {"form": form, "enterprise": enterprise})


def _visible(request, pk):
    return get_object_or_404(Enterprise.objects.visible_to(request.user).select_related("ownership"), pk=pk)
