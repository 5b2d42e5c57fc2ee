"""Doing an act: the form, the check while it is filled in, and what comes back when the rules stand against it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from audit import actions as audit
from candidates import actions
from candidates.acts import ACTS
from candidates.forms.acts import NO_EDITION, TransitionForm
from candidates.models import Candidate
from candidates.pipeline import TRANSITIONS
from candidates.statute import NoEdition
from candidates.views.arithmetic import tally
from candidates.views.records import done_by_others
from candidates.views.steps import OPENINGS, may_do, place_of
from organizations.access import allowed
from organizations.permissions import Ability

RECORDING = (
    Ability.MAINTAIN_CANDIDATE,
    Ability.RECORD_CELL_VOTE,
    Ability.RECORD_COMMITTEE_VOTE,
    Ability.DECIDE,
    Ability.RECORD_CEREMONY,
    Ability.CLOSE_CANDIDACY,
)


@allowed(*RECORDING)
def act(request, pk, code):
    """The form of one act; recorded where nothing stands against it."""
    candidate, form = _opened(request, pk, code)
    status = 200
    if form.is_bound and form.is_valid():
        try:
            return _recorded(request, candidate, code, form)
        except actions.Refused as refused:
            form.refuse(refused.findings)
        except actions.Stale:
            candidate.refresh_from_db(fields=["version", "stage"])
            form.overtaken(done_by_others(candidate, request.user), candidate.version)
    if form.is_bound:
        status = 422
    else:
        audit.record("candidate.view", candidate, actor=request.user, section=code)
    return render(request, "candidates/act.html", _context(request, candidate, code, form), status=status)


@require_POST
@allowed(*RECORDING)
def check(request, pk, code):
    """What would stand against the act with what is typed so far; writes nothing."""
    candidate, form = _opened(request, pk, code)
    act = form.typed
    on = form.cleaned_data.get("on") or timezone.localdate()
    try:
        dossier = ACTS[code].overlay(actions.dossier_of(candidate, on), act, on)
        said = tally(dossier.votes.get(code), on) if "in_favour" in act else None
    except NoEdition:
        said = None
    return render(request, "candidates/_check.html", {"tally": said})


def _opened(request, pk, code):
    if code not in TRANSITIONS or code not in ACTS or code in OPENINGS:
        raise Http404
    candidate = get_object_or_404(Candidate.objects.visible_to(request.user).with_dossier(), pk=pk)
    on = timezone.localdate()
    dossier = actions.dossier_of(candidate, on)
    if not may_do(candidate, code, request.user, on):
        raise PermissionDenied
    data = request.POST if request.method == "POST" else None
    return candidate, TransitionForm(code, candidate, dossier, user=request.user, on=on, data=data)


def _recorded(request, candidate, code, form):
    given = form.cleaned_data
    try:
        actions.advance(
            candidate,
            code,
            actor=request.user,
            on=given["on"],
            act=form.typed,
            override_reason=given["override_reason"],
            expected_version=given["version"],
        )
    except NoEdition:
        form.add_error("on", NO_EDITION)
        raise actions.Refused([]) from None
    messages.success(
        request,
        _("Đã ghi “%(act)s” cho %(name)s.") % {"act": TRANSITIONS[code].label, "name": candidate.person.full_name},
    )
    return redirect("candidates:detail", pk=candidate.pk)


def _context(request, candidate, code, form):
    on = timezone.localdate()
    return {
        "candidate": candidate,
        "transition": TRANSITIONS[code],
        "form": form,
        "groups": list(form.groups()),
        "findings": [(shown, place_of(candidate, shown.finding.clears, request.user)) for shown in form.findings],
        "today": on,
    }
