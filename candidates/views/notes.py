"""Small writes about a dossier: a mentor, an introducer, a paper, a request for verification, the cell."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit import actions as audit
from candidates import actions
from candidates.forms import notes
from candidates.forms.acts import NO_EDITION, Shown
from candidates.models import Candidate
from candidates.statute import NoEdition
from organizations.access import allowed
from organizations.permissions import Ability, can


@dataclass(frozen=True)
class Note:
    """One kind: its form, the action that writes it, the part of the page it shows in, its words."""

    form: type[notes.NoteForm]
    write: Callable
    section: str
    title: Promise
    done: Promise
    today: str = ""


def _mentor(candidate, *, mentor, **given):
    return actions.assign_mentor(candidate, mentor, **given)


def _introduction(candidate, *, member, **given):
    return actions.add_introduction(candidate, member, **given)


def _paper(candidate, *, form_code, **given):
    return actions.record_paper(candidate, form_code, **given)


def _unit(candidate, *, unit, **given):
    return actions.assign_unit(candidate, unit, **given)


NOTES = {
    "mentor": Note(
        notes.MentorForm,
        _mentor,
        "nguoi-giup-do",
        _("Phân công đảng viên giúp đỡ"),
        _("Đã phân công người giúp đỡ."),
        today="on",
    ),
    "introduction": Note(
        notes.IntroductionForm,
        _introduction,
        "nguoi-giup-do",
        _("Ghi đảng viên giới thiệu"),
        _("Đã ghi người giới thiệu."),
        today="on",
    ),
    "paper": Note(notes.PaperForm, _paper, "giay-to", _("Ghi giấy tờ"), _("Đã ghi giấy tờ.")),
    "verification": Note(
        notes.VerificationForm,
        actions.request_verification,
        "tham-tra",
        _("Ghi đề nghị thẩm tra lý lịch"),
        _("Đã ghi đề nghị thẩm tra."),
    ),
    "unit": Note(notes.UnitForm, _unit, "qua-trinh", _("Giao chi bộ xem xét"), _("Đã giao chi bộ."), today="on"),
}


@allowed(Ability.MAINTAIN_CANDIDATE)
def note(request, pk, kind):
    """The form of one small write; recorded where no rule refuses it."""
    if kind not in NOTES:
        raise Http404
    row = NOTES[kind]
    candidate = get_object_or_404(Candidate.objects.visible_to(request.user).with_dossier(), pk=pk)
    if not can(request.user, Ability.MAINTAIN_CANDIDATE, candidate.unit):
        raise PermissionDenied
    initial = {row.today: timezone.localdate()} | dict(request.GET.items())
    form, findings = row.form(candidate, user=request.user, data=request.POST or None, initial=initial), []
    back = f"{reverse('candidates:detail', kwargs={'pk': pk})}?phan={row.section}"
    if form.is_bound and form.is_valid():
        try:
            row.write(candidate, actor=request.user, **form.given)
        except actions.Refused as refused:
            findings = [(Shown(finding, ""), "") for finding in refused.findings]
            form.refuse(refused.findings)
        except NoEdition:
            form.add_error("on", NO_EDITION)
        else:
            messages.success(request, str(row.done))
            return redirect(back)
    if not form.is_bound:
        audit.record("candidate.view", candidate, actor=request.user, section=kind)
    context = {"candidate": candidate, "form": form, "findings": findings, "title": row.title, "back": back}
    return render(request, "candidates/note.html", context, status=422 if form.is_bound else 200)
