"""Taking the demo away again: its people, candidacies, classes, reports, targets and accounts.

Organisations stay, and so does whatever the law of the house forbids to remove: the audit record, reports
that somebody submitted, and persons on whom a dossier that is not of the demo depends.
"""

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from audit.actions import record
from candidates.models import (
    Candidate,
    Introduction,
    MentorAssignment,
    Paper,
    StageChange,
    Verification,
    Vote,
)
from organizations.models import Assignment
from organizations.scope import whole
from people.models import Person
from reports.demo.loading import INVENTED_TARGETS
from reports.demo.planning import by_index
from reports.models import Report, Target
from training.models import Attendance, Certificate, Course, Enrollment

DOSSIER = (Paper, Vote, Introduction, MentorAssignment, Verification, StageChange)


def clear():
    """Remove the demo and return how many of its persons went."""
    with whole(), transaction.atomic(), by_index():
        # Lists of keys, not sub-selects: freshly loaded tables have no statistics to plan by.
        ours = list(Candidate.objects.filter(Q(is_demo=True) | Q(person__is_demo=True)).values_list("pk", flat=True))
        for model in DOSSIER:
            model.objects.filter(candidate__in=ours).delete()
        Candidate.objects.filter(pk__in=ours).delete()
        Certificate.objects.filter(Q(person__is_demo=True) | Q(enrollment__course__is_demo=True)).delete()
        seats = Enrollment.objects.filter(Q(person__is_demo=True) | Q(course__is_demo=True))
        taken = list(seats.values_list("pk", flat=True))
        Attendance.objects.filter(enrollment__in=taken).delete()
        Enrollment.objects.filter(pk__in=taken).delete()
        Course.objects.filter(is_demo=True).delete()
        Report.objects.exclude(state=Report.State.SUBMITTED).delete()
        Target.objects.filter(decision=INVENTED_TARGETS).delete()
        needed = {*MentorAssignment.objects.values_list("mentor", flat=True)}
        needed |= {*Introduction.objects.values_list("member", flat=True)}
        leaving = [pk for pk in Person.objects.filter(is_demo=True).values_list("pk", flat=True) if pk not in needed]
        Person.objects.filter(pk__in=leaving).delete()
        _close_accounts()
        record("demo.clear", None, actor=None, people=len(leaving))
    return len(leaving)


def _close_accounts():
    """Remove the accounts that nothing refers to; the others are closed for good and keep their name."""
    for user in User.objects.filter(is_demo=True):
        Assignment.objects.filter(user=user).delete()
        acted = (
            StageChange.objects.filter(actor=user).exists()
            or Target.objects.filter(changed_by=user).exists()
            or Report.objects.filter(submitted_by=user).exists()
            or user.jobs.exists()
        )
        if acted:
            user.is_active = False
            user.set_unusable_password()
            user.save()
        else:
            user.delete()
