"""Every write of the classes. All are atomic, recorded, and refuse with Refused and its findings."""

from training.actions.attendance import mark_attendance, record_results
from training.actions.certificates import issue, register_external_certificate, revoke_certificate
from training.actions.closing import close_course
from training.actions.courses import cancel_course, change_course, plan_course, reschedule
from training.actions.curricula import change_curriculum
from training.actions.enrolment import enrol, enrol_many, leave
from training.actions.refusal import Refused

__all__ = [
    "Refused",
    "cancel_course",
    "change_course",
    "change_curriculum",
    "close_course",
    "enrol",
    "enrol_many",
    "issue",
    "leave",
    "mark_attendance",
    "plan_course",
    "record_results",
    "register_external_certificate",
    "reschedule",
    "revoke_certificate",
]
