"""Filters of the list of candidates; each is a word in the address, so that a list can be linked to and kept."""

import datetime

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from candidates.forms.widgets import PlainSelect
from candidates.models import Candidate
from candidates.pipeline import TRANSITIONS, Stage
from organizations.models import LabourClass
from people import identity
from people.form_fields import DateField
from people.models import Person

FOLLOWED, ENDED, ALL = "open", "closed", "all"
STATES = [(FOLLOWED, _("Đang theo dõi")), (ENDED, _("Đã kết thúc")), (ALL, _("Tất cả"))]
FIRST_YEAR = 2015
# Whoever asks for one of these means past candidacies too, unless the address says otherwise.
LOOK_EVERYWHERE = ("q", "stage", "act")

# Coarse stages by the first stage each covers: what stands in the address must not change with the language.
COARSE: dict[str, list[Stage]] = {}
for one in Stage:
    first = next((key for key in COARSE if Stage(key).coarse_label == one.coarse_label), one.value)
    COARSE.setdefault(first, []).append(one)


def years():
    return [(year, str(year)) for year in range(timezone.localdate().year, FIRST_YEAR - 1, -1)]


def stages():
    return [(stage.value, f"{stage.number} · {stage.label}") for stage in Stage]


def select(label, choices, **options):
    """A choice drawn fast; `empty` names the choice of nothing (None: there is none)."""
    return django_filters.ChoiceFilter(
        label=label,
        choices=choices,
        widget=PlainSelect(attrs={"class": "form-select"}),
        empty_label=options.pop("empty", _("Tất cả")),
        **options,
    )


def tick(label, **options):
    return django_filters.BooleanFilter(
        label=label, widget=forms.CheckboxInput(attrs={"class": "form-check-input"}), **options
    )


class DayFilter(django_filters.Filter):
    field_class = DateField

    def __init__(self, **options):
        super().__init__(widget=forms.TextInput(attrs={"class": "form-control"}), **options)


class SearchFilterSet(django_filters.FilterSet):
    """The search box and the years, which everybody has. `on` is the day the list is looked at."""

    q = django_filters.CharFilter(label=_("Tìm người"), method="search")
    year = select(_("Năm giới thiệu"), years, field_name="opened_on", lookup_expr="year")

    def __init__(self, data, queryset, *, on):
        super().__init__(data, queryset)
        self.on = on

    @property
    def number(self):
        """The identity number that the search box holds, or ""."""
        number = identity.normalise(self.data.get("q"))
        return number if number.isdigit() and len(number) == identity.LENGTH else ""

    def search(self, queryset, name, text):
        return queryset.named_like(text)


class CoarseFilter(SearchFilterSet):
    """What a mass organisation may ask: names, years and coarse stages (DP-8)."""

    stage = select(_("Giai đoạn"), [(key, Stage(key).coarse_label) for key in COARSE], method="in_coarse_stage")

    def in_coarse_stage(self, queryset, name, key):
        return queryset.filter(stage__in=COARSE[key])


class CandidateFilter(SearchFilterSet):
    """What the Party's offices may ask. `places` are the units the office sees (see candidates.views.places)."""

    state = select(_("Tình trạng"), STATES, method="in_state", empty=None)
    stage = select(_("Giai đoạn"), stages, field_name="stage")
    unit = select(_("Tổ chức đảng"), [], method="under_unit")
    introduced_by = select(_("Đoàn thể giới thiệu"), [], method="put_forward_by")
    enterprise = select(_("Nơi làm việc"), [], method="employed_at")
    labour_class = select(_("Vị trí lao động"), LabourClass.choices, field_name="labour_class")
    sex = select(_("Giới tính"), Person.Sex.choices, field_name="person__sex")
    overdue = tick(_("Quá hạn"), method="only_overdue")
    no_mentor = tick(_("Chưa có người giúp đỡ"), method="only_without_mentor")
    act = select(_("Việc đã làm"), [(code, row.label) for code, row in TRANSITIONS.items()], method="acted")
    first = DayFilter(label=_("Từ ngày"), method="noted")
    last = DayFilter(label=_("Đến ngày"), method="noted")

    def __init__(self, data, queryset, *, on, places):
        super().__init__(data, queryset, on=on)
        self.places = places
        for name, choices in (
            ("unit", places.units),
            ("introduced_by", places.mass),
            ("enterprise", places.enterprises),
        ):
            self.filters[name].extra["choices"] = choices

    def search(self, queryset, name, text):
        return queryset.numbered(self.number) if self.number else queryset.named_like(text)

    def filter_queryset(self, queryset):
        queryset = super().filter_queryset(queryset)
        asked = self.form.cleaned_data
        if asked.get("state") or any(asked.get(name) for name in LOOK_EVERYWHERE):
            return queryset
        return queryset.open()

    def in_state(self, queryset, name, state):
        return queryset if state == ALL else queryset.filter(closed_on__isnull=state == FOLLOWED)

    def under_unit(self, queryset, name, code):
        low, high = self.places.scopes[code]
        return queryset.filter(party_path__gte=low, party_path__lt=high)

    def put_forward_by(self, queryset, name, code):
        low, high = self.places.scopes[code]
        return queryset.filter(mass_path__gte=low, mass_path__lt=high)

    def employed_at(self, queryset, name, code):
        return queryset.employed_at(code, self.on)

    def only_overdue(self, queryset, name, wanted):
        return queryset.overdue(self.on) if wanted else queryset

    def only_without_mentor(self, queryset, name, wanted):
        return queryset.open().without_mentor(self.on) if wanted else queryset

    def acted(self, queryset, name, transition):
        asked = self.form.cleaned_data
        first = asked.get("first") or datetime.date(FIRST_YEAR, 1, 1)
        return queryset.acted_on(transition, first, asked.get("last") or self.on)

    def noted(self, queryset, name, day):
        """The days limit the act, they filter nothing by themselves."""
        return queryset

    class Meta:
        model = Candidate
        fields: list[str] = []
