"""Words about targets and shares."""

from django import template
from django.utils.translation import gettext as _

from reports.figures import percent, shown

register = template.Library()


@register.filter
def reached(numbers):
    """The year's number in percent of its target, or a dash."""
    return shown(percent(numbers.get("year"), numbers.get("target")) if numbers else None)


@register.filter
def unallocated(gap):
    return _("Còn %(n)d chưa giao") % {"n": gap}


@register.filter
def exceeding(excess):
    return _("Giao vượt %(n)d") % {"n": excess}
