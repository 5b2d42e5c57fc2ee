"""Code tables: what is chosen, never typed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CodeTable(models.Model):
    """A row of a code table: never deleted, only ended, so that old records keep their words."""

    code = models.CharField(_("Mã"), max_length=20, unique=True)
    name = models.CharField(_("Tên"), max_length=200)
    aliases = models.JSONField(default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self):
        return self.name


class Ethnicity(CodeTable):
    class Meta(CodeTable.Meta):
        verbose_name = _("dân tộc")
        verbose_name_plural = _("dân tộc")

    @property
    def is_minority(self):
        """Every group but Kinh (code 01) counts as a minority in the statistics, Hoa included."""
        return self.code != "01"


class Religion(CodeTable):
    class Meta(CodeTable.Meta):
        verbose_name = _("tôn giáo")
        verbose_name_plural = _("tôn giáo")

    @property
    def is_religious(self):
        return self.code != "0"


class OwnershipType(CodeTable):
    """A row of Biểu 5-BTCTW, "loại hình cơ sở"."""

    is_enterprise = models.BooleanField(default=False)
    is_state = models.BooleanField(default=False)

    class Meta(CodeTable.Meta):
        verbose_name = _("loại hình cơ sở")
        verbose_name_plural = _("loại hình cơ sở")


class Occupation(CodeTable):
    """A row of Biểu 2-BTCTW, part II.1."""

    class Meta(CodeTable.Meta):
        verbose_name = _("nghề nghiệp thống kê")
        verbose_name_plural = _("nghề nghiệp thống kê")


class Qualification(CodeTable):
    """A row of Biểu 2-BTCTW, part II.4."""

    class Meta(CodeTable.Meta):
        verbose_name = _("trình độ chuyên môn")
        verbose_name_plural = _("trình độ chuyên môn")


class LabourClass(models.TextChoices):
    """What a person does at work (RPT-5): apart from contract, ownership and union membership."""

    LEADER = "leader", _("Lãnh đạo, quản lý")
    INDIRECT = "indirect", _("Gián tiếp sản xuất")
    DIRECT = "direct", _("Công nhân, lao động trực tiếp sản xuất")


class HolidayOverride(models.Model):
    """A day that the Government or the province declared otherwise than the calendar knows."""

    on = models.DateField(_("Ngày"), unique=True)
    is_working = models.BooleanField(_("Là ngày làm việc"))
    reason = models.CharField(_("Lý do"), max_length=200)
    source = models.CharField(_("Văn bản"), max_length=200)

    class Meta:
        ordering = ["on"]
        verbose_name = _("ngày nghỉ điều chỉnh")
        verbose_name_plural = _("ngày nghỉ điều chỉnh")

    def __str__(self):
        return f"{self.on:%d/%m/%Y}"
