"""The sheet of targets, and the words that go with a report."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organizations.models import Line, Organization
from reports.actions import Change
from reports.models import Target
from reports.permissions import may_set_target

KIND, GROUP = Target.Kind, Target.Dimension
PARTY_COLUMNS = (
    (KIND.ADMISSION, GROUP.ALL, _("Kết nạp")),
    (KIND.ADMISSION, GROUP.WORKERS, _("Trong đó công nhân")),
    (KIND.NOMINATION, GROUP.ALL, _("Giới thiệu")),
)
MASS_COLUMNS = (
    (KIND.NOMINATION, GROUP.ALL, _("Giới thiệu")),
    (KIND.NOMINATION, GROUP.WORKERS, _("Trong đó công nhân")),
)


@dataclass(frozen=True)
class SheetCell:
    """What one input of the sheet needs, as text: a sheet has hundreds, too many for a widget's template each."""

    name: str
    label: str
    text: str
    shown: str
    errors: list[str]
    warning: str


@dataclass(frozen=True)
class SheetRow:
    """One unit of the sheet: its cells where it may be set, its plain values where not."""

    unit: Organization
    cells: list[SheetCell]
    values: list[int | None]
    may_set: bool


class TargetSheet(forms.Form):
    """A grid of one unit and those right beneath it. Only cells whose text was changed are written."""

    decision = forms.CharField(
        label=_("Số, ngày văn bản giao chỉ tiêu"),
        max_length=200,
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "12-QĐ/ĐUK, 05/01/2026"}),
    )

    def __init__(self, data=None, *, user, unit, children, standing):
        super().__init__(data)
        self.unit, self.children = unit, children
        self.columns = PARTY_COLUMNS if unit.line == Line.PARTY else MASS_COLUMNS
        self.standing = standing
        self._settable = {one.pk for one in (unit, *children) if may_set_target(user, one)}
        for one in (unit, *children):
            for kind, group, label in self.columns if one.pk in self._settable else ():
                self.fields[_name(one, kind, group)] = forms.IntegerField(
                    label=f"{label}, {one.name}",
                    required=False,
                    min_value=0,
                    max_value=99999,
                    initial=self.value(one, kind, group),
                    show_hidden_initial=True,
                )

    @property
    def may_set(self):
        return bool(self._settable)

    def value(self, unit, kind, group):
        return self.standing.get((unit.pk, kind, group))

    @property
    def own_row(self):
        return self._row(self.unit)

    @property
    def rows(self):
        return [self._row(child) for child in self.children]

    @property
    def totals(self):
        """For each column: the sum of the units beneath, and how much of the unit's own target they leave open."""
        sums = [sum(self.value(child, kind, group) or 0 for child in self.children) for kind, group, _l in self.columns]
        own = self._row(self.unit).values
        return [
            {"sum": total, "gap": None if target is None else target - total, "excess": total - (target or 0)}
            for total, target in zip(sums, own, strict=True)
        ]

    def changes(self):
        """The cells that were changed, with what each held when the page was made."""
        made = []
        for unit in (self.unit, *self.children):
            for kind, group, _label in self.columns:
                name = _name(unit, kind, group)
                if name in self.changed_data:
                    made.append(Change(unit, kind.value, group.value, self._shown(name), self.cleaned_data[name]))
        return made

    def show_again(self, moved):
        """After a conflict: what was typed stays, and the cells count as shown with what they hold now."""
        data = dict(self.data.items())
        for change, target in moved:
            name = f"t-{change.organization.pk}-{change.kind}-{change.dimension}"
            data[self.add_initial_prefix(name)] = "" if target is None else str(target.value)
        self.data = data

    def _shown(self, name):
        """The value the page showed; it comes back in a hidden field beside the cell."""
        field = self.fields[name]
        raw = field.hidden_widget().value_from_datadict(self.data, self.files, self.add_initial_prefix(name))
        try:
            return field.to_python(raw)
        except forms.ValidationError:
            return None

    def _cell(self, unit, kind, group):
        name = _name(unit, kind, group)
        field = self.fields[name]
        standing = "" if field.initial is None else str(field.initial)
        text = self.data.get(name, "") if self.is_bound else standing
        shown = self.data.get(self.add_initial_prefix(name), "") if self.is_bound else standing
        errors = [str(error) for error in self.errors.get(name, ())] if self.is_bound else []
        return SheetCell(name, str(field.label), text, shown, errors, self._warning(unit, kind, group))

    def _warning(self, unit, kind, group):
        """What is odd about a standing part: more than the whole it lies in. Told and never refused (QUO-5)."""
        part, whole = self.value(unit, kind, group), self.value(unit, kind, GROUP.ALL)
        if part is None or whole is None or part <= whole:
            return ""
        return gettext("Lớn hơn tổng số %(whole)d") % {"whole": whole}

    def _row(self, unit):
        may_set = unit.pk in self._settable
        return SheetRow(
            unit,
            [self._cell(unit, kind, group) for kind, group, _l in self.columns] if may_set else [],
            [self.value(unit, kind, group) for kind, group, _l in self.columns],
            may_set,
        )


class SubmitForm(forms.Form):
    """Sending a report: the unit's own words, and the digest of the figures that were on the page."""

    remarks = forms.CharField(
        label=_("Ý kiến của đơn vị (khó khăn, kiến nghị; không ghi thông tin cá nhân)"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.CharField(widget=forms.HiddenInput)


class CorrectForm(forms.Form):
    reason = forms.CharField(label=_("Lý do lập lại"), max_length=300)


def _name(unit, kind, group):
    return f"t-{unit.pk}-{kind.value}-{group.value}"
