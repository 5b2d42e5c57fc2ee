"""The list of classes, one class, planning and changing it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from audit import actions as audit
from organizations.access import allowed
from organizations.permissions import Ability, can
from organizations.scope import acting_office
from training import actions, forms, permissions, roster, rules
from training.models import Course, Curriculum, Enrollment
from training.views.found import managed_course, place, visible_course
from training.workbook import courses_workbook, roster_workbook

PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _asked_for(request):
    form = forms.CourseFilter(request.GET)
    courses = Course.objects.visible_to(request.user).select_related("organization").order_by("-starts_on", "code")
    return form, form.narrow(courses)


@require_GET
@allowed(Ability.VIEW_TRAINING)
def course_list(request):
    form, courses = _asked_for(request)
    page = Paginator(courses, PAGE).get_page(request.GET.get("page"))
    counts = Course.objects.filter(pk__in=[course.pk for course in page]).head_counts()
    years = Course.objects.visible_to(request.user).dates("starts_on", "year", order="DESC")
    context = {
        "filter": form,
        "page": page,
        "rows": [(course, counts[course.pk]) for course in page],
        "years": [day.year for day in years],
        "query": request.GET.urlencode(),
    }
    return render(request, "training/list.html", context)


@require_GET
@allowed(Ability.EXPORT, Ability.MANAGE_TRAINING)
def export_courses(request):
    """The classes as the list shows them, all pages."""
    form, courses = _asked_for(request)
    wanted = [str(form.cleaned_data[name]) for name in ("q", "kind", "state", "year") if form.cleaned_data.get(name)]
    audit.record("course.export_list", None, actor=request.user, filters=wanted, rows=len(courses))
    content = courses_workbook(courses, courses.head_counts(), f"{timezone.localdate():%d/%m/%Y}")
    return _download(content, XLSX, "lop-hoc.xlsx")


@require_GET
@allowed(Ability.VIEW_TRAINING)
def course_detail(request, pk):
    course = visible_course(request, pk)
    found = roster.lines(course, request.user)
    audit.record(
        "course.view",
        course,
        actor=request.user,
        scope_path=course.organization.path,
        people=[line.person.pk for line in found],
    )
    sessions = list(course.sessions.all())
    context = {
        "course": course,
        "sessions": sessions,
        "marked": sum(session.is_marked for session in sessions),
        "next_session": next((session for session in sessions if not session.is_marked), None),
        "counts": Course.objects.filter(pk=course.pk).head_counts()[course.pk],
        "manages": permissions.may_manage(request.user, course),
        "enrols": can(request.user, Ability.MAINTAIN_CANDIDATE) or permissions.may_manage(request.user, course),
        "sees_all": course.organization.path.startswith(acting_office(request.user).organization.path),
        **roster.grouped(found),
    }
    return render(request, "training/detail.html", context)


@require_GET
@allowed(Ability.EXPORT, Ability.MANAGE_TRAINING)
def export_roster(request, pk):
    """The learners of a class whom the user sees, as a workbook."""
    course = visible_course(request, pk)
    found = roster.lines(course, request.user)
    audit.record(
        "course.export",
        course,
        actor=request.user,
        scope_path=course.organization.path,
        people=[line.person.pk for line in found],
    )
    return _download(roster_workbook(course, found), XLSX, f"lop-{course.pk}.xlsx")


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING)
def plan(request):
    unit = acting_office(request.user).organization
    form = forms.PlanForm(request.POST or None, user=request.user, initial={"organization": unit})
    findings = []
    if request.method == "POST" and form.is_valid():
        try:
            course = actions.plan_course(actor=request.user, **form.cleaned_data)
        except actions.Refused as refused:
            findings = place(form, refused)
        else:
            messages.success(request, _("Đã mở lớp %(code)s và xếp lịch học.") % {"code": course.code})
            return redirect("training:detail", pk=course.pk)
    return render(
        request,
        "training/plan.html",
        {"form": form, "findings": findings, "curricula": Curriculum.objects.order_by("kind")},
    )


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING)
def change(request, pk):
    course = managed_course(request, pk)
    form = forms.CourseForm(request.POST or None, instance=course)
    findings = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_course(course, actor=request.user, on=timezone.localdate(), **form.cleaned_data)
        except actions.Refused as refused:
            findings = place(form, refused)
        else:
            messages.success(request, _("Đã lưu thông tin lớp."))
            return redirect("training:detail", pk=course.pk)
    return render(request, "training/change.html", {"course": course, "form": form, "findings": findings})


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING)
def schedule(request, pk):
    """Days, parts of day, topics and lecturers of the sessions."""
    course = managed_course(request, pk)
    formset = forms.SessionFormSet(request.POST or None, queryset=course.sessions.all())
    findings = []
    if request.method == "POST" and formset.is_valid():
        changed = {form.instance.number: form.cleaned_data for form in formset if form.has_changed()}
        columns = {
            number: {name: value for name, value in data.items() if name != "id"} for number, data in changed.items()
        }
        try:
            actions.reschedule(course, columns, actor=request.user)
        except actions.Refused as refused:
            findings = refused.findings
        else:
            messages.success(request, _("Đã lưu lịch học."))
            return redirect("training:detail", pk=course.pk)
    return render(request, "training/schedule.html", {"course": course, "formset": formset, "findings": findings})


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING)
def cancel(request, pk):
    course = managed_course(request, pk)
    form = forms.ReasonForm(request.POST or None)
    findings = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.cancel_course(course, actor=request.user, on=timezone.localdate(), **form.cleaned_data)
        except actions.Refused as refused:
            findings = place(form, refused)
        else:
            messages.success(request, _("Đã hủy lớp %(code)s.") % {"code": course.code})
            return redirect("training:detail", pk=course.pk)
    return render(request, "training/cancel.html", {"course": course, "form": form, "findings": findings})


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING)
def close(request, pk):
    """Shows who would pass and why others would not; the POST does it."""
    course = managed_course(request, pk)
    form = forms.CloseForm(request.POST or None, initial={"on": course.ends_on})
    findings = []
    if request.method == "POST" and form.is_valid():
        try:
            certificates = actions.close_course(course, actor=request.user, **form.cleaned_data)
        except actions.Refused as refused:
            findings = place(form, refused)
        else:
            messages.success(
                request, _("Đã bế giảng và cấp %(number)d giấy chứng nhận.") % {"number": len(certificates)}
            )
            return redirect("training:detail", pk=course.pk)
    sessions = list(course.sessions.all())
    total = len(sessions)
    learners = [
        (line, list(rules.falls_short(line.present, total, course.minimum_attendance, line.enrollment.grade)))
        for line in roster.lines(course, request.user)
        if line.enrollment.state == Enrollment.State.ENROLLED
    ]
    context = {"course": course, "form": form, "findings": findings, "learners": learners, "total": total}
    context["unmarked"] = [session.number for session in sessions if not session.is_marked]
    return render(request, "training/close.html", context)


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING)
def curricula(request):
    """What each kind of class consists of; the share of sessions that must be attended may be set."""
    rows = list(Curriculum.objects.order_by("kind"))
    wanted = next((row for row in rows if request.POST.get("kind") == row.kind), None)
    bound = [
        (row, forms.CurriculumForm(request.POST if row is wanted else None, instance=row, prefix=row.kind))
        for row in rows
    ]
    for row, form in bound:
        if row is wanted and form.is_valid():
            actions.change_curriculum(row, actor=request.user, **form.cleaned_data)
            messages.success(request, _("Đã lưu chương trình. Các lớp đã mở giữ mức cũ."))
            return redirect("training:curricula")
    return render(request, "training/curricula.html", {"curricula": bound})


def _download(content, kind, name):
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
