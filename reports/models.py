"""What was promised for a year, and what was reported of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Organization
from reports.querysets import ReportQuerySet, TargetQuerySet


def _scope_key():
    return models.CharField(max_length=250, default="", db_collation="C", editable=False)


class Target(models.Model):
    """A floor for a unit and a year (QUO-1, QUO-2). Dimensions overlap and never sum (QUO-4)."""

    class Kind(models.TextChoices):
        ADMISSION = "admission", _("Kết nạp đảng viên")
        NOMINATION = "nomination", _("Giới thiệu quần chúng ưu tú")

    class Dimension(models.TextChoices):
        ALL = "all", _("Tổng số")
        WORKERS = "workers", _("Trong đó công nhân trực tiếp")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="targets")
    path = _scope_key()
    year = models.PositiveSmallIntegerField(_("Năm"))
    kind = models.CharField(_("Loại chỉ tiêu"), max_length=12, choices=Kind)
    dimension = models.CharField(_("Nhóm"), max_length=12, choices=Dimension, default=Dimension.ALL)
    value = models.PositiveIntegerField(_("Chỉ tiêu"))
    decision = models.CharField(_("Văn bản giao chỉ tiêu"), max_length=200, blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ["year", "path", "kind", "dimension"]
        verbose_name = _("chỉ tiêu")
        verbose_name_plural = _("chỉ tiêu")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year", "kind", "dimension"],
                name="one_target_per_unit_year_kind_and_dimension",
            )
        ]
        indexes = [models.Index(fields=["year", "kind", "path"], name="targets_by_scope")]

    def __str__(self):
        return f"{self.organization} {self.year}: {self.value}"


class Report(models.Model):
    """One periodic report of one unit: due → generating → ready → submitted, or failed.

    A submitted report is frozen by a trigger; a correction is a new revision (RPT-6).
    """

    class Kind(models.TextChoices):
        MONTH = "month", _("Báo cáo tháng")

    class State(models.TextChoices):
        DUE = "due", _("Đến hạn")
        GENERATING = "generating", _("Đang lập")
        READY = "ready", _("Đã lập, chưa gửi")
        SUBMITTED = "submitted", _("Đã gửi")
        FAILED = "failed", _("Lỗi")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="reports")
    path = _scope_key()
    organization_name = models.CharField(max_length=250)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.MONTH)
    period_from = models.DateField(_("Từ ngày"))
    period_to = models.DateField(_("Đến ngày"))
    revision = models.PositiveSmallIntegerField(_("Lần"), default=1)
    state = models.CharField(_("Tình trạng"), max_length=10, choices=State, default=State.DUE)
    figures = models.JSONField(default=dict)
    people = models.JSONField(default=dict, help_text=_("Chỉ số → mã hồ sơ đã tính vào chỉ số đó."))
    edition = models.CharField(max_length=10, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    remarks = models.TextField(_("Ý kiến của đơn vị"), blank=True)
    error = models.TextField(blank=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    generated_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    submitted_name = models.CharField(max_length=200, blank=True)
    reason = models.CharField(_("Lý do lập lại"), max_length=300, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-period_to", "path", "-revision"]
        verbose_name = _("báo cáo")
        verbose_name_plural = _("báo cáo")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind", "period_to", "revision"],
                name="one_report_per_unit_period_and_revision",
            ),
            models.CheckConstraint(
                condition=models.Q(period_to__gte=models.F("period_from")),
                name="period_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "period_to", "path"], name="reports_by_period"),
            models.Index(fields=["path", "-period_to"], name="reports_by_scope"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.period_to:%m/%Y} – {self.organization_name}"
