"""The Party members who stand by a candidate: introducers and mentors."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from candidates.models.candidate import Candidate
from candidates.models.keys import scope_key
from candidates.querysets import PartyScopedQuerySet
from people.models import Person


class Introduction(models.Model):
    """A full member who introduces the person, and since when they have been together (ELG-7)."""

    class Together(models.TextChoices):
        WORK = "work", _("Cùng làm việc, lao động, học tập")
        RESIDENCE = "residence", _("Cùng nơi cư trú")

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="introductions")
    party_path = scope_key()
    member = models.ForeignKey(
        Person, models.PROTECT, related_name="introductions_given", verbose_name=_("Đảng viên giới thiệu")
    )
    together_since = models.DateField(_("Cùng công tác, cư trú từ ngày"))
    together_at = models.CharField(_("Quan hệ"), max_length=10, choices=Together, default=Together.WORK)
    is_replacement = models.BooleanField(_("Được chi bộ phân công thay người giới thiệu trước"), default=False)
    is_relative = models.BooleanField(_("Là người thân"), default=False)
    ended_on = models.DateField(_("Thôi giới thiệu từ ngày"), null=True, blank=True)

    objects = PartyScopedQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("người giới thiệu")
        verbose_name_plural = _("người giới thiệu")
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "member"],
                condition=models.Q(ended_on__isnull=True),
                name="one_open_introduction_per_member",
            )
        ]

    def __str__(self):
        return str(self.member)


class MentorAssignment(models.Model):
    """A full member whom the cell assigned to help the person (ELG-8, ELG-9)."""

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="mentor_assignments")
    party_path = scope_key()
    mentor = models.ForeignKey(Person, models.PROTECT, related_name="mentorings", verbose_name=_("Đảng viên giúp đỡ"))
    from_on = models.DateField(_("Từ ngày"))
    to_on = models.DateField(_("Đến ngày"), null=True, blank=True)
    document_number = models.CharField(_("Số nghị quyết"), max_length=60, blank=True)
    is_replacement = models.BooleanField(_("Thay người trước"), default=False)
    reason = models.CharField(_("Lý do thay"), max_length=250, blank=True)

    objects = PartyScopedQuerySet.as_manager()

    class Meta:
        ordering = ["from_on", "id"]
        verbose_name = _("phân công giúp đỡ")
        verbose_name_plural = _("phân công giúp đỡ")
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "mentor"],
                condition=models.Q(to_on__isnull=True),
                name="one_open_assignment_per_mentor",
            ),
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="mentoring_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return str(self.mentor)
