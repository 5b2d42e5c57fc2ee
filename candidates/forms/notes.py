"""Small forms of a dossier that move no stage: mentor, introducer, paper, verification, cell, reveal."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from candidates.forms.acts import SELECT, label_of, members_near
from candidates.forms.widgets import PlainSelect
from candidates.models import Introduction, Paper
from candidates.papers_register import FORMS
from organizations.models import Organization
from people.form_fields import DateField


class RevealForm(forms.Form):
    """Why the whole number is needed."""

    reason = forms.CharField(label=_("Lý do cần xem số đầy đủ"), max_length=300, min_length=5)


class NoteForm(forms.Form):
    """One small write about a candidate. `given` are the arguments its action takes, by their names."""

    def __init__(self, candidate, *, user, data=None, initial=None):
        super().__init__(data, initial=initial)
        self.candidate = candidate
        self.user = user

    def members(self):
        """The Party members near the candidate, as choices, and by their key."""
        found = members_near(self.candidate, self.user, timezone.localdate())
        people = {str(row.person_id): row.person for row in found}
        return [("", "—"), *((row.person_id, label_of(row)) for row in found)], people

    def ask_for_member(self, name, label):
        choices, people = self.members()
        return {
            name: forms.TypedChoiceField(
                label=label, choices=choices, coerce=people.__getitem__, widget=PlainSelect(SELECT)
            ),
            **self.fields,
        }

    @property
    def given(self):
        return self.cleaned_data

    def refuse(self, findings):
        """Show what stands against the write beside the fields that it names, where the form has them."""
        for finding in findings:
            name = finding.clears.rpartition(".")[2]
            if name in self.fields:
                self.add_error(name, ValidationError(finding.message, code=finding.rule))


class MentorForm(NoteForm):
    on = DateField(label=_("Ngày phân công"))
    document_number = forms.CharField(label=_("Số nghị quyết của chi bộ"), max_length=60, required=False)
    replaces = forms.TypedChoiceField(label=_("Thay cho"), required=False, empty_value=None, widget=PlainSelect(SELECT))
    reason = forms.CharField(label=_("Lý do thay"), max_length=250, required=False)

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.fields = self.ask_for_member("mentor", _("Đảng viên được phân công giúp đỡ"))
        self.serving = [row for row in self.candidate.mentor_assignments.all() if row.to_on is None]
        by_key = {str(row.pk): row for row in self.serving}
        self.fields["replaces"].choices = [
            ("", _("Không thay ai")),
            *((row.pk, str(row.mentor)) for row in self.serving),
        ]
        self.fields["replaces"].coerce = by_key.__getitem__

    def clean(self):
        super().clean()
        given = self.cleaned_data
        if given.get("replaces") and not given.get("reason"):
            self.add_error("reason", _("Cần ghi lý do thay người giúp đỡ."))
        if given.get("replaces") and given.get("on") and given["on"] < given["replaces"].from_on:
            self.add_error("on", _("Trước ngày người được thay bắt đầu giúp đỡ."))
        if given.get("mentor") in [row.mentor for row in self.serving]:
            self.add_error("mentor", _("Đảng viên này đang được phân công giúp đỡ."))
        return given


class IntroductionForm(NoteForm):
    together_since = DateField(label=_("Cùng công tác, cư trú từ ngày"))
    together_at = forms.ChoiceField(
        label=_("Quan hệ"), choices=Introduction.Together.choices, widget=PlainSelect(SELECT)
    )
    is_replacement = forms.BooleanField(label=_("Được chi bộ phân công thay người giới thiệu trước"), required=False)
    is_relative = forms.BooleanField(label=_("Là người thân của người vào Đảng"), required=False)
    on = DateField(label=_("Ngày nhận giới thiệu"))

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.fields = self.ask_for_member("member", _("Đảng viên chính thức giới thiệu"))

    def clean_member(self):
        member = self.cleaned_data["member"]
        if member in [row.member for row in self.candidate.introductions.all() if row.ended_on is None]:
            raise ValidationError(_("Đảng viên này đã được ghi là người giới thiệu."))
        return member


class PaperForm(NoteForm):
    form_code = forms.ChoiceField(
        label=_("Loại giấy tờ"), choices=[(form.code, form.label) for form in FORMS], widget=PlainSelect(SELECT)
    )
    dated_on = DateField(label=_("Ngày văn bản"))
    number = forms.CharField(label=_("Số"), max_length=60, required=False)
    issuer = forms.CharField(label=_("Nơi ban hành"), max_length=250, required=False)
    state = forms.ChoiceField(
        label=_("Tình trạng"),
        choices=[choice for choice in Paper.State.choices if choice[0] != Paper.State.MISSING],
        initial=Paper.State.SIGNED,
        widget=PlainSelect(SELECT),
    )
    where_kept = forms.CharField(
        label=_("Bản gốc lưu tại"),
        max_length=200,
        required=False,
        help_text=_("Chỉ ghi nơi cất giữ; không đưa nội dung hay bản chụp vào hệ thống."),
    )
    supersedes = forms.TypedChoiceField(
        label=_("Thay cho bản cũ"), required=False, empty_value=None, widget=PlainSelect(SELECT)
    )

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        standing = [row for row in self.candidate.papers.all() if row.superseded_at is None]
        by_key = {str(row.pk): row for row in standing}
        titles = dict(self.fields["form_code"].choices)
        self.fields["supersedes"].choices = [
            ("", _("Không thay bản nào")),
            *((row.pk, f"{titles.get(row.form_code, row.form_code)} ({row.dated_on:%d/%m/%Y})") for row in standing),
        ]
        self.fields["supersedes"].coerce = by_key.__getitem__


class VerificationForm(NoteForm):
    request_number = forms.CharField(label=_("Số công văn"), max_length=60, required=False)
    addressee = forms.CharField(label=_("Gửi đến cấp ủy"), max_length=200)
    sent_on = DateField(label=_("Ngày gửi"))
    received_on = DateField(label=_("Nơi nhận đã nhận ngày"), required=False)
    is_abroad = forms.BooleanField(label=_("Thẩm tra ở nước ngoài"), required=False)


class UnitForm(NoteForm):
    on = DateField(label=_("Ngày giao"))

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        cells = Organization.objects.visible_to(self.user).party().under(self.candidate.unit)
        found = {unit.code: unit for unit in cells.open_on(timezone.localdate()) if unit.is_cell}
        self.fields = {
            "unit": forms.TypedChoiceField(
                label=_("Chi bộ xem xét"),
                choices=[("", "—"), *((code, unit.name) for code, unit in found.items())],
                coerce=found.__getitem__,
                widget=PlainSelect(SELECT),
            ),
            **self.fields,
        }
