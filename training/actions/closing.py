"""The end of a class: who passed, who did not and why, and the certificates."""

from django.db import transaction
from django.utils.translation import gettext as _

from audit import actions as audit
from audit.language import of_record
from training import rules
from training.actions.certificates import issue
from training.actions.locks import locked_for_manager
from training.actions.refusal import refuse_if
from training.models import Course, Enrollment


@transaction.atomic
def close_course(course, *, actor, on):
    """Judge every learner, give certificates dated `on` to those who pass (TRN-3, TRN-4). Returns the certificates.

    Whoever attended too little or failed the paper is recorded as failed with the reason; those still
    waiting for a seat leave. Raises Refused if a session is unmarked or a grade is missing.
    """
    course = locked_for_manager(course, actor)
    learners = list(course.enrollments.filter(state=Enrollment.State.ENROLLED).for_roster().select_related("course"))
    sessions = list(course.sessions.all())
    refuse_if(
        rules.may_close(
            on,
            max([course.ends_on, *(session.on for session in sessions)]),
            [session.number for session in sessions if not session.is_marked],
            [row.person.full_name for row in learners if not row.grade and _attended(row, course, sessions)],
        )
    )
    for row in learners:
        short = list(rules.falls_short(row.present, len(sessions), course.minimum_attendance, row.grade))
        row.state = Enrollment.State.FAILED if short else Enrollment.State.PASSED
        row.reason = " ".join(finding.message for finding in short)[:250]
    Enrollment.objects.bulk_update(learners, ["state", "reason"])
    passed = [row for row in learners if row.state == Enrollment.State.PASSED]
    certificates = issue(passed, issuer=course.organizer, on=on)
    with of_record():
        reason = _("Lớp bế giảng khi chưa có chỗ")
    course.enrollments.waiting().update(state="left", left_on=on, reason=reason)
    course.state, course.closed_on = Course.State.CLOSED, on
    course.save(update_fields=["state", "closed_on"])
    for certificate in certificates:
        audit.record("certificate.issue", certificate, actor=actor)
    audit.record(
        "course.close",
        course,
        actor=actor,
        scope_path=course.organization.path,
        passed=len(passed),
        failed=len(learners) - len(passed),
    )
    return certificates


def _attended(row, course, sessions):
    return rules.attended_enough(row.present, len(sessions), course.minimum_attendance)
