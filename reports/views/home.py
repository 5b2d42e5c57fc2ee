"""The first page: for each role what it came for."""

import datetime

from django.db.models import Count, Window
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from candidates.actions import authority
from candidates.calendar import working_days_between
from candidates.models import Candidate
from candidates.pipeline import TRANSITIONS
from candidates.stages import Stage
from jobs import guard
from organizations.access import allowed
from organizations.models import HolidayOverride, Role
from organizations.permissions import Ability, can
from organizations.scope import acting_office
from reports.figures import compute, percent, shown
from reports.models import Report
from reports.periods import year_to_date
from reports.views.dashboard import dashboard
from reports.views.people import people_url
from training.models import Course, Enrollment

SOON = (("overdue", -1), ("week", 7), ("month", 30))
SHOWN = 200
GLANCE = 10  # of each group, until one is asked for
NEWEST = 20  # nominees


@require_GET
@allowed(*Ability)
def home(request):
    """The page of the first row below whose ability the office gives."""
    for ability, page in HOMES:
        if can(request.user, ability):
            return page(request)
    return render(request, "reports/home_other.html", {})


def staff(request):
    """Việc cần làm: what is overdue, due within a week and within thirty days."""
    today = timezone.localdate()
    horizon = today + datetime.timedelta(days=SOON[-1][1])
    due = list(
        Candidate.objects.visible_to(request.user)
        .open()
        .filter(next_due_on__lte=horizon)
        .select_related("person", "unit__parent__parent__parent")
        .order_by("next_due_on", "pk")[: SHOWN + 1]
    )
    overrides = dict(HolidayOverride.objects.values_list("on", "is_working"))
    acts = [
        _act(candidate, item, today, overrides, request.user)
        for candidate in due[:SHOWN]
        for item in candidate.next_due
        if item["due_on"] <= horizon.isoformat()
    ]
    acts.sort(key=lambda act: (act["due_on"], act["name"]))
    groups = [
        {"key": "overdue", "title": _("Quá hạn"), "acts": [a for a in acts if a["days"] < 0]},
        {"key": "week", "title": _("Trong 7 ngày tới"), "acts": [a for a in acts if 0 <= a["days"] <= 7]},
        {"key": "month", "title": _("Trong 30 ngày tới"), "acts": [a for a in acts if a["days"] > 7]},
    ]
    wanted = request.GET.get("due", "")
    context = {
        "counts": [(group["key"], group["title"], len(group["acts"])) for group in groups],
        "groups": [
            group | {"acts": group["acts"] if wanted else group["acts"][:GLANCE], "number": len(group["acts"])}
            for group in groups
            if wanted in ("", group["key"])
        ],
        "wanted": wanted,
        "is_cut": len(due) > SHOWN,
        "waiting": _waiting(request, today),
        "introduced": _introduced(request),
        "missed": _missed(request),
    }
    return render(request, "reports/home_staff.html", context)


def mass(request):
    """A union or youth union: its own target, and how those it introduced fare."""
    today = timezone.localdate()
    unit = acting_office(request.user).organization
    period = year_to_date(today.year, today)
    figures = compute(period, unit, keys=("nominated", "nominated_workers", "admitted", "admitted_workers"))[unit.pk]
    nominated = figures["nominated"]
    candidates = (
        Candidate.objects.visible_to(request.user)
        .select_related("person", "introduced_by")
        .order_by("-opened_on", "-pk")[:100]
    )
    groups: dict = {}
    for candidate in candidates:
        groups.setdefault(str(Stage(candidate.stage).coarse_label), []).append(candidate)
    context = {
        "unit": unit,
        "year": today.year,
        "figures": figures,
        "percent": shown(percent(nominated["year"], nominated.get("target"))),
        "ring": min(100, round(100 * nominated["year"] / nominated["target"])) if nominated.get("target") else 0,
        "nominated_url": people_url(unit, "nominated", period.to_date),
        "admitted_url": people_url(unit, "admitted", period.to_date),
        "groups": [(label, groups[label]) for label in _coarse_labels() if label in groups],
    }
    return render(request, "reports/home_mass.html", context)


