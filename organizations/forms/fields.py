"""Fields the forms of this app share."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from organizations.models import Organization

# As an office types days: 1/2/90, 01-02-1990, 1.2.1990, 01021990.
TYPED = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d%m%Y", "%d/%m/%y", "%d-%m-%y", "%Y-%m-%d"]


class DayField(forms.DateField):
    """A day typed in any of the usual manners, shown as dd/mm/yyyy."""

    def __init__(self, **kwargs):
        attributes = {"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off", "data-date": "day"}
        kwargs.setdefault("widget", forms.DateInput(format="%d/%m/%Y", attrs=attributes))
        kwargs.setdefault("error_messages", {"invalid": _("Ngày không hợp lệ; viết như 01/02/1990.")})
        super().__init__(input_formats=TYPED, **kwargs)


class UnitField(forms.ModelChoiceField):
    """One of the units given, with its code."""

    def __init__(self, **kwargs):
        super().__init__(kwargs.pop("queryset", Organization.objects.none()), **kwargs)

    def label_from_instance(self, unit):
        return f"{unit.name} ({unit.code})"


def not_after(day, today):
    """Refuse a day that has not come yet."""
    if day and day > today:
        raise ValidationError(_("Ngày này chưa đến."))
