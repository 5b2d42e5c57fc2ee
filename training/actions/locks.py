"""Holding a class still while an act on it is judged and written."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from training import permissions, rules
from training.actions.refusal import Refused
from training.models import Course


def locked(course):
    """The class as it is now; others who would change it wait for the end of the transaction."""
    return Course.objects.select_for_update(of=("self",)).select_related("organization").get(pk=course.pk)


def locked_for_manager(course, actor):
    """The same, for training staff alone and while the class runs. Raises PermissionDenied, Refused."""
    course = locked(course)
    if not permissions.may_manage(actor, course):
        raise PermissionDenied
    if not course.is_running:
        raise Refused([rules.Finding("TRN-2", _("Lớp đã bế giảng hoặc đã hủy."), rules.ENROLMENT_CUSTOM)])
    return course
