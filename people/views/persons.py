"""Correcting a person: the facts, and the rows of work and membership."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from audit import actions as audit
from organizations.access import allowed
from organizations.permissions import Ability, can
from people import actions
from people.forms import EmploymentForm, EndForm, MembershipForm, PersonForm
from people.models import Employment, Membership, Person

KEPT: dict[str, type[Employment] | type[Membership]] = {"employment": Employment, "membership": Membership}


@allowed(Ability.MAINTAIN_CANDIDATE)
def edit(request, pk):
    """The facts of a person; recorded where nobody else changed them meanwhile."""
    person = _found(request, pk)
    form, status = PersonForm(request.POST or None, instance=person), 200
    if form.is_bound and form.is_valid():
        try:
            actions.update_person(
                person, actor=request.user, expected_version=form.cleaned_data["version"], **form.facts
            )
        except actions.Stale as stale:
            person.refresh_from_db(fields=["version"])
            form.overtaken(stale.changes, person.version)
        except actions.IdentityTaken:
            form.add_error("identity_number", _("Số này đã thuộc về người khác trong hệ thống."))
        else:
            messages.success(request, _("Đã ghi thông tin của %(name)s.") % {"name": form.cleaned_data["full_name"]})
            return redirect("people:edit", pk=pk)
    if form.is_bound:
        status = 422
    else:
        audit.record("person.view", person, actor=request.user)
    context = {
        "person": person,
        "form": form,
        "employments": person.employments.select_related("enterprise"),
        "memberships": person.memberships.select_related("organization"),
    }
    return render(request, "people/edit.html", context, status=status)


@allowed(Ability.MAINTAIN_CANDIDATE)
def employ(request, pk):
    person = _found(request, pk)
    form = EmploymentForm(request.POST or None, user=request.user)
    if form.is_bound and form.is_valid():
        actions.employ(person, actor=request.user, **form.cleaned_data)
        return _done(request, person)
    return _asked(request, person, form, _("Ghi nơi làm việc mới"))


@allowed(Ability.MAINTAIN_CANDIDATE)
def join(request, pk):
    person = _found(request, pk)
    form = MembershipForm(request.POST or None, unit=person.unit)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        if person.memberships.filter(kind=given["kind"], to_on__isnull=True).exists():
            form.add_error("kind", _("Đang là đoàn viên của tổ chức này; hãy ghi ngày cuối của lần trước."))
        else:
            actions.join(
                person,
                actor=request.user,
                kind=given["kind"],
                organization=given["organization"],
                on=given["since"].date,
                precision=given["since"].precision,
            )
            return _done(request, person)
    return _asked(request, person, form, _("Ghi vào đoàn thể"))


@allowed(Ability.MAINTAIN_CANDIDATE)
def end(request, pk, kind, row):
    """The last day of a job or of a membership."""
    person = _found(request, pk)
    if kind not in KEPT:
        raise Http404
    kept = get_object_or_404(KEPT[kind].objects.filter(person=person, to_on__isnull=True), pk=row)
    form = EndForm(request.POST or None, row=kept)
    if form.is_bound and form.is_valid():
        write = actions.end_employment if kind == "employment" else actions.leave
        write(kept, actor=request.user, on=form.cleaned_data["on"])
        return _done(request, person)
    return _asked(request, person, form, _("Kết thúc: %(what)s") % {"what": kept})


def _found(request, pk):
    person = get_object_or_404(Person.objects.visible_to(request.user).select_related("unit"), pk=pk)
    if not can(request.user, Ability.MAINTAIN_CANDIDATE, person.unit):
        raise PermissionDenied
    return person


def _done(request, person):
    messages.success(request, _("Đã ghi."))
    return redirect("people:edit", pk=person.pk)


def _asked(request, person, form, title):
    context = {"person": person, "form": form, "title": title}
    return render(request, "people/row.html", context, status=422 if form.is_bound else 200)
