"""Writing the record of what was done and seen."""

from audit.language import of_record
from audit.models import Entry

# What the current request or job knows of its actor: set by the middleware and the task base.
from audit.origin import current_origin


def record(verb, subject, *, actor, scope_path="", reason="", **details):
    """Add one entry in the caller's transaction and return it.

    `verb` is a dotted word such as "candidate.view"; `subject` a model instance or None;
    `actor` a user, or None for the system itself. `details` must be JSON-able and must not
    hold personal data beyond what the subject's own row shows.
    """
    origin = current_origin()
    with of_record():
        subject_name = str(subject)[:300] if subject is not None else ""
    return Entry.objects.create(
        actor=actor if getattr(actor, "pk", None) else None,
        actor_name=str(actor) if actor else "Hệ thống",
        office=origin.office,
        verb=verb,
        subject_type=subject._meta.label_lower if subject is not None else "",
        subject_id=str(subject.pk) if subject is not None else "",
        subject_name=subject_name,
        scope_path=scope_path or getattr(subject, "party_path", None) or getattr(subject, "path", None) or "",
        reason=reason,
        details=details,
        address=origin.address,
    )
