"""Accounts and the offices they hold."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from organizations.models import Organization, Role

# As an office types a day; the first is how it is shown.
DAY_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d%m%Y", "%Y-%m-%d"]


class UnitField(forms.ModelChoiceField):
    """A unit, named with its code and set in under its superior."""

    def label_from_instance(self, organization):
        return f"{'· ' * organization.depth}{organization.name} ({organization.code})"


class DayField(forms.DateField):
    def __init__(self, **options):
        widget = forms.DateInput(
            format="%d/%m/%Y", attrs={"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off"}
        )
        super().__init__(input_formats=DAY_FORMATS, widget=widget, **options)


class AccountForm(forms.ModelForm):
    """What the account says of a person."""

    class Meta:
        model = User
        fields = ["full_name", "position", "email"]


class OfficeForm(forms.Form):
    """An office to give: the units offered are those the administrator sees and that still work."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=[("", "–"), *Role.choices])
    organization = UnitField(label=_("Tổ chức"), queryset=Organization.objects.none(), empty_label="–")
    from_on = DayField(label=_("Từ ngày"))

    def __init__(self, *args, administrator, on, **kwargs):
        super().__init__(*args, **kwargs)
        units = Organization.objects.visible_to(administrator).open_on(on)
        self.fields["organization"].queryset = units  # type: ignore[attr-defined]
        self.fields["from_on"].initial = on


class NewAccountForm(OfficeForm, AccountForm):
    """An account with its first office: none is opened without."""

    field_order = ["username", "full_name", "position", "email", "role", "organization", "from_on"]

    class Meta(AccountForm.Meta):
        fields = ["username", *AccountForm.Meta.fields]


class EndForm(forms.Form):
    to_on = DayField(label=_("Ngày cuối cùng giữ vai trò"))
