"""Phrases about jobs."""

from django.db import models
from django.db.models import Q

OPEN = ("waiting", "running")


class JobQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own jobs; whoever acts as administrator sees all, those of the system included."""
        if getattr(getattr(user, "acting", None), "role", "") == "administrator":
            return self.all()
        return self.filter(created_by=user) if user.pk else self.none()

    def open(self):
        return self.filter(state__in=OPEN)

    def silent_since(self, moment):
        """Under way, and nothing heard of since: the worker died, or the message never reached one."""
        return self.filter(
            Q(state="running", heartbeat_at__lt=moment)
            | Q(state="waiting", sent_at__lt=moment)
            | Q(state="waiting", sent_at__isnull=True, created_at__lt=moment)
        )
