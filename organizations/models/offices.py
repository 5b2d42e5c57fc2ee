"""Who holds which office where."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models.tree import Organization
from organizations.querysets import AssignmentQuerySet


class Role(models.TextChoices):
    CELL_SECRETARY = "cell_secretary", _("Bí thư chi bộ")
    BASE_OFFICER = "base_officer", _("Cán bộ đảng ủy cơ sở")
    BLOC_OFFICER = "bloc_officer", _("Cán bộ tổ chức cấp trên trực tiếp")
    LEADER = "leader", _("Lãnh đạo")
    UNION_OFFICER = "union_officer", _("Cán bộ công đoàn")
    YOUTH_OFFICER = "youth_officer", _("Cán bộ Đoàn Thanh niên")
    TRAINING_OFFICER = "training_officer", _("Cán bộ bồi dưỡng chính trị")
    INSPECTOR = "inspector", _("Cán bộ kiểm tra, bảo vệ dữ liệu")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")


class Assignment(models.Model):
    """An office: a role held at a unit for a time. It gives the role's abilities beneath the unit."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments")
    role = models.CharField(_("Vai trò"), max_length=20, choices=Role)
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="assignments", verbose_name=_("Tổ chức")
    )
    from_on = models.DateField(_("Từ ngày"))
    to_on = models.DateField(_("Đến ngày"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["from_on", "id"]
        verbose_name = _("phân công")
        verbose_name_plural = _("phân công")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="assignment_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "organization"],
                condition=models.Q(to_on__isnull=True),
                name="one_open_assignment_per_office",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.organization}"
