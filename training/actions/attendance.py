"""Who sat in a session, and how the paper was graded."""

from django.db import transaction

from audit import actions as audit
from training import rules
from training.actions.locks import locked_for_manager
from training.actions.refusal import refuse_if
from training.models import Attendance, Course, Enrollment


@transaction.atomic
def mark_attendance(session, present, *, actor, on):
    """Mark a whole session at once: learners whose enrolment id is in `present` sat in it, the others did not.

    The first session marked opens the class. Ids of people who hold no seat are ignored.
    """
    course = locked_for_manager(session.course, actor)
    refuse_if(rules.may_be_marked(on, session.on))
    learners = list(
        course.enrollments.filter(state=Enrollment.State.ENROLLED).order_by("id").values_list("pk", flat=True)
    )
    Attendance.objects.bulk_create(
        [Attendance(session=session, enrollment_id=pk, is_present=pk in present) for pk in learners],
        update_conflicts=True,
        unique_fields=["session", "enrollment"],
        update_fields=["is_present"],
    )
    session.is_marked = True
    session.save(update_fields=["is_marked"])
    if course.state == Course.State.PLANNED:
        course.state = Course.State.OPEN
        course.save(update_fields=["state"])
    absent = [pk for pk in learners if pk not in present]
    audit.record(
        "course.mark_attendance",
        course,
        actor=actor,
        scope_path=course.organization.path,
        session=session.number,
        present=len(learners) - len(absent),
        absent=absent,
    )


@transaction.atomic
def record_results(course, grades, *, actor):
    """Write grades of the final paper: `{enrolment id: grade, "" for none yet}`; only what changed is recorded."""
    course = locked_for_manager(course, actor)
    changed = []
    for row in course.enrollments.filter(state=Enrollment.State.ENROLLED, pk__in=grades).order_by("id"):
        if row.grade != grades[row.pk]:
            row.grade = grades[row.pk]
            changed.append(row)
    Enrollment.objects.bulk_update(changed, ["grade"])
    audit.record(
        "course.record_results",
        course,
        actor=actor,
        scope_path=course.organization.path,
        grades={str(row.pk): row.grade for row in changed},
    )
    return changed
