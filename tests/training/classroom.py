"""What the tests of classes build: a class of the usual kind, learners, and a class taught to its end."""

import datetime

from organizations.models import LabourClass
from people.models import Employment
from tests.cast import make_person, make_worker
from training.actions import enrol_many, mark_attendance, plan_course, record_results
from training.models import Course

DAY = datetime.date
MONDAY = DAY(2026, 3, 2)
AFTER = DAY(2026, 3, 9)


def plan(cast, **columns):
    """An awareness class of ten sessions, Monday 02/03/2026 to Friday 06/03/2026."""
    defaults = {
        "kind": "awareness",
        "code": "NT-01/2026",
        "title": "Lớp bồi dưỡng nhận thức về Đảng khóa 1",
        "organization": cast.root,
        "organizer": "Trung tâm Chính trị Phan Thiết",
        "audience": Course.Audience.EVERYONE,
        "shift": Course.Shift.DAYTIME,
        "starts_on": MONDAY,
        "capacity": 30,
    }
    return plan_course(actor=cast.trainer, **defaults | columns)


def workers(cast, *names, unit=None):
    return [make_worker(name, cast.enterprise, unit=unit or cast.cell, introduced_by=cast.union) for name in names]


def clerk(cast, name="Đỗ Thị Kế Toán", unit=None):
    person = make_person(name, unit=unit or cast.cell)
    Employment.objects.create(
        person=person, enterprise=cast.enterprise, labour_class=LabourClass.INDIRECT, from_on=DAY(2021, 3, 1)
    )
    return person


def teach(course, attended, *, actor):
    """Mark every session and grade everybody: `attended` is {enrolment: (sessions attended, grade)}."""
    for session in course.sessions.all():
        present = {row.pk for row, (count, _grade) in attended.items() if session.number <= count}
        mark_attendance(session, present, actor=actor, on=AFTER)
    record_results(course, {row.pk: grade for row, (_count, grade) in attended.items()}, actor=actor)


def enrolled(cast, course, *names):
    return enrol_many(course, workers(cast, *names), actor=cast.trainer, on=MONDAY)


def findings(refused):
    return [(finding.rule, finding.message) for finding in refused.value.findings]
