"""How an entry is shown: its words, and the small template of its family."""

import re

from django import template
from django.utils.translation import gettext as _

from audit import verbs

register = template.Library()

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@register.filter
def verb_label(verb):
    return verbs.label(verb)


@register.filter
def verb_templates(verb):
    """Templates that may show the entry's details, the most particular first."""
    return [f"audit/verbs/{verb}.html", f"audit/verbs/{verbs.family(verb)}.html", "audit/verbs/_default.html"]


@register.filter
def detail_rows(details):
    """The details as (name, value) pairs; lists and tables are written out on one line."""
    return [(verbs.DETAILS.get(name, name), as_words(value)) for name, value in details.items()]


@register.filter
def changes(details):
    """(name, before, after) of an entry that keeps both as tables."""
    before, after = details.get("before"), details.get("after")
    if not isinstance(before, dict) or not isinstance(after, dict):
        return []
    return [
        (verbs.DETAILS.get(name, name), as_words(before.get(name, "")), as_words(after.get(name, "")))
        for name in {**before, **after}
    ]


@register.filter
def as_words(value):
    """A detail on one line: days as dd/mm/yyyy, yes and no as words, tables and lists written out."""
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if isinstance(value, dict):
        return ", ".join(f"{verbs.DETAILS.get(name, name)}: {as_words(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(as_words, value))
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        return "/".join(reversed(value.split("-")))
    return "" if value is None else str(value)
