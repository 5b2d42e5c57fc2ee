"""Every write about a candidacy."""

from candidates.actions.advance import advance, authority, dossier_of, preview
from candidates.actions.deadlines import refresh_deadlines
from candidates.actions.dossier import (
    add_introduction,
    assign_mentor,
    record_paper,
    request_verification,
    reveal_identity,
)
from candidates.actions.errors import Refused, Stale
from candidates.actions.nominate import Resolution, assign_unit, nominate

__all__ = [
    "Refused",
    "Resolution",
    "Stale",
    "add_introduction",
    "advance",
    "assign_mentor",
    "assign_unit",
    "authority",
    "dossier_of",
    "nominate",
    "preview",
    "record_paper",
    "refresh_deadlines",
    "request_verification",
    "reveal_identity",
]
