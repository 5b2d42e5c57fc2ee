"""How an entry is shown: its words, and the small template of its family."""

from django import template

from audit import verbs

register = template.Library()


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
    return [(name, _line(value)) for name, value in details.items()]


@register.filter
def changes(details):
    """(name, before, after) of an entry that keeps both as tables."""
    before, after = details.get("before"), details.get("after")
    if not isinstance(before, dict) or not isinstance(after, dict):
        return []
    return [(name, before.get(name, ""), after.get(name, "")) for name in {**before, **after}]


def _line(value):
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_line(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_line(inner) for inner in value)
    return "" if value is None else str(value)
