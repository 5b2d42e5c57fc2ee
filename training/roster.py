"""What a class looks like on paper and on screen: learners with their attendance, sessions with their marks."""

from dataclasses import dataclass

from training import rules
from training.models import Attendance, Enrollment


@dataclass(frozen=True)
class Line:
    """One learner: sessions attended of those held so far, and the whole per cent of it."""

    enrollment: Enrollment
    present: int
    held: int
    minimum: int

    @property
    def person(self):
        return self.enrollment.person

    @property
    def share(self):
        return rules.share(self.present, self.held)

    @property
    def is_short(self):
        return self.held > 0 and not rules.attended_enough(self.present, self.held, self.minimum)

    @property
    def certificate(self):
        return getattr(self.enrollment, "certificate", None)


def lines(course, user):
    """The class's learners whom the user may see, by name; those who left come last."""
    held = course.sessions.filter(is_marked=True).count()
    rows = Enrollment.objects.visible_to(user).filter(course=course).for_roster()
    return [Line(row, row.present, held, course.minimum_attendance) for row in rows]


def grouped(found):
    """The lines as {"seated": …, "waiting": …, "left": …}; the waiting in the order of the queue."""
    waiting = [line for line in found if line.enrollment.state == "waiting"]
    return {
        "seated": [line for line in found if line.enrollment.state in ("enrolled", "passed", "failed")],
        "waiting": sorted(waiting, key=lambda line: (line.enrollment.enrolled_on, line.enrollment.pk)),
        "left": [line for line in found if line.enrollment.state == "left"],
    }


def grid(course, learners):
    """For each learner the marks of all sessions in order: True, False, or None where none was made."""
    sessions = list(course.sessions.all())
    marks = {
        (mark.enrollment_id, mark.session_id): mark.is_present
        for mark in Attendance.objects.filter(session__course=course, enrollment__in=[row.pk for row in learners])
    }
    return [(row, [(session, marks.get((row.pk, session.pk))) for session in sessions]) for row in learners]
