"""What is typed about a Party member."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.form_fields import DateField, IdentityNumberField, NameField, PartialDateField
from people.models import Person


class DaysForm(forms.Form):
    """Days of a membership; none of them may lie ahead of `today`."""

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        for name, field in self.fields.items():
            if type(field) is DateField and cleaned.get(name) and cleaned[name] > self.today:
                self.add_error(name, ValidationError(_("Ngày này chưa đến.")))
        return cleaned


class ChangeMemberForm(DaysForm):
    probationary_from = DateField(label=_("Ngày vào Đảng"))
    full_from = DateField(label=_("Ngày chính thức"), required=False, help_text=_("Để trống nếu còn dự bị."))
    in_cell_since = DateField(label=_("Sinh hoạt tại chi bộ từ"), required=False)


class NewMemberForm(ChangeMemberForm):
    full_name = NameField(label=_("Họ và tên"))
    sex = forms.ChoiceField(label=_("Giới tính"), choices=Person.Sex)
    born = PartialDateField(label=_("Ngày sinh"))
    identity_number = IdentityNumberField(label=_("Số định danh cá nhân"), required=False)
    field_order = ["full_name", "sex", "born", "identity_number"]


class EndMemberForm(DaysForm):
    on = DateField(label=_("Ngày rời chi bộ"))
