"""The page of a candidate, its coarse form for mass organisations, and the reveal of an identity number."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from audit import actions as audit
from candidates import actions
from candidates.forms.notes import RevealForm
from candidates.models import Candidate
from candidates.pipeline import Stage
from candidates.views.sections import sections_for
from candidates.views.stepper import coarse_stations, stations
from candidates.views.steps import steps
from organizations.access import allowed
from organizations.permissions import Ability, can


@allowed(Ability.VIEW_CANDIDATE, Ability.VIEW_COARSE_PROGRESS)
def detail(request, pk):
    """The dossier, one part at a time; every look is recorded."""
    if not can(request.user, Ability.VIEW_CANDIDATE):
        return _coarse(request, pk)
    on = timezone.localdate()
    candidate = get_object_or_404(Candidate.objects.visible_to(request.user).with_dossier(), pk=pk)
    sections = sections_for(request.user)
    section = next((one for one in sections if one.key == request.GET.get("phan")), sections[0])
    audit.record("candidate.view", candidate, actor=request.user, section=section.key)
    dossier = actions.dossier_of(candidate, on)
    ways, exits = steps(candidate, dossier, request.user, on=on)
    context = {
        "candidate": candidate,
        "stage": Stage(candidate.stage),
        "employment": next((row for row in candidate.person.employments.all() if row.holds_on(on)), None),
        "stations": stations(candidate, dossier),
        "ways": ways,
        "exits": exits,
        "sections": sections,
        "section": section,
        "today": on,
        "may_maintain": can(request.user, Ability.MAINTAIN_CANDIDATE, candidate.unit),
        **section.load(candidate, on),
    }
    return render(request, "candidates/detail.html", context)


def _coarse(request, pk):
    """How far a person has come whom the mass organisation itself put forward: coarse words, nothing else (DP-8)."""
    visible = Candidate.objects.visible_to(request.user).select_related("person", "introduced_by")
    candidate = get_object_or_404(visible, pk=pk)
    audit.record("candidate.view_coarse", candidate, actor=request.user)
    here = Stage(candidate.stage).coarse_label
    context = {"candidate": candidate, "here": here, "steps": coarse_stations(candidate)}
    return render(request, "candidates/coarse.html", context)


@allowed(Ability.REVEAL_IDENTITY)
def reveal(request, pk):
    """The whole identity number, shown once, for a written reason that is recorded."""
    candidate = get_object_or_404(Candidate.objects.visible_to(request.user).select_related("person", "unit"), pk=pk)
    if not can(request.user, Ability.REVEAL_IDENTITY, candidate.unit):
        raise PermissionDenied
    form, number = RevealForm(request.POST or None), ""
    if form.is_bound and form.is_valid():
        number = actions.reveal_identity(
            candidate.person, actor=request.user, reason=form.cleaned_data["reason"], candidate=candidate
        )
    context = {
        "candidate": candidate,
        "form": form,
        "number": number,
        "back": reverse("candidates:detail", kwargs={"pk": pk}),
    }
    status = 422 if form.is_bound and not number else 200
    answer = render(request, "candidates/reveal.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    return answer
