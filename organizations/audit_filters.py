"""Filters of the audit record: they live in the URL."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from audit import verbs
from audit.models import Entry
from organizations.forms.fields import DayField


class DayFilter(django_filters.DateFilter):
    field_class = DayField


class EntryFilter(django_filters.FilterSet):
    who = django_filters.CharFilter(label=_("Ai"), method="by_actor")
    verb = django_filters.ChoiceFilter(
        label=_("Việc"), choices=verbs.choices, method="by_verb", empty_label=_("Mọi việc")
    )
    subject = django_filters.CharFilter(label=_("Đối tượng"), field_name="subject_name", lookup_expr="icontains")
    since = DayFilter(label=_("Từ ngày"), field_name="at", lookup_expr="date__gte")
    until = DayFilter(label=_("Đến ngày"), field_name="at", lookup_expr="date__lte")

    class Meta:
        model = Entry
        fields = ["who", "verb", "subject", "since", "until"]

    @property
    def qs(self):
        """The entries chosen; of one subject alone where the address names it by type and number."""
        entries = super().qs
        of_type, number = self.data.get("subject_type"), self.data.get("subject_id")
        return entries.filter(subject_type=of_type, subject_id=number) if of_type and number else entries

    def by_actor(self, entries, name, text):
        # The name as it was written that day, or the account as it is called now.
        accounts = User.objects.filter(Q(username__iexact=text) | Q(full_name__icontains=text)).values("pk")
        return entries.filter(Q(actor_name__icontains=text) | Q(actor__in=accounts))

    def by_verb(self, entries, name, verb):
        return entries.filter(verb__startswith=verb) if verb.endswith(".") else entries.filter(verb=verb)
