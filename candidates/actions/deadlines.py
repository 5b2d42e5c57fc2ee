"""Keeping the next deadlines on the candidacy's own row, where lists and the home page find them."""

from audit.language import of_record
from candidates.dossier import rows
from candidates.models import Candidate
from candidates.pipeline import deadlines
from candidates.policies import policies_for


def refresh_deadlines(candidate, *, on):
    """Recompute the open deadlines of a candidacy from its rows and keep them on its own."""
    fresh = Candidate.objects.with_dossier().get(pk=candidate.pk)
    store_deadlines(candidate, rows.of(fresh, on=on, policies=policies_for(fresh.unit)), on=on)


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