def trainer(request):
    """Classes to be closed, under way and to come, and who waits for a place."""
    today = timezone.localdate()
    courses = Course.objects.visible_to(request.user)
    context = {
        "to_close": Course.objects.managed_by(request.user)
        .running()
        .filter(ends_on__lt=today)
        .with_numbers()
        .order_by("ends_on", "pk")[:20],
        "courses": courses.filter(ends_on__gte=today).with_numbers().order_by("starts_on")[:20],
        "waiting": Enrollment.objects.visible_to(request.user)
        .filter(state=Enrollment.State.WAITING)
        .select_related("person__unit__parent__parent", "course")
        .order_by("enrolled_on", "pk")[:50],
    }
    return render(request, "reports/home_trainer.html", context)


def inspector(request):
    return render(request, "reports/home_inspector.html", {})


def administrator(request):
    return render(request, "reports/home_administrator.html", {"missed": guard.missed(timezone.now())})


HOMES = (
    (Ability.MAINTAIN_CANDIDATE, staff),
    (Ability.VIEW_DASHBOARD, dashboard),
    (Ability.VIEW_COARSE_PROGRESS, mass),
    (Ability.MANAGE_TRAINING, trainer),
    (Ability.VIEW_AUDIT, inspector),
    (Ability.MANAGE_USERS, administrator),
)


def _coarse_labels():
    """The coarse stages in the order of the way, in the language of the page."""
    return list(dict.fromkeys(str(stage.coarse_label) for stage in Stage))


def _act(candidate, item, today, overrides, user):
    due_on = datetime.date.fromisoformat(item["due_on"])
    transition, why = TRANSITIONS.get(item["transition"]), item["label"]
    return {
        "candidate": candidate,
        "name": candidate.person.sort_key,
        "label": transition.label if transition else _(why),
        "why": _(why),
        "citation": item.get("citation", ""),
        "due_on": due_on,
        "days": (due_on - today).days,
        "working_days": working_days_between(today, due_on, overrides),
        # Not every deadline is met by an act of the pipeline: without one the line leads to the dossier alone.
        "transition": transition.code if transition else "",
        "waits_for": _waits_for(candidate, transition, today, user) if transition else "",
    }


def _waits_for(candidate, transition, today, user):
    """Who must do the act where this office may not; "" where it may. Asks nothing of the database."""
    body = authority(candidate.unit, transition.code, today)
    if can(user, transition.ability, body):
        return ""
    if body.is_cell:
        return _("Chờ chi bộ")
    return _("Chờ đảng ủy cơ sở") if body.is_base else _("Chờ Ban Thường vụ cấp trên")


def _introduced(request):
    """The newest nominees who stand on no source list yet, and how many there are, in one query."""
    found = Candidate.objects.visible_to(request.user).open().filter(stage=Stage.INTRODUCED.value)
    rows = list(
        found.annotate(total=Window(Count("pk")))
        .select_related("person", "unit__parent__parent", "introduced_by")
        .order_by("-opened_on", "-pk")[:NEWEST]
    )
    return {"candidates": rows, "number": rows[0].total if rows else 0, "stage": Stage.INTRODUCED.value}


def _waiting(request, today):
    """Reports of the last month that are made and not sent, for whoever sends them."""
    if not can(request.user, Ability.SUBMIT_REPORT):
        return None
    waiting = Report.objects.visible_to(request.user).filter(
        organization=acting_office(request.user).organization, state__in=[Report.State.READY, Report.State.FAILED]
    )
    return waiting.order_by("-period_to").first()


def _missed(request):
    """What the schedule did not run, for the office of the whole tree."""
    if acting_office(request.user).role != Role.BLOC_OFFICER:
        return []
    return guard.missed(timezone.now())
