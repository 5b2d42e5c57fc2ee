"""Lists of this app."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from organizations.models import Enterprise


class EnterpriseTable(tables.Table):
    name = tables.Column(linkify=("organizations:enterprise", {"pk": tables.A("pk")}))
    ownership = tables.Column(order_by=("ownership__position", "name"))
    open_units = tables.Column(
        verbose_name=_("Tổ chức"), empty_values=(), attrs={"td": {"class": "text-end"}, "th": {"class": "text-end"}}
    )

    class Meta:
        model = Enterprise
        fields = ("code", "name", "ownership", "industry", "place", "open_units")
        attrs = {"class": "table table-vcenter card-table table-sm"}
        empty_text = _("Không có doanh nghiệp nào khớp.")
        order_by = "name"
