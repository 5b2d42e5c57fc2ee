"""Planning classes, changing and cancelling them."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from audit import actions as audit
from audit.language import of_record
from organizations.permissions import Ability, can
from training import rules, timetable
from training.actions.enrolment import fill_seats
from training.actions.locks import locked_for_manager
from training.actions.refusal import Refused, refuse_if
from training.models import Course, Curriculum, Session


@transaction.atomic
def plan_course(*, actor, kind, organization, starts_on, shift, weekdays=(), days_off=(), lecturer="", **columns):
    """Open a class of the kind's curriculum, with a session on each day that shift and weekdays give (TRN-1).

    `weekdays` are numbers (Monday 0); none means all that the shift allows. `columns` are those of
    Course: code, title, organizer, audience, place, capacity. Returns the class.
    """
    if not can(actor, Ability.MANAGE_TRAINING, organization):
        raise PermissionDenied
    curriculum = Curriculum.objects.get(kind=kind)
    sittings = timetable.sittings(shift, starts_on, curriculum.sessions, weekdays=weekdays, days_off=days_off)
    refuse_if(
        [
            *_code_is_free(columns["code"], rules.PROGRAMMES[kind]),
            *rules.is_planned_soundly(kind, starts_on, sittings, curriculum.sessions),
        ]
    )
    course = Course.objects.create(
        kind=kind,
        organization=organization,
        shift=shift,
        starts_on=starts_on,
        ends_on=sittings[-1][0],
        minimum_attendance=curriculum.minimum_attendance,
        **columns,
    )
    topics = timetable.topics(curriculum.lessons, curriculum.sessions)
    Session.objects.bulk_create(
        Session(course=course, number=number, on=on, part=part, topic=topic, lecturer=lecturer)
        for number, ((on, part), topic) in enumerate(zip(sittings, topics, strict=True), start=1)
    )
    audit.record("course.plan", course, actor=actor, scope_path=organization.path, sessions=len(sittings))
    return course


@transaction.atomic
def change_course(course, *, actor, on, **columns):
    """Change what a class is called, where it is and how many it holds; new seats go to those who wait."""
    course = locked_for_manager(course, actor)
    refuse_if(_code_is_free(columns.get("code", course.code), rules.CERTIFICATE_BOOK, other_than=course))
    changed = sorted(name for name, value in columns.items() if getattr(course, name) != value)
    for name in changed:
        setattr(course, name, columns[name])
    course.save(update_fields=changed)
    fill_seats(course, actor=actor, on=on)
    audit.record("course.change", course, actor=actor, scope_path=course.organization.path, changed=changed)
    return course


@transaction.atomic
def reschedule(course, sessions, *, actor):
    """Write day, part of day, topic and lecturer of sessions: `{number: {column: value}}`; the class spans them all."""
    course = locked_for_manager(course, actor)
    held = {session.number: session for session in course.sessions.select_for_update()}
    for number, columns in sessions.items():
        for name, value in columns.items():
            setattr(held[number], name, value)
    ordered = [session.on for _number, session in sorted(held.items())]
    if ordered != sorted(ordered):
        raise Refused(
            [
                rules.Finding(
                    "TRN-1", _("Các buổi phải theo thứ tự ngày."), rules.PROGRAMMES[course.kind], clears="sessions"
                )
            ]
        )
    Session.objects.bulk_update(held.values(), ["on", "part", "topic", "lecturer"])
    course.starts_on, course.ends_on = ordered[0], ordered[-1]
    course.save(update_fields=["starts_on", "ends_on"])
    audit.record(
        "course.reschedule", course, actor=actor, scope_path=course.organization.path, sessions=sorted(sessions)
    )
    return course


@transaction.atomic
def cancel_course(course, *, actor, on, reason):
    """Give a class up; its learners leave it and may be enrolled elsewhere."""
    course = locked_for_manager(course, actor)
    if not reason.strip():
        raise Refused([rules.Finding("TRN-2", _("Phải ghi lý do hủy lớp."), rules.ENROLMENT_CUSTOM, clears="reason")])
    with of_record():
        left_because = _("Lớp đã hủy")
    course.enrollments.filter(state__in=("enrolled", "waiting")).update(state="left", left_on=on, reason=left_because)
    course.state = Course.State.CANCELLED
    course.closed_on = on
    course.save(update_fields=["state", "closed_on"])
    audit.record("course.cancel", course, actor=actor, scope_path=course.organization.path, reason=reason)
    return course


def _code_is_free(code, citation, other_than=None):
    taken = Course.objects.filter(code=code).exclude(pk=other_than and other_than.pk)
    if taken.exists():
        yield rules.Finding("TRN-4", _("Mã lớp %(code)s đã dùng.") % {"code": code}, citation, clears="code")
