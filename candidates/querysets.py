"""Phrases about candidacies."""

from django.contrib.postgres.search import SearchVector
from django.db.models import Exists, OuterRef

from candidates.dossier.rows import PREFETCHED, RELATED
from people.querysets import ScopedQuerySet, word_query


class CandidateQuerySet(ScopedQuerySet):
    def with_dossier(self):
        """Fetch everything the rules may ask, in a number of queries that does not grow with the rows."""
        return self.select_related(*RELATED).prefetch_related(*PREFETCHED)

    def open(self):
        """Candidacies under way: neither recognised nor ended otherwise."""
        return self.filter(closed_on__isnull=True)

    def named_like(self, text):
        """Candidates whose name holds every word of the text, accents and order aside."""
        query = word_query(text)
        if query is None:
            return self.none()
        return self.annotate(_words=SearchVector("person__search_text", config="simple")).filter(_words=query)

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
