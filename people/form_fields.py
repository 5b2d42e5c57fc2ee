"""Form fields that take what an office types: dates in every manner, names, numbers, schooling, phones.

Each is a plain text input, so that a page works without JavaScript and what was typed comes back as it was typed.
"""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people import dates, identity, names, phones, schooling


class TypedField(forms.CharField):
    """A text input whose value is read by `read`; what reads wrongly is refused in the reader's own words.

    `read` turns stripped text into the value and raises ValueError; `show` turns a value into the text to type.
    A blank gives `blank`.
    """

    blank: Any = None
    attributes: dict[str, str] = {}

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def show(self, value: Any) -> str:
        return str(value)

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | self.attributes

    def to_python(self, value):
        if value is None or (isinstance(value, str) and not value.strip()):
            return self.blank
        if not isinstance(value, str):
            return value
        try:
            return self.read(value.strip())
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def run_validators(self, value):
        # CharField's own validators count letters, which a date has none of.
        if isinstance(value, str):
            super().run_validators(value)

    def prepare_value(self, value):
        if value is None or isinstance(value, str):
            return value
        return self.show(value)

    def has_changed(self, initial, data):
        if self.disabled:
            return False
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True


class PartialDateField(TypedField):
    """A day, a month or a year, as far as the paper gives it. Gives a people.dates.PartialDate, or None."""

    attributes = {
        "inputmode": "numeric",
        "placeholder": "dd/mm/yyyy",
        "autocomplete": "off",
        "data-date": "partial",
    }

    def read(self, text):
        return dates.parse(text)

    def show(self, value):
        return str(dates.parse(value))


class DateField(PartialDateField):
    """A day, typed 1/2/90, 01-02-1990 or 01021990. Gives a datetime.date, or None."""

    attributes = PartialDateField.attributes | {"data-date": "day"}
    default_error_messages = {"incomplete": _("Cần đủ ngày, tháng, năm, ví dụ 05/03/1990.")}

    def read(self, text):
        partial = dates.parse(text)
        if partial is None:
            return None
        if partial.precision != dates.DAY:
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return partial.date

    def show(self, value):
        if isinstance(value, datetime.date):
            return f"{value:%d/%m/%Y}"
        return str(value)


class IdentityNumberField(TypedField):
    """Twelve digits (ID-1), spaces and points dropped. Gives text; whether sex and birth agree is the form's matter."""

    blank = ""
    attributes = {"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}

    def __init__(self, *, label=_("Số CCCD"), max_length=40, **options):
        super().__init__(label=label, max_length=max_length, **options)

    def read(self, text):
        number = identity.normalise(text)
        refused = [one.message for one in identity.check(number) if one.severity == identity.Severity.REFUSE]
        if refused:
            raise ValidationError(refused, code="ID-1")
        return number


class NameField(TypedField):
    """A person's name in its one stored spelling; a name typed all in capitals is put in title case."""

    blank = ""
    attributes = {"autocapitalize": "words", "autocomplete": "off", "spellcheck": "false"}
    default_error_messages = {"not_a_name": _("Họ tên chỉ gồm chữ cái, dấu cách, dấu nháy và gạch nối.")}

    def __init__(self, *, label=_("Họ và tên"), max_length=120, **options):
        super().__init__(label=label, max_length=max_length, **options)

    def read(self, text):
        if not names.is_name(text):
            raise ValidationError(self.error_messages["not_a_name"], code="not_a_name")
        return names.in_title_case(text) if names.is_one_case(text) else names.normalise(text)


class SchoolingField(TypedField):
    """Grades finished, as 12/12, 9/12, 7/10, THCS. Gives a people.schooling.Schooling, or None."""

    attributes = {"placeholder": "12/12", "autocomplete": "off"}

    def __init__(self, *, label=_("Học vấn phổ thông"), max_length=40, **options):
        super().__init__(label=label, max_length=max_length, **options)

    def read(self, text):
        return schooling.parse(text)


class PhoneField(TypedField):
    """A Vietnamese telephone number, kept as ten or eleven digits that begin with 0. Gives text."""

    blank = ""
    attributes = {"inputmode": "tel", "autocomplete": "off"}

    def __init__(self, *, label=_("Điện thoại"), max_length=30, **options):
        super().__init__(label=label, max_length=max_length, **options)

    def read(self, text):
        return phones.normalise(text)
