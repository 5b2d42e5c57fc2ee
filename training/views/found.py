"""How the views of classes fetch, and how they show a refusal."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from training import permissions
from training.models import Course


def visible_course(request, pk):
    """The class if the office may know of it. Raises Http404."""
    return get_object_or_404(Course.objects.visible_to(request.user).select_related("organization"), pk=pk)


def managed_course(request, pk):
    """The class if the office manages it. Raises Http404, or PermissionDenied if it may only look."""
    course = visible_course(request, pk)
    if not permissions.may_manage(request.user, course):
        raise PermissionDenied
    return course


def place(form, refused):
    """Stand each finding beside the field that clears it; return those that belong to no field."""
    elsewhere = []
    for finding in refused.findings:
        if finding.clears in form.fields:
            form.add_error(finding.clears, f"{finding.message} ({finding.rule}, {finding.citation})")
        else:
            elsewhere.append(finding)
    return elsewhere
