"""One form for each act on a unit: its fields are the arguments of the action."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organizations import actions
from organizations.actions.findings import KINDS_ABOVE, LINE_OF_KIND
from organizations.forms.fields import DayField, UnitField, not_after
from organizations.models import Enterprise, Line, Organization

Kind = Organization.Kind
DOCUMENT: dict[str, Any] = {
    "label": _("Văn bản"),
    "max_length": 200,
    "help_text": _("Số, ngày và cơ quan ban hành, ví dụ: QĐ 15-QĐ/ĐUK ngày 01/06/2025."),
}


class ActForm(forms.Form):
    """An act on `organization`; `perform(actor)` does it and lets its refusal through."""

    title: Promise | str = ""
    button = _("Lưu")

    def __init__(self, *args, user, organization, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.organization, self.today = user, organization, today
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.narrow(Organization.objects.visible_to(user).open_on(today).exclude(pk=organization.pk))

    def narrow(self, units):
        """Offer only what the user may choose among the open units he sees."""

    def clean(self):
        cleaned = super().clean()
        if "on" in self.cleaned_data:
            self.check_day("on")
        return cleaned

    def check_day(self, name):
        try:
            not_after(self.cleaned_data.get(name), self.today)
        except forms.ValidationError as error:
            self.add_error(name, error)

    def perform(self, actor):
        return self.action(self.organization, actor=actor, **{"on": self.today} | self.cleaned_data)


class RenameForm(ActForm):
    title = _("Đổi tên")
    action = staticmethod(actions.rename)

    name = forms.CharField(label=_("Tên mới"), max_length=250)
    short_name = forms.CharField(label=_("Tên viết tắt"), max_length=120, required=False)
    on = DayField(label=_("Có hiệu lực từ ngày"))
    decision = forms.CharField(**DOCUMENT, required=False)

    def narrow(self, units):
        self.initial = {"name": self.organization.name, "short_name": self.organization.short_name, **self.initial}


class MoveForm(ActForm):
    title = _("Chuyển tổ chức cấp trên")
    button = _("Chuyển")
    action = staticmethod(actions.move)

    parent = UnitField(label=_("Trực thuộc"))
    on = DayField(label=_("Có hiệu lực từ ngày"))
    decision = forms.CharField(**DOCUMENT, required=False)

    def narrow(self, units):
        above = KINDS_ABOVE[self.organization.kind] - {None}
        low, high = self.organization.scope
        choices = units if self.organization.line == Line.PARTY else Organization.objects.open_on(self.today)
        self.fields["parent"].queryset = choices.filter(kind__in=above).exclude(path__gte=low, path__lt=high)


class ReclassifyForm(ActForm):
    title = _("Đổi loại tổ chức")
    action = staticmethod(actions.reclassify)

    kind = forms.ChoiceField(label=_("Loại mới"))
    on = DayField(label=_("Có hiệu lực từ ngày"))
    decision = forms.CharField(**DOCUMENT)

    def narrow(self, units):
        line, here = self.organization.line, self.organization.kind
        self.fields["kind"].choices = [
            (kind, kind.label) for kind in Kind if LINE_OF_KIND[kind] == line and kind != here
        ]


class DelegateForm(ActForm):
    title = _("Ủy quyền quyết định kết nạp")
    action = staticmethod(actions.delegate)

    delegated = forms.TypedChoiceField(
        label=_("Thẩm quyền"),
        choices=[("1", _("Được ủy quyền quyết định kết nạp")), ("0", _("Thôi ủy quyền"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    on = DayField(label=_("Có hiệu lực từ ngày"))
    decision = forms.CharField(**DOCUMENT)


class FactsForm(ActForm):
    title = _("Sửa thông tin")
    action = staticmethod(actions.change_facts)

    short_name = forms.CharField(label=_("Tên viết tắt"), max_length=120, required=False)
    national_code = forms.CharField(
        label=_("Mã quốc gia"), max_length=18, required=False, help_text=_("14 chữ số, dạng 58.012.003.000.001.")
    )
    sector = forms.ChoiceField(label=_("Khu vực"), choices=[("", "—"), *Organization.Sector.choices], required=False)
    founded_on = DayField(label=_("Ngày thành lập"), required=False)
    party_unit = UnitField(label=_("Tổ chức đảng nơi đơn vị"), required=False)

    def narrow(self, units):
        unit = self.organization
        self.initial = {**{name: getattr(unit, name) for name in self.fields}, **self.initial}
        self.initial["party_unit"] = unit.party_unit_id
        self.fields["party_unit"].queryset = units.party()
        if unit.line == Line.PARTY:
            del self.fields["party_unit"]

    def clean(self):
        cleaned = super().clean()
        self.check_day("founded_on")
        return cleaned


class EnterpriseOfUnitForm(ActForm):
    title = _("Doanh nghiệp, đơn vị sử dụng lao động")
    action = staticmethod(actions.set_enterprise)

    enterprise = forms.ModelChoiceField(Enterprise.objects.none(), label=_("Doanh nghiệp"), required=False)

    def narrow(self, units):
        self.fields["enterprise"].queryset = Enterprise.objects.visible_to(self.user)
        self.initial = {"enterprise": self.organization.enterprise_id, **self.initial}


class StrengthForm(ActForm):
    title = _("Số liệu của tổ chức")
    action = staticmethod(actions.record_strength)

    on = DayField(label=_("Tính đến ngày"))
    members = forms.IntegerField(label=_("Tổng số đảng viên"), min_value=0)
    full_members = forms.IntegerField(label=_("Trong đó chính thức"), min_value=0, required=False)
    worker_members = forms.IntegerField(label=_("Đảng viên là công nhân trực tiếp"), min_value=0)
    employees = forms.IntegerField(label=_("Tổng số lao động"), min_value=0)
    direct_workers = forms.IntegerField(label=_("Công nhân trực tiếp sản xuất"), min_value=0)
    committee_members = forms.IntegerField(label=_("Số cấp ủy viên"), min_value=0, required=False)
    no_outsiders_left = forms.BooleanField(label=_("Không còn quần chúng để kết nạp"), required=False)

    def narrow(self, units):
        last = self.organization.strengths.first()
        if last:
            figures = {name: getattr(last, name) for name in self.fields if name != "on"}
            self.initial = {**figures, **self.initial}


class CreateForm(ActForm):
    """A unit beneath this one, or a mass organisation beside it."""

    title = _("Thêm tổ chức")
    button = _("Thêm")

    kind = forms.ChoiceField(label=_("Loại"))
    code = forms.CharField(label=_("Mã"), max_length=30)
    name = forms.CharField(label=_("Tên tổ chức"), max_length=250)
    short_name = forms.CharField(label=_("Tên viết tắt"), max_length=120, required=False)
    upper = UnitField(
        label=_("Đoàn thể cấp trên"),
        required=False,
        help_text=_("Chỉ với công đoàn, Đoàn Thanh niên bên cạnh tổ chức đảng này."),
    )
    sector = forms.ChoiceField(label=_("Khu vực"), choices=[("", "—"), *Organization.Sector.choices], required=False)
    enterprise = forms.ModelChoiceField(Enterprise.objects.none(), label=_("Doanh nghiệp"), required=False)
    on = DayField(label=_("Ngày thành lập"))
    decision = forms.CharField(**DOCUMENT, required=False)

    def narrow(self, units):
        here = self.organization
        beneath = [kind for kind in Kind if here.kind in KINDS_ABOVE[kind]]
        beside = [Kind.UNION_BASE, Kind.YOUTH_BASE] if here.line == Line.PARTY else []
        self.fields["kind"].choices = [(kind, kind.label) for kind in (*beneath, *beside)]
        self.fields["enterprise"].queryset = Enterprise.objects.visible_to(self.user)
        self.initial = {"enterprise": here.enterprise_id, **self.initial}
        self.fields["upper"].queryset = Organization.objects.open_on(self.today).filter(
            kind__in=(Kind.UNION_UPPER, Kind.YOUTH_UPPER)
        )
        if not beside:
            del self.fields["upper"]

    def perform(self, actor):
        facts = dict(self.cleaned_data)
        upper = facts.pop("upper", None)
        stands_beside = LINE_OF_KIND[facts["kind"]] != self.organization.line
        party_unit = self.organization if stands_beside else None
        parent = upper if stands_beside else self.organization
        return actions.create_organization(parent=parent, party_unit=party_unit, actor=actor, **facts)
