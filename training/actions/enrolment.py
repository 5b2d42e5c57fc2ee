"""Coming into a class, waiting for a seat, leaving."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from audit import actions as audit
from audit.language import of_record
from organizations.models import LabourClass
from organizations.scope import whole
from people.models import Employment, PartyMembership
from training import permissions, rules
from training.actions.locks import locked
from training.actions.refusal import Refused, refuse_if
from training.models import Enrollment

STATE = Enrollment.State


def enrol(course, person, *, actor, on, override_reason=""):
    """Give the person a seat, or a place in the queue if there is none. Returns the Enrollment.

    Raises PermissionDenied where the person is not the actor's to send, Refused with every finding.
    A class reserved for workers takes others only from training staff, with a written reason.
    """
    return enrol_many(course, [person], actor=actor, on=on, override_reason=override_reason)[0]


@transaction.atomic
def enrol_many(course, people, *, actor, on, override_reason=""):
    """Enrol all of them, or none: one refusal refuses the list."""
    course = locked(course)
    if not all(permissions.may_enrol(actor, course, person) for person in people):
        raise PermissionDenied
    workers = _direct_workers(people, on)
    earlier = {row.person_id: row for row in course.enrollments.filter(person__in=people)}
    findings = [finding for person in people for finding in _judge(course, person, workers, earlier, on)]
    reason = override_reason.strip() if permissions.may_manage(actor, course) else ""
    refuse_if(finding for finding in findings if finding.severity == rules.Severity.REFUSE or not reason)
    overridden = {finding.message for finding in findings}
    free = course.capacity - seats_taken(course)
    enrolled = []
    for place, person in enumerate(people):
        row = earlier.get(person.pk) or Enrollment(course=course, person=person, party_path=person.party_path)
        row.state = STATE.ENROLLED if place < free else STATE.WAITING
        row.enrolled_on, row.left_on, row.reason, row.grade = on, None, "", ""
        row.is_direct_worker = person.pk in workers
        row.override_reason = reason if overridden and person.pk not in workers else ""
        row.save()
        if row.state == STATE.ENROLLED:
            _stop_waiting_elsewhere(row, on)
        audit.record("course.enrol", row, actor=actor, reason=row.override_reason, state=row.state)
        enrolled.append(row)
    return enrolled


@transaction.atomic
def leave(enrollment, *, actor, on, reason):
    """Take a learner off the list; the seat goes to whoever has waited longest."""
    course = locked(enrollment.course)
    enrollment = Enrollment.objects.select_related("person__unit", "course").get(pk=enrollment.pk)
    if not permissions.may_enrol(actor, course, enrollment.person):
        raise PermissionDenied
    if not course.is_running or enrollment.state not in (STATE.ENROLLED, STATE.WAITING):
        raise Refused(
            [rules.Finding("TRN-2", _("Học viên không còn trong danh sách đang học."), rules.ENROLMENT_CUSTOM)]
        )
    if not reason.strip():
        raise Refused([rules.Finding("TRN-2", _("Phải ghi lý do thôi học."), rules.ENROLMENT_CUSTOM, clears="reason")])
    enrollment.state, enrollment.left_on, enrollment.reason = STATE.LEFT, on, reason.strip()
    enrollment.save(update_fields=["state", "left_on", "reason"])
    audit.record("course.leave", enrollment, actor=actor, reason=enrollment.reason)
    fill_seats(course, actor=actor, on=on)
    return enrollment


def fill_seats(course, *, actor, on):
    """Give free seats of a locked class to those who wait, first come first served."""
    # The next in the queue may belong to a unit that the actor does not see.
    with whole():
        free = max(0, course.capacity - seats_taken(course))
        for row in course.enrollments.waiting().select_related("person", "course")[:free]:
            row.state = STATE.ENROLLED
            row.save(update_fields=["state"])
            _stop_waiting_elsewhere(row, on)
            audit.record("course.seat", row, actor=actor)


def seats_taken(course):
    """How many sit in the class, of whatever unit: seats are counted over the whole tree."""
    with whole():
        return course.enrollments.seated().count()


def _judge(course, person, workers, earlier, on):
    row = earlier.get(person.pk)
    membership = PartyMembership.objects.current_on(on).filter(person=person).first()
    elsewhere = (
        Enrollment.objects.filter(person=person, state=STATE.ENROLLED, course__kind=course.kind)
        .exclude(course=course)
        .select_related("course")
        .first()
    )
    facts = rules.ClassFacts(
        kind=course.kind,
        code=course.code,
        is_running=course.is_running,
        is_reserved_for_workers=course.audience == course.Audience.WORKERS,
        organization=course.organization.name,
    )
    return rules.may_sit(
        facts,
        rules.Applicant(
            name=person.full_name,
            is_within=person.party_path.startswith(course.organization.path),
            is_direct_worker=person.pk in workers,
            membership="" if membership is None else "full" if membership.is_full_on(on) else "probationary",
            is_listed=row is not None and row.state != STATE.LEFT,
            sits_in=elsewhere.course.code if elsewhere else "",
        ),
    )


def _direct_workers(people, on):
    current = Employment.objects.current_on(on).filter(person__in=people, labour_class=LabourClass.DIRECT)
    return set(current.values_list("person_id", flat=True))


def _stop_waiting_elsewhere(row, on):
    others = Enrollment.objects.filter(person_id=row.person_id, course__kind=row.course.kind, state=STATE.WAITING)
    with of_record():
        reason = _("Đã vào lớp %(code)s") % {"code": row.course.code}
    others.exclude(pk=row.pk).update(state=STATE.LEFT, left_on=on, reason=reason)
