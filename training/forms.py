"""What the screens of classes take in. Choices are those of the user's own office."""

from typing import cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from organizations.models import Organization
from organizations.scope import acting_office
from people import dates
from people.form_fields import DateField
from training.models import Certificate, Course, Curriculum, Enrollment, Kind, Session

WEEKDAYS = [
    ("0", _("Thứ hai")),
    ("1", _("Thứ ba")),
    ("2", _("Thứ tư")),
    ("3", _("Thứ năm")),
    ("4", _("Thứ sáu")),
    ("5", _("Thứ bảy")),
    ("6", _("Chủ nhật")),
]


def _helper(*rows):
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(*rows)
    return helper


class CourseFilter(forms.Form):
    """The list's filters, as they stand in its address."""

    q = forms.CharField(required=False)
    kind = forms.ChoiceField(choices=[("", _("Mọi loại lớp")), *Kind.choices], required=False)
    state = forms.ChoiceField(choices=[("", _("Mọi tình trạng")), *Course.State.choices], required=False)
    year = forms.IntegerField(required=False, min_value=dates.FIRST_YEAR, max_value=dates.LAST_YEAR)

    def narrow(self, courses):
        """The classes asked for; what the address says wrongly is not asked."""
        self.is_valid()
        wanted = self.cleaned_data
        if wanted.get("q"):
            courses = courses.about(wanted["q"])
        if wanted.get("kind"):
            courses = courses.filter(kind=wanted["kind"])
        if wanted.get("state"):
            courses = courses.filter(state=wanted["state"])
        if wanted.get("year"):
            courses = courses.in_year(wanted["year"])
        return courses


class CertificateFilter(forms.Form):
    q = forms.CharField(required=False)
    kind = forms.ChoiceField(choices=[("", _("Mọi loại")), *Kind.choices], required=False)
    year = forms.IntegerField(required=False, min_value=dates.FIRST_YEAR, max_value=dates.LAST_YEAR)

    def narrow(self, certificates):
        self.is_valid()
        wanted = self.cleaned_data
        if wanted.get("q"):
            certificates = certificates.about(wanted["q"])
        if wanted.get("kind"):
            certificates = certificates.filter(kind=wanted["kind"])
        if wanted.get("year"):
            certificates = certificates.filter(issued_on__year=wanted["year"])
        return certificates


