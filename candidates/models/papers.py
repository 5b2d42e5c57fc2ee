"""That a paper or a verification exists, never what it says (DP-6, DP-7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from candidates.models.acts import StageChange
from candidates.models.candidate import Candidate
from candidates.models.helpers import Introduction
from candidates.models.keys import scope_key
from candidates.querysets import PartyScopedQuerySet


class Paper(models.Model):
    """That a paper exists, its number and date, and where the original is kept: never its content."""

    class State(models.TextChoices):
        MISSING = "missing", _("Chưa có")
        MADE = "made", _("Đã làm")
        SIGNED = "signed", _("Đã ký")

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="papers")
    party_path = scope_key()
    form_code = models.CharField(_("Loại giấy tờ"), max_length=40)
    number = models.CharField(_("Số"), max_length=60, blank=True)
    dated_on = models.DateField(_("Ngày"))
    issuer = models.CharField(_("Nơi ban hành"), max_length=250, blank=True)
    state = models.CharField(_("Tình trạng"), max_length=8, choices=State, default=State.SIGNED)
    where_kept = models.CharField(_("Bản gốc lưu tại"), max_length=200, blank=True)
    introduction = models.ForeignKey(Introduction, models.PROTECT, null=True, blank=True, related_name="papers")
    stage_change = models.ForeignKey(StageChange, models.PROTECT, null=True, blank=True, related_name="papers")
    superseded_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = PartyScopedQuerySet.as_manager()

    class Meta:
        ordering = ["dated_on", "id"]
        verbose_name = _("giấy tờ")
        verbose_name_plural = _("giấy tờ")
        indexes = [models.Index(fields=["candidate", "form_code"], name="papers_of_candidate")]

    def __str__(self):
        return f"{self.form_code} {self.number} ({self.dated_on:%d/%m/%Y})"


class Verification(models.Model):
    """A request to verify the personal record: dates and the bare outcome (DP-6, DP-7)."""

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="verifications")
    party_path = scope_key()
    request_number = models.CharField(_("Số công văn"), max_length=60, blank=True)
    addressee = models.CharField(_("Gửi đến"), max_length=200)
    sent_on = models.DateField(_("Ngày gửi"))
    received_on = models.DateField(_("Nơi nhận đã nhận ngày"), null=True, blank=True)
    is_abroad = models.BooleanField(_("Ở nước ngoài"), default=False)
    answered_on = models.DateField(_("Ngày trả lời"), null=True, blank=True)
    is_certified = models.BooleanField(_("Đã chứng nhận"), default=False)
    is_by_relative = models.BooleanField(_("Người đi thẩm tra là người thân"), default=False)
    is_supplementary = models.BooleanField(_("Thẩm tra bổ sung"), default=False)
    is_waived = models.BooleanField(
        _("Không phải thẩm tra"), default=False, help_text=_("ADM-3: bên này có người thân là đảng viên.")
    )

    objects = PartyScopedQuerySet.as_manager()

    class Meta:
        ordering = ["sent_on", "id"]
        verbose_name = _("thẩm tra lý lịch")
        verbose_name_plural = _("thẩm tra lý lịch")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_on__isnull=True) | models.Q(answered_on__gte=models.F("sent_on")),
                name="verification_is_answered_after_it_is_sent",
            )
        ]

    def __str__(self):
        return f"{self.addressee} ({self.sent_on:%d/%m/%Y})"
