"""Báo cáo: which are due, ready and sent; one report; sending, replacing and downloading it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

import audit.actions
from jobs import guard
from organizations.access import allowed
from organizations.permissions import Ability, can
from organizations.scope import acting_office
from reports.actions import FiguresMoved, NotNow, correct, refresh, start_generation, submit
from reports.actions.submitting import digest
from reports.choosing import children_of, chosen_day, chosen_unit
from reports.forms import CorrectForm, SubmitForm
from reports.lines import COLUMNS, frozen_address, people_address, sections
from reports.models import Report
from reports.periods import Period
from reports.permissions import may_submit
from reports.sentences import sentences
from reports.workbook import file_name, workbook

PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@allowed(Ability.VIEW_REPORT)
def report_list(request):
    """The reports of one month, unit by unit in the order of the tree."""
    visible = Report.objects.visible_to(request.user)
    months = list(visible.order_by("-period_to").values_list("period_to", flat=True).distinct()[:36])
    to_on = _chosen_month(request, months)
    unit = chosen_unit(request)
    own = acting_office(request.user).organization
    of_month = visible.under(unit).filter(period_to=to_on)
    states = dict(of_month.order_by().values_list("state").annotate(Count("pk")))
    state = request.GET.get("state", "")
    found = of_month.filter(state=state) if state in Report.State.values else of_month
    after = request.GET.get("after", "")
    if after:
        found = found.filter(path__gt=after)
    shown = list(found.select_related("organization").order_by("path", "-revision")[: PAGE + 1])
    context = {
        "reports": shown[:PAGE],
        "keyset": {
            "next": shown[PAGE - 1].path if len(shown) > PAGE else None,
            "previous": None,
            "shown": len(shown[:PAGE]),
            "total": states.get(state) if state else sum(states.values()),
        },
        "months": months,
        "to_on": to_on,
        "state": state,
        "states": [(value, label, states.get(value, 0)) for value, label in Report.State.choices if states.get(value)],
        "unit": unit,
        "units": [own, *children_of(own, timezone.localdate())],
        "own": own,
        "may_generate": to_on and can(request.user, Ability.SUBMIT_REPORT),
        "missed": guard.missed(timezone.now()) if can(request.user, Ability.SUBMIT_REPORT) else [],
    }
    return render(request, "reports/list.html", context)


@require_GET
@allowed(Ability.VIEW_REPORT)
def report_detail(request, pk):
    return _page(request, _found(request, pk))


@require_POST
@allowed(Ability.SUBMIT_REPORT)
def report_submit(request, pk):
    report = _found(request, pk)
    form = SubmitForm(request.POST)
    if not form.is_valid():
        return _page(request, report, submit_form=form, status=422)
    try:
        submit(report, actor=request.user, **form.cleaned_data)
    except FiguresMoved:
        report = refresh(report, actor=request.user)
        messages.warning(
            request, _("Số liệu đã thay đổi từ lúc mở trang này nên báo cáo chưa được gửi. Hãy xem số mới rồi gửi lại.")
        )
        kept = SubmitForm(initial={"remarks": form.cleaned_data["remarks"]})
        return _page(request, report, submit_form=kept, status=409)
    except NotNow as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã gửi báo cáo. Số liệu và danh sách người đã được giữ nguyên vẹn."))
    return redirect("reports:detail", pk=report.pk)


@require_POST
@allowed(Ability.SUBMIT_REPORT)
def report_refresh(request, pk):
    report = _found(request, pk)
    try:
        refresh(report, actor=request.user)
    except NotNow as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã lập lại báo cáo theo số liệu hiện nay."))
    return redirect("reports:detail", pk=report.pk)


@require_POST
@allowed(Ability.SUBMIT_REPORT)
def report_correct(request, pk):
    report = _found(request, pk)
    form = CorrectForm(request.POST)
    if not form.is_valid():
        return _page(request, report, correct_form=form, status=422)
    try:
        replacement = correct(report, actor=request.user, reason=form.cleaned_data["reason"])
    except NotNow as refusal:
        messages.error(request, str(refusal))
        return redirect("reports:detail", pk=report.pk)
    messages.success(request, _("Đã lập bản thay thế; bản đã gửi vẫn được giữ. Hãy xem rồi gửi bản mới."))
    return redirect("reports:detail", pk=replacement.pk)


@require_POST
@allowed(Ability.SUBMIT_REPORT)
def report_generate(request):
    """Make the reports of a month once more, for the whole tree, behind: only from its highest unit."""
    if acting_office(request.user).organization.parent_id is not None:
        raise PermissionDenied
    report = Report.objects.visible_to(request.user).filter(period_to=chosen_day(request.POST.get("to"))).first()
    if report is None:
        raise Http404
    job = start_generation(Period(report.period_from, report.period_to), actor=request.user)
    if job.created_by_id == request.user.pk:
        return redirect("jobs:detail", pk=job.pk)
    messages.info(request, _("Báo cáo của tháng này đang được lập; hãy xem lại sau ít phút."))
    return redirect(f"{reverse('reports:list')}?month={report.period_to:%Y-%m}")


@require_GET
@allowed(Ability.EXPORT)
def report_workbook(request, pk):
    report = _found(request, pk)
    if not report.figures:
        raise Http404
    now = timezone.now()
    content = workbook(report, made_for=request.user, made_at=now)
    audit.actions.record("report.export", report, actor=request.user, revision=report.revision, format="xlsx")
    headers = {"Content-Disposition": f'attachment; filename="{file_name(report)}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _found(request, pk):
    return get_object_or_404(Report.objects.visible_to(request.user).select_related("organization"), pk=pk)


def _page(request, report, *, submit_form=None, correct_form=None, status=200):
    period = Period(report.period_from, report.period_to)
    same = Report.objects.filter(organization=report.organization_id, kind=report.kind, period_to=report.period_to)
    last = same.aggregate(last=Max("revision"))["last"]
    is_sent = report.state == Report.State.SUBMITTED
    address = frozen_address(report) if is_sent else people_address(report.organization_id)
    address = address if can(request.user, Ability.VIEW_CANDIDATE) else None
    submit_form = submit_form or SubmitForm(initial={"remarks": report.remarks})
    context = {
        "report": report,
        "columns": COLUMNS.values(),
        "sections": sections(report.figures, period, address=address) if report.figures else [],
        "sentences": sentences(report.organization_name, period, report.figures) if report.figures else [],
        "revisions": same.order_by("revision") if last > 1 else [],
        "seen": digest(report.figures),
        "submit_form": submit_form,
        "correct_form": correct_form or CorrectForm(),
        "may_submit": may_submit(request.user, report),
        "is_last": report.revision == last,
    }
    return render(request, "reports/detail.html", context, status=status)


def _chosen_month(request, months):
    """The last day of the month asked for (YYYY-MM), else of the newest there is."""
    wanted = request.GET.get("month", "")
    for to_on in months:
        if f"{to_on:%Y-%m}" == wanted or not wanted:
            return to_on
    if wanted:
        raise Http404
    return None
