"""The form of an act, built from the act's own table of fields: one class for all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from candidates.acts import ACTS, ActField, Kind
from candidates.forms.widgets import PlainSelect
from people.form_fields import DateField
from people.models import PartyMembership

TEXT_LENGTH = {"note": 300}
USUAL_LENGTH = 200
REASON_LENGTH = 500
SELECT = {"class": "form-select"}
NO_EDITION = _("Chưa có quy định nào trong hệ thống cho ngày này.")


def label_of(membership):
    """A member with the cell, and the mark of one who is on probation."""
    mark = "" if membership.full_from else f" ({_('dự bị')})"
    return f"{membership.person.full_name}{mark} – {membership.cell.short_name or membership.cell.name}"


def members_near(candidate, user, on):
    """The Party members whom the office sees in the candidate's base organisation, in the order of names."""
    unit = candidate.unit
    while unit.parent and not unit.is_base:
        unit = unit.parent
    found = PartyMembership.objects.visible_to(user).under(unit).current_on(on)
    return list(found.exclude(person=candidate.person_id).select_related("person", "cell"))


def field_for(row: ActField, members) -> forms.Field:
    """The form field that asks for one row of the table."""
    common: dict[str, Any] = {"label": row.label, "required": row.required, "help_text": row.help}
    if row.kind is Kind.DATE:
        return DateField(**common)
    if row.kind is Kind.NUMBER:
        widget = forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "max": 9999})
        return forms.IntegerField(min_value=0, max_value=9999, widget=widget, **common)
    if row.kind is Kind.FLAG:
        return forms.BooleanField(**common | {"required": False})
    if row.kind is Kind.CHOICE:
        choices = row.choices if row.choices[0][0] == "" else (("", "—"), *row.choices)
        return forms.ChoiceField(choices=choices, widget=PlainSelect(SELECT), **common)
    if row.kind is Kind.MEMBER:
        people = {str(membership.person_id): membership.person for membership in members}
        known = [("", "—"), *((membership.person_id, label_of(membership)) for membership in members)]
        return forms.TypedChoiceField(
            choices=known, coerce=people.__getitem__, empty_value=None, widget=PlainSelect(SELECT), **common
        )
    return forms.CharField(max_length=TEXT_LENGTH.get(row.name, USUAL_LENGTH), **common)


@dataclass(frozen=True)
class Group:
    """Fields that stand together; a rare one, for exceptional cases, is folded until it says something."""

    title: str | Promise
    fields: list[forms.BoundField]

    @property
    def is_rare(self):
        """Whether it asks for the document of an exception (see acts.decisions.ExceptionPart)."""
        return any(field.name.endswith("_issuer") and not field.field.required for field in self.fields) and bool(
            self.title
        )

    @property
    def is_open(self):
        return any(field.value() or field.errors for field in self.fields)


class TransitionForm(forms.Form):
    """One act: its day, the fields of its table, and the reason for going on where the rules only warn."""

    on = DateField()
    version = forms.IntegerField(widget=forms.HiddenInput)
    override_reason = forms.CharField(
        label=_("Lý do vẫn ghi dù có cảnh báo"),
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, code, candidate, dossier, *, user, on, data=None):
        self.act = ACTS[code]
        initial = {"on": on, "version": candidate.version}
        initial |= {name: value for name, of in self.act.initial if (value := of(dossier)) is not None}
        super().__init__(data, initial=initial)
        self.fields["on"].label = self.act.day
        asks_for_member = any(row.kind is Kind.MEMBER for row in self.act.fields)
        members = members_near(candidate, user, on) if asks_for_member else []
        for row in self.act.fields:
            self.fields[row.name] = field_for(row, members)
        self.findings: list[Any] = []
        self.changes: list[Any] = []

    def clean(self):
        super().clean()
        first, second = (self.cleaned_data.get(f"introducer_{n}") for n in (1, 2))
        if first and first == second:
            self.add_error("introducer_2", _("Hai người giới thiệu phải là hai đảng viên khác nhau."))
        return self.cleaned_data

    @property
    def typed(self) -> dict[str, Any]:
        """The values of the act's own fields that could be read, by their names in the table."""
        self.errors  # noqa: B018 - cleans, once
        read = self.cleaned_data
        return {row.name: read[row.name] for row in self.act.fields if row.name in read}

    def groups(self) -> Iterator[Group]:
        """The fields as they stand on the page: the day first, then by the groups of the table."""
        titles: dict[Any, list[forms.BoundField]] = {"": [self["on"]]}
        for row in self.act.fields:
            titles.setdefault(str(row.group), []).append(self[row.name])
        last = [field for field in titles[""] if field.name in ("where_kept", "note")]
        titles[""] = [field for field in titles[""] if field not in last]
        yield from (Group(title, fields) for title, fields in titles.items())
        yield Group("", last)

    def refuse(self, findings):
        """Show what stands against the act, each finding also beside the field that would clear it."""
        self.findings = [Shown(finding, self.field_that_clears(finding.clears)) for finding in findings]
        for shown in self.findings:
            if shown.field and shown.finding.refuses:
                self.add_error(shown.field, ValidationError(shown.finding.message, code=shown.finding.rule))

    def overtaken(self, changes, version):
        """Show what others did since the page was opened, keep what was typed, and go on from their version."""
        self.changes = changes
        data = self.data.copy()
        data["version"] = version
        self.data = data

    def field_that_clears(self, clears: str) -> str:
        """The field of this act that a finding speaks of, or ""."""
        return field_that_clears(self.act.fields, clears)

    @property
    def needs_reason(self):
        """Whether only warnings stand against the act, so that a written reason lets it go on."""
        return bool(self.findings) and not any(shown.finding.refuses for shown in self.findings)


@dataclass(frozen=True)
class Shown:
    """A finding and the field of the form that would clear it, if the form has one."""

    finding: Any
    field: str


def field_that_clears(rows, clears: str) -> str:
    """The row of the table whose `clears` names the finding's `clears` most closely, or ""."""
    wanted = re.sub(r"\[(\d+)\]", r".\1", clears) + "."
    named = ((len(name), row.name) for row in rows for name in row.clears if wanted.startswith(f"{name}."))
    if clears in ("", "reason"):
        return clears and "override_reason"
    if clears.endswith(".on") and clears.startswith(("votes.", "ceremony.", "events.", "decision.", "recognition.")):
        return "on"
    return max(named, default=(0, ""))[1]
