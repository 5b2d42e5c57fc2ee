"""Every write about a candidacy."""

from candidates.actions.advance import advance, authority, dossier_of, preview, write_act
from candidates.actions.deadlines import refresh_deadlines, store_deadlines
from candidates.actions.dossier import (
    add_introduction,
    assign_mentor,
    record_paper,
    request_verification,
    reveal_identity,
)
from candidates.actions.errors import Refused, Stale
from candidates.actions.newcomer import AlreadyFollowed, Member, Work, nominate_again, nominate_newcomer
from candidates.actions.nominate import Resolution, assign_unit, nominate, open_candidacy

__all__ = [
    "AlreadyFollowed",
    "Member",
    "Refused",
    "Resolution",
    "Stale",
    "Work",
    "add_introduction",
    "advance",
    "assign_mentor",
    "assign_unit",
    "authority",
    "dossier_of",
    "nominate",
    "nominate_again",
    "nominate_newcomer",
    "open_candidacy",
    "preview",
    "record_paper",
    "refresh_deadlines",
    "request_verification",
    "reveal_identity",
    "store_deadlines",
    "write_act",
]
