"""Party members of a cell, or of every cell beneath a unit."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from organizations.access import allowed
from organizations.actions import Refused
from organizations.models import Organization
from organizations.permissions import Ability, can
from people.actions import party
from people.member_forms import ChangeMemberForm, EndMemberForm, NewMemberForm
from people.models import PartyMembership

PAGE = 100


@allowed(Ability.VIEW_CANDIDATE)
def listing(request, pk):
    unit = _unit(request, pk)
    today = timezone.localdate()
    ended = request.GET.get("ended") == "1"
    found = PartyMembership.objects.visible_to(request.user).under(unit).select_related("person", "cell")
    members = found if ended else found.filter(Q(ended_on=None) | Q(ended_on__gt=today))
    page = Paginator(members.order_by("person__sort_key", "pk"), PAGE).get_page(request.GET.get("page"))
    context = {
        "unit": unit,
        "page": page,
        "ended": ended,
        "full": found.full_on(today).count(),
        "maintains": unit.is_cell and can(request.user, Ability.MAINTAIN_CANDIDATE, unit),
    }
    return render(request, "people/members.html", context)


@allowed(Ability.MAINTAIN_CANDIDATE)
def add(request, pk):
    cell = _unit(request, pk)
    form = NewMemberForm(request.POST or None, today=timezone.localdate())
    return _answer(request, cell, form, _("Thêm đảng viên"), party.add_party_member, cell)


@allowed(Ability.MAINTAIN_CANDIDATE)
def change(request, pk):
    member = _member(request, pk)
    days = {name: getattr(member, name) for name in ChangeMemberForm.base_fields}
    form = ChangeMemberForm(request.POST or None, initial=days, today=timezone.localdate())
    return _answer(request, member.cell, form, member.person.full_name, party.change_party_member, member)


@allowed(Ability.MAINTAIN_CANDIDATE)
def end(request, pk):
    member = _member(request, pk)
    form = EndMemberForm(request.POST or None, today=timezone.localdate())
    title = _("%(name)s rời chi bộ") % {"name": member.person}
    return _answer(request, member.cell, form, title, party.end_party_member, member)


def _answer(request, cell, form, title, act, subject):
    if form.is_valid():
        try:
            act(subject, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.findings)
        else:
            messages.success(request, _("Đã ghi."))
            return redirect("people:members", pk=cell.pk)
    return render(request, "people/member_form.html", {"cell": cell, "form": form, "title": title})


def _unit(request, pk):
    return get_object_or_404(Organization.objects.visible_to(request.user).party(), pk=pk)


def _member(request, pk):
    members = PartyMembership.objects.visible_to(request.user)
    return get_object_or_404(members.select_related("person", "cell"), pk=pk)
