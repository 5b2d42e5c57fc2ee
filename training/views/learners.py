"""Who sits in a class: enrolling, leaving, attendance, results."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from audit import actions as audit
from organizations.access import allowed
from organizations.models import LabourClass
from organizations.permissions import Ability
from people.models import Employment, Person
from training import actions, forms, permissions, roster
from training.models import Certificate, Course, Enrollment
from training.querysets import lacking
from training.views.found import managed_course, place, visible_course

SHOWN = 50


def _offered(request, course):
    """People to tick: those searched for, those named in the address, else those to whom this class is to be given."""
    people = Person.objects.visible_to(request.user).under(course.organization).select_related("unit__parent__parent")
    listed = Enrollment.objects.filter(course=course).exclude(state=Enrollment.State.LEFT)
    people = people.exclude(pk__in=listed.values("person"))
    text, named = request.GET.get("q", ""), [pk for pk in request.GET.getlist("nguoi") if pk.isdigit()]
    if named:
        return people.filter(pk__in=named).order_by("sort_key", "id")
    if text:
        return people.named_like(text).order_by("sort_key", "id")
    return lacking(people, course.kind, timezone.localdate(), Certificate.objects, Enrollment.objects)


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING, Ability.MAINTAIN_CANDIDATE)
def enrol(request, pk):
    course = visible_course(request, pk)
    today = timezone.localdate()
    findings = []
    if request.method == "POST":
        ids = [int(pk) for pk in request.POST.getlist("person") if pk.isdigit()]
        people = list(Person.objects.visible_to(request.user).filter(pk__in=ids).select_related("unit__parent__parent"))
        if len(people) != len(set(ids)):
            raise Http404
        form = forms.EnrolForm(request.POST, people=people)
        if form.is_valid():
            try:
                rows = actions.enrol_many(
                    course, people, actor=request.user, on=today, override_reason=form.cleaned_data["override_reason"]
                )
            except actions.Refused as refused:
                findings = refused.findings
            else:
                _say_enrolled(request, rows)
                return redirect("training:detail", pk=course.pk)
    else:
        people, form = [], forms.EnrolForm(people=[])
    offered = list(_offered(request, course)[: SHOWN + 1])
    ticked = {person.pk for person in people} or {int(pk) for pk in request.GET.getlist("nguoi") if pk.isdigit()}
    shown = people + [person for person in offered[:SHOWN] if person not in people]
    workers = Employment.objects.current_on(today).filter(person__in=shown, labour_class=LabourClass.DIRECT)
    audit.record(
        "course.seek_learners",
        course,
        actor=request.user,
        scope_path=course.organization.path,
        people=[person.pk for person in shown],
    )
    context = {
        "course": course,
        "form": form,
        "findings": findings,
        "people": shown,
        "ticked": ticked,
        "workers": set(workers.values_list("person_id", flat=True)),
        "more": len(offered) > SHOWN,
        "q": request.GET.get("q", ""),
        "counts": Course.objects.filter(pk=course.pk).head_counts()[course.pk],
        "manages": permissions.may_manage(request.user, course),
    }
    return render(request, "training/enrol.html", context)


def _say_enrolled(request, rows):
    waiting = sum(row.state == Enrollment.State.WAITING for row in rows)
    seated = len(rows) - waiting
    if seated:
        messages.success(
            request, ngettext("Đã ghi danh %(n)d người.", "Đã ghi danh %(n)d người.", seated) % {"n": seated}
        )
    if waiting:
        messages.warning(
            request,
            ngettext(
                "Lớp đã đủ chỗ: %(n)d người vào danh sách chờ.",
                "Lớp đã đủ chỗ: %(n)d người vào danh sách chờ.",
                waiting,
            )
            % {"n": waiting},
        )


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING, Ability.MAINTAIN_CANDIDATE)
def leave(request, pk, enrollment):
    course = visible_course(request, pk)
    rows = Enrollment.objects.visible_to(request.user).select_related("person", "course")
    row = get_object_or_404(rows, pk=enrollment, course=course)
    form = forms.ReasonForm(request.POST or None)
    findings = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.leave(row, actor=request.user, on=timezone.localdate(), **form.cleaned_data)
        except actions.Refused as refused:
            findings = place(form, refused)
        else:
            messages.success(request, _("Đã đưa %(name)s ra khỏi lớp.") % {"name": row.person})
            return redirect("training:detail", pk=course.pk)
    return render(request, "training/leave.html", {"course": course, "row": row, "form": form, "findings": findings})


@require_GET
@allowed(Ability.MANAGE_TRAINING)
def attendance(request, pk):
    """Leads to the first session without marks, or to the last one."""
    course = managed_course(request, pk)
    sessions = list(course.sessions.all())
    if not sessions:
        raise Http404
    first = next((session for session in sessions if not session.is_marked), sessions[-1])
    return redirect("training:attendance_of", pk=course.pk, number=first.number)


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING)
def attendance_of(request, pk, number):
    """The grid of a class: the marks of all sessions, those of one to be ticked."""
    course = managed_course(request, pk)
    session = get_object_or_404(course.sessions, number=number)
    findings = []
    if request.method == "POST":
        present = {int(pk) for pk in request.POST.getlist("present") if pk.isdigit()}
        try:
            actions.mark_attendance(session, present, actor=request.user, on=timezone.localdate())
        except actions.Refused as refused:
            findings = refused.findings
        else:
            messages.success(request, _("Đã lưu điểm danh buổi %(number)d.") % {"number": session.number})
            following = course.sessions.filter(number__gt=session.number, is_marked=False).first() or session
            return redirect("training:attendance_of", pk=course.pk, number=following.number)
    learners = Enrollment.objects.visible_to(request.user).filter(course=course).seated().for_roster()
    audit.record(
        "course.view_attendance",
        course,
        actor=request.user,
        scope_path=course.organization.path,
        people=[row.person_id for row in learners],
    )
    context = {
        "course": course,
        "session": session,
        "sessions": course.sessions.all(),
        "grid": roster.grid(course, learners),
        "findings": findings,
    }
    return render(request, "training/attendance.html", context)


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING)
def results(request, pk):
    course = managed_course(request, pk)
    lines = [line for line in roster.lines(course, request.user) if line.enrollment.state == Enrollment.State.ENROLLED]
    form = forms.ResultsForm(request.POST or None, lines=lines)
    findings = []
    if request.method == "POST" and form.is_valid():
        try:
            changed = actions.record_results(course, form.grades, actor=request.user)
        except actions.Refused as refused:
            findings = refused.findings
        else:
            messages.success(request, _("Đã lưu kết quả của %(number)d học viên.") % {"number": len(changed)})
            return redirect("training:detail", pk=course.pk)
    audit.record(
        "course.view_results",
        course,
        actor=request.user,
        scope_path=course.organization.path,
        people=[line.person.pk for line in lines],
    )
    return render(request, "training/results.html", {"course": course, "form": form, "findings": findings})
