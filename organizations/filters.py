"""Filters of lists: they live in the URL."""

import django_filters
from django.utils.translation import gettext_lazy as _

from exchange.folding import search_text
from organizations.models import Enterprise, OwnershipType


class EnterpriseFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Tìm theo tên, mã"), method="named_like")
    ownership = django_filters.ModelChoiceFilter(label=_("Loại hình"), queryset=OwnershipType.objects.all())
    closed = django_filters.ChoiceFilter(
        label=_("Tình trạng"),
        choices=[("0", _("Đang hoạt động")), ("1", _("Đã chấm dứt"))],
        method="by_closing",
        empty_label=_("Tất cả"),
    )

    class Meta:
        model = Enterprise
        fields = ["q", "ownership", "closed"]

    def named_like(self, enterprises, name, text):
        for word in search_text(text).split():
            enterprises = enterprises.filter(search_text__contains=word)
        return enterprises

    def by_closing(self, enterprises, name, closed):
        return enterprises.filter(closed_on__isnull=closed == "0")
