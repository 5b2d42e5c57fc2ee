"""Phrases about entries. The audit record knows no offices: whoever reads it says how far he may see."""

from django.db import models


class EntryQuerySet(models.QuerySet):
    def within(self, low, high):
        """Entries on subjects that stood in this half-open range of paths on the day."""
        return self.filter(scope_path__gte=low, scope_path__lt=high)

    def about(self, subject):
        """Everything that was done to, or seen of, one subject; newest first."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))

    def before(self, entry_id):
        """Older entries than this one, for paging: newest first."""
        return self.filter(pk__lt=entry_id).order_by("-pk")
