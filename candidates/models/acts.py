"""What was done with a candidacy: acts and votes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from candidates.models.candidate import Candidate
from candidates.models.keys import scope_key
from candidates.querysets import PartyScopedQuerySet, StageChangeQuerySet
from organizations.models import LabourClass, Organization


class StageChange(models.Model):
    """One act: what was done, when, by which body, under which edition, with what findings."""

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="stage_changes")
    party_path = scope_key()
    mass_path = scope_key()
    transition = models.CharField(max_length=24)
    from_stage = models.CharField(max_length=24, blank=True)
    to_stage = models.CharField(max_length=24)
    on = models.DateField(_("Ngày"))
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    organization_name = models.CharField(max_length=250)
    document_number = models.CharField(_("Số văn bản"), max_length=60, blank=True)
    document_on = models.DateField(_("Ngày văn bản"), null=True, blank=True)
    signer_title = models.CharField(_("Chức danh người ký"), max_length=120, blank=True)
    labour_class = models.CharField(max_length=8, choices=LabourClass, blank=True)
    edition = models.CharField(max_length=10)
    findings = models.JSONField(default=list)
    override_reason = models.CharField(_("Lý do tiếp tục dù có cảnh báo"), max_length=500, blank=True)
    facts = models.JSONField(default=dict, help_text=_("Số liệu của lần làm, như đã nhập."))
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)
    from_paper_record = models.BooleanField(_("Nhập theo hồ sơ giấy"), default=False)
    candidate_version = models.PositiveIntegerField(default=1, editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.CharField(max_length=200, blank=True, editable=False)
    withdrawn_reason = models.CharField(max_length=500, blank=True, editable=False)

    objects = StageChangeQuerySet.as_manager()

    class Meta:
        ordering = ["on", "id"]
        verbose_name = _("lần chuyển giai đoạn")
        verbose_name_plural = _("quá trình")
        indexes = [
            # The latest standing act of every candidacy, without reading the acts themselves (reports.figures).
            models.Index(
                fields=["candidate", "-on", "-id"],
                include=["party_path", "mass_path", "to_stage"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="latest_changes",
            ),
            models.Index(
                fields=["to_stage", "on", "party_path"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="changes_into_stage",
            ),
        ]

    def __str__(self):
        return f"{self.transition} {self.on:%d/%m/%Y}"


class Vote(models.Model):
    """A vote as in the minutes (ADM-8, ADM-9, ADM-13)."""

    class Body(models.TextChoices):
        CELL = "cell", _("Chi bộ")
        SECTIONAL_COMMITTEE = "sectional_committee", _("Đảng ủy bộ phận")
        BASE_COMMITTEE = "base_committee", _("Đảng ủy cơ sở")
        DELEGATED_COMMITTEE = "delegated_committee", _("Đảng ủy cơ sở được ủy quyền")
        STANDING_BOARD = "standing_board", _("Ban Thường vụ cấp ủy có thẩm quyền")
        MASS_COMMITTEE = "mass_committee", _("Ban Chấp hành đoàn thể")

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="votes")
    party_path = scope_key()
    stage_change = models.ForeignKey(StageChange, models.PROTECT, null=True, related_name="votes")
    transition = models.CharField(max_length=24)
    body = models.CharField(_("Nơi biểu quyết"), max_length=24, choices=Body)
    held_on = models.DateField(_("Ngày họp"))
    members = models.PositiveSmallIntegerField(
        _("Tổng số người có quyền biểu quyết"),
        help_text=_("Chi bộ: số đảng viên chính thức được triệu tập; cấp ủy: tổng số ủy viên."),
    )
    temporary_elsewhere = models.PositiveSmallIntegerField(_("Sinh hoạt tạm thời nơi khác"), default=0)
    exempt_absent = models.PositiveSmallIntegerField(_("Được miễn, vắng mặt"), default=0)
    present = models.PositiveSmallIntegerField(_("Có mặt"))
    in_favour = models.PositiveSmallIntegerField(_("Tán thành"))
    against = models.PositiveSmallIntegerField(_("Không tán thành"), default=0)
    blank = models.PositiveSmallIntegerField(_("Không có ý kiến"), default=0)
    probationers_voting = models.PositiveSmallIntegerField(_("Số phiếu của đảng viên dự bị"), default=0)

    objects = PartyScopedQuerySet.as_manager()

    class Meta:
        ordering = ["held_on", "id"]
        verbose_name = _("biểu quyết")
        verbose_name_plural = _("biểu quyết")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(present__gte=models.F("in_favour") + models.F("against") + models.F("blank")),
                name="votes_do_not_exceed_those_present",
            ),
            models.CheckConstraint(
                condition=models.Q(present__lte=models.F("members")),
                name="those_present_do_not_exceed_members",
            ),
        ]

    def __str__(self):
        return f"{self.in_favour}/{self.members}"
