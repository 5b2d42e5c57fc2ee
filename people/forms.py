"""Correcting what is known of a person, and the rows of work and membership."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organizations.models import Enterprise, LabourClass, Organization
from people import identity
from people.form_fields import DateField, IdentityNumberField, NameField, PartialDateField, PhoneField, SchoolingField
from people.models import Membership, Person
from people.schooling import Schooling

SELECT = {"class": "form-select"}
KEEP = _("Để trống nếu giữ nguyên.")


class PersonForm(forms.ModelForm):
    """The facts of a person. The identity number and the phone are never shown: what is typed replaces them."""

    full_name = NameField()
    born = PartialDateField(label=_("Ngày sinh"))
    identity_number = IdentityNumberField(label=_("Số CCCD mới"), required=False, help_text=KEEP)
    phone = PhoneField(label=_("Điện thoại mới"), required=False, help_text=KEEP)
    schooling = SchoolingField(required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Person
        fields = [
            "full_name",
            "other_name",
            "sex",
            "is_citizen",
            "identity_note",
            "ethnicity",
            "religion",
            "qualification",
            "qualification_note",
            "hometown",
            "residence",
        ]

    field_order = (
        "full_name",
        "other_name",
        "sex",
        "born",
        "identity_number",
        "identity_note",
        "phone",
        "ethnicity",
        "religion",
        "schooling",
        "qualification",
        "qualification_note",
        "hometown",
        "residence",
        "is_citizen",
    )

    def __init__(self, data=None, *, instance):
        initial = {"born": instance.born, "version": instance.version}
        if instance.schooling_grade is not None:
            initial["schooling"] = Schooling(instance.schooling_grade, instance.schooling_system)
        # The form fills in its own copy: what the page shows of the person stays as stored.
        super().__init__(data, instance=Person.objects.get(pk=instance.pk), initial=initial)
        self.stored = instance
        if instance.identity_number:
            self.fields["identity_number"].widget.attrs["placeholder"] = instance.masked_identity
        self.changes = []

    def clean(self):
        super().clean()
        given = self.cleaned_data
        number = given.get("identity_number") or self.stored.identity_number
        odd = identity.check(number, sex=given.get("sex"), born=given.get("born")) if number else []
        disagreeing = [one.message for one in odd if one.severity == identity.Severity.OVERRIDE]
        if disagreeing and not given.get("identity_note"):
            self.add_error("identity_note", [*disagreeing, _("Hãy sửa, hoặc ghi lý do vì sao vẫn đúng.")])
        return given

    @property
    def facts(self):
        """What people.actions.update_person takes."""
        given = dict(self.cleaned_data)
        del given["version"]
        schooling = given.pop("schooling")
        given["schooling_grade"] = schooling.grade if schooling else None
        if schooling:
            given["schooling_system"] = schooling.system
        return {name: value for name, value in given.items() if name not in ("identity_number", "phone") or value}

    def overtaken(self, changes, version):
        """Show what others changed since the page was opened, keep what was typed, go on from their version."""
        self.changes = [(change, [self.label_of(name) for name in change.fields]) for change in changes]
        data = self.data.copy()
        data["version"] = version
        self.data = data

    def label_of(self, name):
        name = {"born_on": "born", "born_precision": "born", "schooling_grade": "schooling"}.get(name, name)
        return self.fields[name].label if name in self.fields else name


class EmploymentForm(forms.Form):
    enterprise = forms.ModelChoiceField(Enterprise.objects.none(), label=_("Nơi làm việc"))
    labour_class = forms.ChoiceField(label=_("Vị trí lao động"), choices=LabourClass.choices)
    job_title = forms.CharField(label=_("Công việc"), max_length=160, required=False)
    on = DateField(label=_("Từ ngày"))
    ends_previous = forms.BooleanField(
        label=_("Đã thôi việc ở nơi trước vào ngày hôm trước đó"), required=False, initial=True
    )

    def __init__(self, data=None, *, user):
        super().__init__(data)
        self.fields["enterprise"].queryset = Enterprise.objects.visible_to(user)


class MembershipForm(forms.Form):
    kind = forms.ChoiceField(label=_("Tổ chức"), choices=Membership.Kind.choices)
    organization = forms.ModelChoiceField(Organization.objects.none(), label=_("Đơn vị"), required=False)
    since = PartialDateField(label=_("Từ"))

    def __init__(self, data=None, *, unit):
        super().__init__(data)
        self.fields["organization"].queryset = Organization.objects.mass_beside(unit)

    def clean(self):
        super().clean()
        given = self.cleaned_data
        unit = given.get("organization")
        if unit and given.get("kind") and unit.line != given["kind"]:
            self.add_error("organization", _("Đơn vị này không thuộc tổ chức đã chọn."))
        return given


class EndForm(forms.Form):
    """The last day of a row; it does not lie before its first."""

    on = DateField(label=_("Ngày cuối"))

    def __init__(self, data=None, *, row):
        super().__init__(data)
        self.row = row

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on < self.row.from_on:
            raise forms.ValidationError(
                _("Ngày cuối trước ngày bắt đầu %(day)s.") % {"day": f"{self.row.from_on:%d/%m/%Y}"}
            )
        return on
