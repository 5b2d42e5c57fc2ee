"""The form that ends a unit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from candidates.actions.closing_units import close_unit
from organizations.forms.acts import DOCUMENT, ActForm
from organizations.forms.fields import DayField, UnitField


class CloseUnitForm(ActForm):
    title = _("Kết thúc, sáp nhập")
    button = _("Kết thúc hoạt động")
    action = staticmethod(close_unit)

    successor = UnitField(
        label=_("Sáp nhập vào"),
        required=False,
        help_text=_("Tổ chức trực thuộc chuyển sang tổ chức này. Để trống nếu giải thể."),
    )
    on = DayField(label=_("Có hiệu lực từ ngày"))
    decision = forms.CharField(**DOCUMENT)

    def narrow(self, units):
        low, high = self.organization.scope
        choices = units.filter(line=self.organization.line).exclude(path__gte=low, path__lt=high)
        self.fields["successor"].queryset = choices
