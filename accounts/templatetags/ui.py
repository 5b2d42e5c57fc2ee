"""Small parts that pages are made of: icons, dates, badges. They know words and colours, no rules."""

import datetime
from functools import lru_cache

from django import template
from django.contrib.messages import constants
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.navigation import menu

register = template.Library()

ALERTS = {
    constants.DEBUG: ("secondary", "info-circle"),
    constants.INFO: ("info", "info-circle"),
    constants.SUCCESS: ("success", "circle-check"),
    constants.WARNING: ("warning", "alert-triangle"),
    constants.ERROR: ("danger", "alert-circle"),
}

# Stage → colour and icon; gold is kept for what has been achieved. A stage that is not here is an end.
_FOUND, _FOSTERED, _IN_PAPERS, _VOTED = (
    ("azure", "user-plus"),
    ("cyan", "school"),
    ("blue", "file-text"),
    ("indigo", "checklist"),
)
STAGES = {
    "identified": ("secondary", "eye"),
    "introduced": _FOUND,
    "on_source_list": _FOSTERED,
    "trained": _FOSTERED,
    "applying": _IN_PAPERS,
    "verified": _IN_PAPERS,
    "consulted": _IN_PAPERS,
    "proposed": _VOTED,
    "appraised": _VOTED,
    "endorsed": _VOTED,
    "decided": ("green", "flag"),
    "on_probation": ("gold", "filled/star"),
    "recognition_proposed": ("gold", "filled/star"),
    "recognition_appraised": ("gold", "filled/star"),
    "recognition_endorsed": ("gold", "filled/star"),
    "recognised": ("gold", "certificate"),
    "transferred_out": ("secondary", "arrow-right"),
}
ENDED = ("secondary", "x")

# Working days left → colour and icon: the first row whose bound is not exceeded.
URGENCY = (
    (-1, "danger", "alert-circle"),
    (7, "warning", "alert-triangle"),
    (30, "azure", "clock"),
)
FAR = ("secondary", "clock")

NOTHING = "–"
HIDDEN = mark_safe('aria-hidden="true"')


@register.simple_tag
def icon(name, css="", label=""):
    """A Tabler icon of config/icons.py (`filled/star` names a filled one). Hidden from readers unless labelled."""
    return _icon(name, str(css), str(label))


@lru_cache(maxsize=1024)
def _icon(name, css, label):
    # A list shows a hundred icons, each drawn alike; the hashed address alone takes longer than the rest of a cell.
    paint = "filled" if name.startswith("filled/") else "outline"
    heard = format_html('role="img" aria-label="{}"', label) if label else HIDDEN
    return format_html(
        '<svg class="icon icon-{} {}" {} focusable="false"><use href="{}#{}"></use></svg>',
        paint,
        css,
        heard,
        static("vendor/icons.svg"),
        name.replace("/", "-"),
    )


@register.inclusion_tag("_nav.html", name="navigation", takes_context=True)
def navigation(context):
    match = getattr(context.get("request"), "resolver_match", None)
    abilities = frozenset(str(ability) for ability in context.get("abilities", ()))
    return {"items": menu(abilities, match.view_name if match else "")}


@register.filter
def alert_colour(message):
    return ALERTS.get(message.level, ALERTS[constants.INFO])[0]


@register.filter
def alert_icon(message):
    return ALERTS.get(message.level, ALERTS[constants.INFO])[1]


@register.filter
def vn_date(value):
    """A day as dd/mm/yyyy; a moment as dd/mm/yyyy hh:mm in local time; a dash for nothing."""
    if not value:
        return NOTHING
    if isinstance(value, datetime.datetime):
        return date_format(timezone.localtime(value) if timezone.is_aware(value) else value, "d/m/Y H:i")
    return date_format(value, "d/m/Y")


@register.filter
def partial_date(value, precision="day"):
    """A day known to `precision` ("day", "month", "year"): 14/08/1996, 08/1996 or 1996."""
    if not value:
        return NOTHING
    if not isinstance(value, datetime.date):
        return str(value)
    return date_format(value, {"month": "m/Y", "year": "Y"}.get(precision, "d/m/Y"))


@register.simple_tag
def stage_badge(stage, label=""):
    """Icon, word and colour of a stage: a Stage, or its key with the label to show (a coarse one, say)."""
    colour, drawing = STAGES.get(str(stage), ENDED)
    return badge(label or getattr(stage, "label", str(stage)), colour, drawing)


@register.simple_tag
def working_days_left(days):
    """Working days to a deadline as a badge: negative is overdue, 0 is today, None shows nothing."""
    if days is None:
        return ""
    colour, drawing = next(((c, i) for bound, c, i in URGENCY if days <= bound), FAR)
    if days < 0:
        words = ngettext("Quá hạn %(n)d ngày làm việc", "Quá hạn %(n)d ngày làm việc", -days) % {"n": -days}
    elif days == 0:
        words = _("Hết hạn hôm nay")
    else:
        words = ngettext("Còn %(n)d ngày làm việc", "Còn %(n)d ngày làm việc", days) % {"n": days}
    return badge(words, colour, drawing)


@register.simple_tag
def badge(words, colour="secondary", drawing=""):
    """A small label; the colour never stands alone, the words say it."""
    return format_html('<span class="badge bg-{}-lt">{}{}</span>', colour, icon(drawing) if drawing else "", words)


@register.inclusion_tag("_progress.html")
def progress(done, wanted, label=""):
    """How far a number has come: `done` of `wanted` (a target), as a bar with its words beside it.

    With no target there is no share, and the bar is left out.
    """
    share = round(100 * done / wanted) if wanted else None
    return {"done": done, "wanted": wanted, "label": label, "share": share, "bar": min(share or 0, 100)}
