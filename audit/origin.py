"""Where an act comes from: the office held and the address, for the length of a request or job."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    office: str = ""
    address: str | None = None


_NOWHERE = Origin()
_origin: ContextVar[Origin] = ContextVar("audit_origin", default=_NOWHERE)


def current_origin():
    """The origin in force; an empty one outside a request, so that an entry never depends on it."""
    return _origin.get()


@contextmanager
def acting(*, office="", address=None):
    """Give the entries written inside the block this office and address."""
    token = _origin.set(Origin(office=office[:300], address=address))
    try:
        yield
    finally:
        _origin.reset(token)
