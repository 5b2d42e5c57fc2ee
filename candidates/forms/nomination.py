"""Putting a person forward: search first, then one page that fits a phone."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from candidates.actions import Member, Resolution, Work
from candidates.forms.acts import REASON_LENGTH, SELECT
from candidates.forms.widgets import PlainSelect
from candidates.models import Candidate
from organizations.models import Enterprise, LabourClass, Line, Organization
from people.form_fields import DateField, IdentityNumberField, NameField, PartialDateField, PhoneField, SchoolingField
from people.models import Person

ROUTES = {Line.UNION: Candidate.Route.UNION_PLUS_ONE, Line.YOUTH_UNION: Candidate.Route.YOUTH_PLUS_ONE}
NO_MASS_ORGANIZATION = _("Không có: chi bộ tự phát hiện")


class WhoForm(forms.Form):
    """The name or the identity number of the person to be put forward."""

    q = forms.CharField(label=_("Họ tên hoặc số CCCD"), max_length=120)


def number_input(**attributes):
    return forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "max": 999} | attributes)


class NominationForm(forms.Form):
    """What is said of any nomination: where, by whom, why, and the resolution.

    `places` may be one: it is then not asked. `of_party` tells that a Party unit enters the name itself.
    """

    unit = forms.TypedChoiceField(label=_("Chi bộ xem xét"), widget=PlainSelect(SELECT))
    introduced_by = forms.TypedChoiceField(
        label=_("Đoàn thể giới thiệu"), required=False, empty_value=None, widget=PlainSelect(SELECT)
    )
    labour_class = forms.ChoiceField(
        label=_("Vị trí lao động"), choices=LabourClass.choices, initial=LabourClass.DIRECT, widget=PlainSelect(SELECT)
    )
    resolution_number = forms.CharField(label=_("Số nghị quyết của Ban Chấp hành"), max_length=60, required=False)
    on = DateField(label=_("Ngày nghị quyết"))
    committee_size = forms.IntegerField(
        label=_("Số ủy viên Ban Chấp hành"), min_value=1, max_value=999, required=False, widget=number_input(min=1)
    )
    in_favour = forms.IntegerField(
        label=_("Số phiếu tán thành"), min_value=0, max_value=999, required=False, widget=number_input()
    )
    reason = forms.CharField(
        label=_("Vì sao giới thiệu"),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Thành tích, phẩm chất trong lao động. Không ghi lịch sử chính trị, chuyện gia đình."),
    )
    consent = forms.BooleanField(
        label=_("Người được giới thiệu đã đọc thông báo xử lý dữ liệu cá nhân và đồng ý bằng văn bản."),
        error_messages={"required": _("Cần sự đồng ý của người được giới thiệu trước khi nhập thông tin.")},
    )
    override_reason = forms.CharField(
        label=_("Lý do vẫn ghi dù có cảnh báo"),
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    # Which fields stand under "Thêm", out of the way of the usual case.
    more: tuple[str, ...] = ()

    def __init__(self, data=None, *, user, initial=None):
        super().__init__(data, initial=initial)
        self.office = user.acting.organization
        self.of_party = self.office.line == Line.PARTY
        visible = Organization.objects.visible_to(user)
        if self.of_party:
            visible = visible | Organization.objects.mass_beside(self.office)
        visible = visible.order_by("path")
        self.units = {unit.code: unit for unit in visible if unit.closed_on is None}
        self._offer_mass_organizations()
        self._offer_cells()
        self.findings = []

    def _offer_mass_organizations(self):
        mass = [unit for unit in self.units.values() if unit.line != Line.PARTY and unit.party_unit_id]
        field = self.fields["introduced_by"]
        field.coerce = self.units.__getitem__
        field.choices = [(unit.code, unit.name) for unit in mass]
        if self.of_party:
            field.choices = [("", NO_MASS_ORGANIZATION), *field.choices]
        else:
            field.required = True
            self.only = mass[0] if len(mass) == 1 else None
            if self.only:
                del self.fields["introduced_by"]

    def _offer_cells(self):
        if not self.of_party:
            del self.fields["unit"]
            return
        cells = [unit for unit in self.units.values() if unit.is_cell]
        self.fields["unit"].coerce = self.units.__getitem__
        self.fields["unit"].choices = [("", "—"), *((unit.code, unit.name) for unit in cells)]
        if len(cells) == 1:
            self.fields["unit"].initial = cells[0].code

    @property
    def introducer(self):
        """The mass organisation that introduces, or None."""
        return self.cleaned_data.get("introduced_by") or (None if self.of_party else self.only)

    @property
    def nomination(self):
        """What candidates.actions.nominate takes, but the person and the actor."""
        given, introducer = self.cleaned_data, self.introducer
        return {
            "unit": given["unit"] if self.of_party else introducer.party_unit,
            "introduced_by": introducer,
            "route": ROUTES[introducer.line] if introducer else "",
            "labour_class": given["labour_class"],
            "reason": given["reason"],
            "resolution": Resolution(
                number=given["resolution_number"],
                committee_size=given["committee_size"],
                in_favour=given["in_favour"],
            ),
            "on": given["on"],
            "override_reason": given["override_reason"],
        }

    def clean(self):
        super().clean()
        given = self.cleaned_data
        if (given.get("introduced_by") or not self.of_party) and not given.get("resolution_number"):
            self.add_error("resolution_number", _("Đoàn thể giới thiệu bằng nghị quyết của Ban Chấp hành: ghi số."))
        if (given.get("in_favour") is None) != (given.get("committee_size") is None):
            blank = "in_favour" if given.get("in_favour") is None else "committee_size"
            self.add_error(blank, _("Ghi cả số ủy viên và số phiếu tán thành, hoặc để trống cả hai."))
        return given

    def refuse(self, findings):
        """Show what stands against the nomination, citations and all; a day that cannot be, beside the day too."""
        self.findings = findings
        for finding in findings:
            if finding.refuses and finding.clears.startswith("events."):
                self.add_error("on", ValidationError(finding.message, code=finding.rule))

    @property
    def needs_reason(self):
        return bool(self.findings) and not any(finding.refuses for finding in self.findings)

    def usual(self):
        return [field for field in self if field.name not in (*self.more, "consent", "override_reason")]

    def rest(self):
        return [self[name] for name in self.more if name in self.fields]

    @property
    def opens_rest(self):
        """Whether something under "Thêm" is wrong and must be seen."""
        return any(field.errors for field in self.rest())


class NewcomerForm(NominationForm):
    """A nomination of somebody who is not in the system yet."""

    full_name = NameField()
    born = PartialDateField(label=_("Ngày sinh"))
    sex = forms.ChoiceField(label=_("Giới tính"), choices=[("", "—"), *Person.Sex.choices], widget=PlainSelect(SELECT))
    identity_number = IdentityNumberField()
    enterprise = forms.TypedChoiceField(
        label=_("Nơi làm việc"), required=False, empty_value=None, widget=PlainSelect(SELECT)
    )
    member_since = PartialDateField(label=_("Là đoàn viên từ"), required=False)
    identity_note = forms.CharField(label=_("Lý do số CCCD khác ngày sinh, giới tính"), max_length=200, required=False)
    phone = PhoneField(required=False)
    schooling = SchoolingField(required=False)
    job_title = forms.CharField(label=_("Công việc"), max_length=160, required=False)
    hired_on = DateField(label=_("Làm việc ở đó từ ngày"), required=False)

    field_order = (
        "full_name",
        "born",
        "sex",
        "identity_number",
        "enterprise",
        "labour_class",
        "member_since",
        "unit",
        "introduced_by",
        "resolution_number",
        "on",
        "committee_size",
        "in_favour",
        "reason",
    )
    more = ("phone", "schooling", "job_title", "hired_on", "identity_note")

    def __init__(self, data=None, *, user, initial=None):
        super().__init__(data, user=user, initial=initial)
        own, field = self.office.enterprise, self.fields["enterprise"]
        if own and self.office.kind in (Organization.Kind.UNION_BASE, Organization.Kind.YOUTH_BASE):
            enterprises, nowhere = {own.code: own}, []
        else:
            visible = Enterprise.objects.visible_to(user).filter(closed_on__isnull=True)
            enterprises, nowhere = {one.code: one for one in visible}, [("", "—")]
        field.coerce = enterprises.__getitem__
        field.choices = nowhere + [(code, one.name) for code, one in enterprises.items()]
        if own:
            field.initial = own.code

    @property
    def facts(self):
        """What people.actions.register_person takes."""
        given = self.cleaned_data
        facts = {name: given[name] for name in ("full_name", "born", "sex", "identity_number", "identity_note")}
        facts["phone"] = given["phone"]
        if schooling := given["schooling"]:
            facts |= {"schooling_grade": schooling.grade, "schooling_system": schooling.system}
        return facts

    @property
    def work(self):
        given = self.cleaned_data
        if given["enterprise"] is None:
            return None
        # Without a day the work is known from the resolution on.
        since = given["hired_on"] or given["on"]
        return Work(given["enterprise"], given["labour_class"], since, given["job_title"])

    @property
    def member(self):
        introducer, since = self.introducer, self.cleaned_data["member_since"]
        return Member(introducer.line, introducer, since) if introducer and since else None
