"""What was done and looked at. Rows are only ever added; see migrations for the triggers."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.querysets import EntryQuerySet


class Entry(models.Model):
    """One act or one look.

    Names are kept as text beside the keys: the row is still evidence after the user, the
    subject or the unit has gone. `scope_path` is the path of the unit the subject belonged
    to that day, so that an inspector sees what lies beneath him and nothing else.
    """

    at = models.DateTimeField(auto_now_add=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        related_name="+",
    )
    actor_name = models.CharField(max_length=200)
    office = models.CharField(max_length=300, blank=True)
    verb = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40, blank=True)
    subject_name = models.CharField(max_length=300, blank=True)
    scope_path = models.CharField(max_length=250, blank=True, db_collation="C")
    reason = models.CharField(max_length=500, blank=True)
    details = models.JSONField(default=dict)
    address = models.GenericIPAddressField(null=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("dòng nhật ký")
        verbose_name_plural = _("nhật ký")
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-id"], name="audit_by_subject"),
            models.Index(fields=["scope_path", "-id"], name="audit_by_scope"),
            models.Index(fields=["actor", "-id"], name="audit_by_actor"),
        ]

    def __str__(self):
        return f"{self.at:%d/%m/%Y %H:%M} {self.actor_name}: {self.verb} {self.subject_name}"


class Link(models.Model):
    """One link of the chain: the fingerprint of an entry and of all before it.

    Written by a deferred trigger at commit, never by the application.
    """

    position = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, models.DO_NOTHING, db_constraint=False)
    fingerprint = models.BinaryField()

    class Meta:
        ordering = ["position"]
        verbose_name = _("mắt xích nhật ký")

    def __str__(self):
        return f"{self.position}: {bytes(self.fingerprint).hex()[:12]}"
