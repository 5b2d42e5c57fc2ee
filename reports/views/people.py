"""The people behind a number, with the rights of whoever asks; and what each number means."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from candidates.models import Candidate
from candidates.stages import Stage
from organizations.access import allowed
from organizations.models import Line
from organizations.permissions import Ability, can
from people.models import Person
from reports.choosing import chosen_day, chosen_unit
from reports.figures import DECLARED, FIGURES, MASS_FIGURES, people_of
from reports.models import Report
from reports.periods import Window

OVERDUE = "overdue"
PAGE = 50


@require_GET
@allowed(Ability.VIEW_CANDIDATE, Ability.VIEW_COARSE_PROGRESS)
def people(request):
    """Everyone who was counted, as far as the reader may see them."""
    unit = chosen_unit(request)
    found, title, days = _behind(request, unit)
    is_person = found.model is Person
    found = found.visible_to(request.user)
    if is_person:
        found = found.select_related("unit__parent__parent").order_by("sort_key", "pk")
    else:
        found = found.select_related("person", "unit__parent__parent", "introduced_by").order_by(
            "person__sort_key", "pk"
        )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    sees_all = can(request.user, Ability.VIEW_CANDIDATE)
    rows = [_row(one, is_person, sees_all) for one in page]
    rest = urlencode({key: value for key, value in request.GET.items() if key != "page"})
    context = {
        "unit": unit,
        "title": title,
        "days": days,
        "page": page,
        "rows": rows,
        "is_person": is_person,
        "rest": rest,
    }
    return render(request, "reports/people.html", context)


@require_GET
@allowed(Ability.VIEW_REPORT, Ability.VIEW_DASHBOARD, Ability.SET_TARGET)
def definitions(request):
    """Định nghĩa chỉ số: what every figure counts."""
    return render(request, "reports/definitions.html", {"figures": DECLARED})


def _behind(request, unit):
    key = request.GET.get("figure", "")
    if key == OVERDUE and unit.line == Line.PARTY:
        today = timezone.localdate()
        overdue = Candidate.objects.under(unit).open().filter(next_due_on__lt=today)
        return overdue, _("Hồ sơ có việc quá hạn"), Window(today, today)
    figure = FIGURES.get(key)
    if figure is None or figure.is_share or (unit.line != Line.PARTY and key not in MASS_FIGURES):
        raise Http404
    if request.GET.get("report", "").isdigit():
        return _kept(request, figure)
    from_on, to_on = chosen_day(request.GET.get("from")), chosen_day(request.GET.get("to"))
    if to_on < from_on:
        raise Http404
    window = Window(from_on, to_on)
    return people_of(figure, unit, window), figure.title, window


def _kept(request, figure):
    """Those kept with a report that was sent, whatever was corrected since."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=int(request.GET["report"]))
    kept = report.people.get(figure.key, {}).get(request.GET.get("column"))
    if kept is None:
        raise Http404
    return figure.source.subject.objects.filter(pk__in=kept), figure.title, Window(report.period_from, report.period_to)


def _row(one, is_person, sees_all):
    if is_person:
        return {"name": one.full_name, "unit": one.unit and one.unit.with_base, "url": ""}
    stage = Stage(one.stage)
    return {
        "name": one.person.full_name,
        "unit": one.unit.with_base if sees_all else one.introduced_by,
        "work": one.get_labour_class_display(),
        "stage": stage.label if sees_all else stage.coarse_label,
        "since": one.stage_since if sees_all else None,
        "pk": one.pk if sees_all else None,
    }


def people_url(unit, figure, window):
    """The address of the list behind a number."""
    query = {"unit": unit.pk, "figure": figure, "from": window.from_on, "to": window.to_on}
    return f"{reverse('reports:people')}?{urlencode(query)}"