class CourseForm(forms.ModelForm):
    """What may still be changed once a class is planned."""

    class Meta:
        model = Course
        fields = ["code", "title", "organizer", "audience", "place", "capacity"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.helper = _helper(
            Row(Column("code", css_class="col-md-4"), Column("title", css_class="col-md-8")),
            Row(Column("organizer", css_class="col-md-6"), Column("place", css_class="col-md-6")),
            Row(Column("audience", css_class="col-md-8"), Column("capacity", css_class="col-md-4")),
        )

    def validate_unique(self):
        """Left to the action, which says it as a finding."""


class PlanForm(CourseForm):
    """A new class: what, where, for whom, and on which days."""

    starts_on = DateField(label=_("Ngày khai giảng"))
    weekdays = forms.MultipleChoiceField(
        label=_("Học vào"),
        choices=WEEKDAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Để trống: thứ hai–thứ sáu (giờ hành chính), mọi tối, hoặc thứ bảy và Chủ nhật."),
    )
    days_off = forms.CharField(
        label=_("Ngày nghỉ, không học"),
        required=False,
        help_text=_("Ví dụ lễ, Tết: 30/04/2026, 01/05/2026"),
    )
    lecturer = forms.CharField(label=_("Giảng viên chính"), required=False, max_length=120)

    class Meta(CourseForm.Meta):
        fields = ["kind", "organization", "shift", *CourseForm.Meta.fields]

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        organization = cast(forms.ModelChoiceField, self.fields["organization"])
        organization.queryset = (
            Organization.objects.party()
            .under(acting_office(user).organization)
            .filter(kind__in=("root", "base_committee", "base_cell"), closed_on__isnull=True)
        )
        organization.empty_label = None
        cast(forms.ChoiceField, self.fields["kind"]).choices = Kind.choices
        self.helper.layout = Layout(
            HTML(f'<h2 class="card-title">{_("Lớp")}</h2>'),
            Row(
                Column("kind", css_class="col-md-4"),
                Column("code", css_class="col-md-2"),
                Column("title", css_class="col-md-6"),
            ),
            Row(Column("organization", css_class="col-md-6"), Column("organizer", css_class="col-md-6")),
            Row(
                Column("audience", css_class="col-md-6"),
                Column("capacity", css_class="col-md-2"),
                Column("place", css_class="col-md-4"),
            ),
            HTML(f'<h2 class="card-title mt-2">{_("Lịch học")}</h2>'),
            Row(
                Column("starts_on", css_class="col-md-3"),
                Column("shift", css_class="col-md-3"),
                Column("days_off", css_class="col-md-6"),
            ),
            Row(Column("weekdays", css_class="weekdays")),
            Row(Column("lecturer", css_class="col-md-6")),
        )

    def clean_weekdays(self):
        return frozenset(int(day) for day in self.cleaned_data["weekdays"])

    def clean_days_off(self):
        words = [word for word in self.cleaned_data["days_off"].replace(";", ",").split(",") if word.strip()]
        try:
            days = [day for word in words if (day := dates.parse(word))]
        except dates.ImpossibleDate as error:
            raise ValidationError(str(error)) from error
        if any(day.precision != dates.DAY for day in days):
            raise ValidationError(_("Cần đủ ngày, tháng, năm, ví dụ 05/03/1990."))
        return frozenset(day.date for day in days)


class SessionForm(forms.ModelForm):
    on = DateField(label=_("Ngày"))

    class Meta:
        model = Session
        fields = ["on", "part", "topic", "lecturer"]


SessionFormSet = forms.modelformset_factory(Session, SessionForm, extra=0)


class ReasonForm(forms.Form):
    """Why a learner leaves, a class is cancelled, a certificate is taken back."""

    reason = forms.CharField(label=_("Lý do"), max_length=250)


class RevokeForm(ReasonForm):
    on = DateField(label=_("Ngày thu hồi"))
    field_order = ["on", "reason"]


class CloseForm(forms.Form):
    on = DateField(label=_("Ngày bế giảng, cấp giấy chứng nhận"))


class EnrolForm(forms.Form):
    """Ids of the people ticked; whether they are the user's own is asked of the database by the view."""

    person = forms.TypedMultipleChoiceField(coerce=int, label=_("Người được chọn"))
    override_reason = forms.CharField(label=_("Lý do nhận ngoài đối tượng"), max_length=250, required=False)

    def __init__(self, *args, people, **options):
        super().__init__(*args, **options)
        cast(forms.ChoiceField, self.fields["person"]).choices = [(person.pk, str(person)) for person in people]
        self.fields["person"].error_messages["required"] = _("Hãy chọn ít nhất một người.")


class ResultsForm(forms.Form):
    """One grade a learner, named `grade-<enrolment id>`."""

    def __init__(self, *args, lines, **options):
        super().__init__(*args, **options)
        self.lines = lines
        for line in lines:
            self.fields[f"grade-{line.enrollment.pk}"] = forms.ChoiceField(
                choices=[("", _("Chưa có")), *Enrollment.Grade.choices],
                required=False,
                initial=line.enrollment.grade,
                widget=forms.Select(
                    attrs={"class": "form-select", "aria-label": _("Kết quả của %(name)s") % {"name": line.person}}
                ),
            )

    def rows(self):
        return [(line, self[f"grade-{line.enrollment.pk}"]) for line in self.lines]

    @property
    def grades(self):
        return {line.enrollment.pk: self.cleaned_data[f"grade-{line.enrollment.pk}"] for line in self.lines}


class ExternalCertificateForm(forms.ModelForm):
    issued_on = DateField(label=_("Ngày cấp"))

    class Meta:
        model = Certificate
        fields = ["kind", "number", "issued_on", "issuer"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.helper = _helper(
            Row(
                Column("kind", css_class="col-md-6"),
                Column("number", css_class="col-md-3"),
                Column("issued_on", css_class="col-md-3"),
            ),
            "issuer",
        )


class CurriculumForm(forms.ModelForm):
    class Meta:
        model = Curriculum
        fields = ["minimum_attendance", "source", "is_verified"]
