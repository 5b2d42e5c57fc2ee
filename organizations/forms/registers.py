"""Enterprises and days declared otherwise."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from organizations import actions
from organizations.forms.fields import DayField
from organizations.models import Enterprise, OwnershipType


class EnterpriseForm(forms.ModelForm):
    closed_on = DayField(label=_("Ngày chấm dứt hoạt động"), required=False)

    class Meta:
        model = Enterprise
        fields = ["code", "name", "ownership", "industry", "place", "area", "closed_on"]

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.fields["ownership"].queryset = OwnershipType.objects.filter(valid_to=None)
        if self.instance.pk:
            # The code is how other registers know the enterprise: it is given once.
            del self.fields["code"]
        else:
            del self.fields["closed_on"]

    def perform(self, actor):
        if "code" in self.fields:
            return actions.register_enterprise(actor=actor, on=self.today, **self.cleaned_data)
        # The form wrote into its own instance; the action compares with the row.
        return actions.change_enterprise(self.instance, actor=actor, on=self.today, **self.cleaned_data)


class HolidayForm(forms.Form):
    on_day = DayField(label=_("Ngày"))
    is_working = forms.TypedChoiceField(
        label=_("Là"),
        choices=[("0", _("Ngày nghỉ")), ("1", _("Ngày làm việc"))],
        coerce=lambda value: value == "1",
    )
    reason = forms.CharField(label=_("Lý do"), max_length=200)
    source = forms.CharField(label=_("Văn bản"), max_length=200, help_text=_("Số, ngày và cơ quan công bố."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
