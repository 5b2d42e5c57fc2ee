"""The classes of the demo: planned by the real action, then filled, marked and closed as the stories need."""

import datetime
from collections import defaultdict

from django.utils.translation import gettext as _

from training.actions import issue, plan_course
from training.models import Attendance, Course, Enrollment, Session

CENTRE = "Trung tâm Chính trị khu vực Phan Thiết"
WAIT = datetime.timedelta(days=5)


def plan_classes(root, *, actor, first_on, today):
    """Two awareness classes a season, one of them in the evenings for workers, and a new-member class a season."""
    courses = []
    day, place = first_on, 1
    while day < today + datetime.timedelta(days=60):
        plans = (
            ("NT", "awareness", "everyone", "daytime", _("Bồi dưỡng nhận thức về Đảng khóa %(number)d")),
            ("NTCN", "awareness", "workers", "evening", _("Bồi dưỡng nhận thức về Đảng cho công nhân khóa %(number)d")),
            ("DVM", "new_member", "everyone", "weekend", _("Bồi dưỡng đảng viên mới khóa %(number)d")),
        )
        for gap, (prefix, kind, audience, shift, title) in enumerate(plans):
            starts_on = _weekday(day + datetime.timedelta(days=14 * gap), weekend=shift == "weekend")
            courses.append(
                plan_course(
                    actor=actor,
                    kind=kind,
                    organization=root,
                    starts_on=starts_on,
                    shift=shift,
                    code=f"{prefix}-{starts_on:%Y%m}-{place:02}",
                    title=title % {"number": place},
                    organizer=CENTRE,
                    audience=audience,
                    place="Hội trường Trung tâm Chính trị, phường Phan Thiết",
                    capacity=80,
                    is_demo=True,
                )
            )
        day += datetime.timedelta(days=75)
        place += 1
    return courses


def _weekday(day, *, weekend):
    while (day.weekday() >= 5) is not weekend:
        day += datetime.timedelta(days=1)
    return day


class Classrooms:
    """Who sat in which class; the rows are written once, when every story has been told."""

    def __init__(self, courses, *, today):
        self.courses = sorted(courses, key=lambda course: course.starts_on)
        self.today = today
        self.seats = defaultdict(list)

    def seat(self, person, kind, *, after, is_worker):
        """Put a person into the next fitting class; the class, or None where no more is planned."""
        for course in self.courses:
            fits = course.audience == "everyone" or is_worker
            if (
                course.kind == kind
                and course.starts_on > after
                and fits
                and len(self.seats[course.pk]) < course.capacity
            ):
                self.seats[course.pk].append((person, is_worker))
                return course
        return None

    def issued_on(self, course):
        return course.ends_on + WAIT

    def write(self, random):
        """Enrolments, attendance and results of every class; closed ones give their certificates."""
        for course in self.courses:
            closed = self.issued_on(course) <= self.today
            enrollments = Enrollment.objects.bulk_create(
                Enrollment(
                    course=course,
                    person=person,
                    party_path=person.party_path,
                    state="passed" if closed else "enrolled",
                    enrolled_on=min(course.starts_on - datetime.timedelta(days=7), self.today),
                    grade=random.choice(("excellent", "good", "good", "fair", "pass")) if closed else "",
                    is_direct_worker=is_worker,
                )
                for person, is_worker in self.seats[course.pk]
            )
            held = [session for session in course.sessions.all() if session.on < self.today]
            # At most one absence each: everybody who is said to have passed has attended enough.
            missed = {row.pk: random.choice([None, None, *held]) for row in enrollments}
            Attendance.objects.bulk_create(
                Attendance(session=session, enrollment=row, is_present=missed[row.pk] is not session)
                for session in held
                for row in enrollments
            )
            Session.objects.filter(pk__in=[session.pk for session in held]).update(is_marked=bool(enrollments))
            if closed:
                issue(enrollments, issuer=course.organizer, on=self.issued_on(course))
            state = "closed" if closed else "open" if course.starts_on <= self.today else "planned"
            Course.objects.filter(pk=course.pk).update(
                state=state, closed_on=self.issued_on(course) if closed else None
            )
