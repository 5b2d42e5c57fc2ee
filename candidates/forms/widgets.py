"""Widgets that say more in less time than Django's."""

from django import forms
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString


class PlainSelect(forms.Select):
    """A select drawn as one string: three hundred options through option templates cost more than the page."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = set(self.format_value(value))
        attributes = self.build_attrs(self.attrs, attrs)
        options = "".join(_drawn(choice, chosen) for choice in self.choices)
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            # Escaped piece by piece below.
            SafeString("".join(_attribute(key, given) for key, given in attributes.items())),
            SafeString(options),
        )


def _drawn(choice, chosen):
    value, label = choice
    if isinstance(label, list | tuple):
        inner = "".join(_drawn(one, chosen) for one in label)
        return f'<optgroup label="{conditional_escape(value)}">{inner}</optgroup>'
    text = "" if value is None else str(value)
    selected = " selected" if text in chosen else ""
    return f'<option value="{conditional_escape(text)}"{selected}>{conditional_escape(label)}</option>'


def _attribute(key, given):
    if given is False or given is None:
        return ""
    return f" {key}" if given is True else f' {key}="{conditional_escape(given)}"'
