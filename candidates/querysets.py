"""Phrases about candidacies."""

import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce

from candidates.dossier.rows import PREFETCHED, RELATED
from people.fields import IDENTITY, blind_index
from people.models import Employment
from people.querysets import ScopedQuerySet, named
from training.models import Certificate

# Stands behind every day: candidacies without a deadline come last.
NEVER = datetime.date(9999, 12, 31)


class CandidateQuerySet(ScopedQuerySet):
    model: Any  # candidates.models imports this module; the rows of a candidacy are reached through the model.

    def with_dossier(self):
        """Fetch everything the rules may ask, in a number of queries that does not grow with the rows."""
        return self.select_related(*RELATED).prefetch_related(
            *PREFETCHED,
            Prefetch("person__certificates", Certificate.objects.select_related("enrollment__course")),
            Prefetch("person__employments", Employment.objects.select_related("enterprise")),
            "person__employments__enterprise__organizations",
        )

    def open(self):
        """Candidacies under way: neither recognised nor ended otherwise."""
        return self.filter(closed_on__isnull=True)

    def named_like(self, text):
        """Candidates whose name holds every word of the text, accents and order aside."""
        found = named(text)
        return self.none() if found is None else self.filter(person__in=found)

    def numbered(self, number):
        """Candidacies of the person with this identity number, found by its blind index."""
        return self.filter(person__identity_hash=blind_index(number, purpose=IDENTITY)) if number else self.none()

    def overdue(self, on):
        """Open candidacies whose next deadline has passed."""
        return self.open().filter(next_due_on__lt=on)

    def employed_at(self, code, on):
        """Candidates who work on the day at the enterprise with this code."""
        return self.filter(
            Exists(
                Employment.objects.current_on(on).filter(person=OuterRef("person_id"), enterprise__code=code),
            )
        )

    def acted_on(self, transition, first, last):
        """Candidacies in which this act was done between two days, both counted, and stands."""
        changes = self.model.stage_changes.rel.related_model.objects.standing()
        return self.filter(
            Exists(changes.filter(candidate=OuterRef("pk"), transition=transition, on__gte=first, on__lte=last))
        )

    def with_employer(self, on):
        """Annotate `employer`, the name of the latest enterprise the person works at on the day."""
        current = Employment.objects.current_on(on).filter(person=OuterRef("person_id")).order_by("-from_on", "-pk")
        return self.annotate(employer=Subquery(current.values("enterprise__name")[:1]))

    def with_due_order(self):
        """Annotate `due_order`, by which candidacies without a deadline stand last."""
        return self.annotate(due_order=Coalesce(F("next_due_on"), NEVER))

    def without_mentor(self, on):
        mentors = self.model.mentor_assignments.rel.related_model.objects.filter(
            candidate=OuterRef("pk"), from_on__lte=on, to_on__isnull=True
        )
        return self.filter(~Exists(mentors))


class PartyScopedQuerySet(ScopedQuerySet):
    """Rows that mass organisations never see (DP-8): votes, verification, papers."""

    mass_scoped = False


class StageChangeQuerySet(ScopedQuerySet):
    def standing(self):
        """Acts that have not been withdrawn as mistaken."""
        return self.filter(withdrawn_at__isnull=True)
