"""Keeping the next deadlines on the candidacy's own row, where lists and the home page find them."""

from django.db.models import prefetch_related_objects

from audit.language import of_record
from candidates.dossier import rows
from candidates.models import Candidate
from candidates.pipeline import deadlines
from candidates.policies import policies_for

# What acts and notes write; person, work and memberships they leave as they were read.
WRITTEN = (
    "stage_changes",
    "papers",
    "votes",
    "introductions__member__party_memberships",
    "mentor_assignments__mentor__party_memberships",
    "verifications",
)


def refresh_deadlines(candidate, *, on, policies=None):
    """Recompute the open deadlines of a candidacy from its rows and keep them on its own.

    The candidate must come `with_dossier`; what an act may have written since is read again. `policies` are those of
    its unit, where the caller has them.
    """
    for name in WRITTEN:
        candidate._prefetched_objects_cache.pop(name.partition("__")[0], None)
    prefetch_related_objects([candidate], *WRITTEN)
    store_deadlines(candidate, rows.of(candidate, on=on, policies=policies or policies_for(candidate.unit)), on=on)


def store_deadlines(candidate, dossier, *, on):
    """Keep the open deadlines of a dossier on the candidacy's own row; an ended candidacy has none."""
    with of_record():
        dues = [due for due in deadlines(dossier, on) if due.done_on is None] if candidate.is_open else []
    candidate.next_due = [
        {
            "code": due.code,
            "rule": due.rule,
            "transition": due.transition,
            "label": due.label,
            "starts_on": due.starts_on.isoformat(),
            "due_on": due.due_on.isoformat(),
            "citation": due.citation,
            "unverified": due.unverified,
        }
        for due in dues
    ]
    candidate.next_due_on = dues[0].due_on if dues else None
    Candidate.objects.filter(pk=candidate.pk).update(next_due=candidate.next_due, next_due_on=candidate.next_due_on)
