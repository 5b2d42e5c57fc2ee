"""Every write on persons. Each is one transaction and leaves an audit entry."""

from people.actions.consents import give_consent, withdraw_consent
from people.actions.histories import employ, end_employment, join, leave
from people.actions.persons import (
    Changed,
    IdentityTaken,
    Stale,
    look_up_number,
    register_person,
    update_person,
)

__all__ = [
    "Changed",
    "IdentityTaken",
    "Stale",
    "employ",
    "end_employment",
    "give_consent",
    "join",
    "leave",
    "look_up_number",
    "register_person",
    "update_person",
    "withdraw_consent",
]
