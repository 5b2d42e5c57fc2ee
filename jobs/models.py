"""Work that runs behind the screens, as the people who wait for it see it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jobs.querysets import JobQuerySet


class Job(models.Model):
    """One piece of work with its progress, result or error; Celery is only how it runs."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Đang chờ")
        RUNNING = "running", _("Đang chạy")
        DONE = "done", _("Xong")
        FAILED = "failed", _("Lỗi")
        CANCELLED = "cancelled", _("Đã dừng")

    kind = models.CharField(max_length=60)
    task = models.CharField(max_length=120, help_text=_("Tên tác vụ Celery làm công việc này."))
    key = models.CharField(
        max_length=160,
        help_text=_("Hai công việc cùng khóa không bao giờ chạy hai lần cho cùng một kết quả."),
    )
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    arguments = models.JSONField(default=dict, help_text=_("Chỉ mã số, không dữ liệu cá nhân."))
    result = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    scope_path = models.CharField(max_length=250, blank=True, db_collation="C")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="jobs")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("công việc")
        verbose_name_plural = _("công việc")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="one_open_job_per_key",
            )
        ]
        indexes = [
            models.Index(fields=["created_by", "-id"], name="jobs_by_user"),
            models.Index(
                fields=["state", "heartbeat_at"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="jobs_under_way",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_open(self):
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def percent(self):
        """Share done, in whole percent; 0 while the total is unknown."""
        return min(100, self.done * 100 // self.total) if self.total else 0


class Turn(models.Model):
    """The last turns of one entry of the beat schedule: what the guard compares with the clock."""

    name = models.CharField(max_length=80, unique=True)
    known_since = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("lượt chạy định kỳ")
        verbose_name_plural = _("lượt chạy định kỳ")

    def __str__(self):
        return self.name
