"""What a rule yields."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

from candidates.dossier import Dossier
from candidates.statute import Edition, Provision


class Severity(StrEnum):
    REFUSE = "refuse"
    WARN = "warn"


@dataclass(frozen=True)
class Finding:
    """One thing missing or wrong; `clears` names the field, or the form code after "papers.", that would clear it."""

    rule: str
    severity: Severity
    message: str
    citation: str
    clears: str = ""
    unverified: bool = False

    @property
    def refuses(self) -> bool:
        return self.severity is Severity.REFUSE


Rule = Callable[[Dossier, Edition, date], Iterator[Finding]]


def refuse(
    rule: str, message: str | Promise, provision: Provision[Any], *, clears: str = "", **facts: object
) -> Finding:
    """A finding that stops the act. Dates among `facts` are written dd/mm/yyyy into the message."""
    return _finding(Severity.REFUSE, rule, message, provision, clears, facts)


def warn(rule: str, message: str | Promise, provision: Provision[Any], *, clears: str = "", **facts: object) -> Finding:
    """A finding that asks for a written reason."""
    return _finding(Severity.WARN, rule, message, provision, clears, facts)


def _finding(
    severity: Severity,
    rule: str,
    message: str | Promise,
    provision: Provision[Any],
    clears: str,
    facts: dict[str, object],
) -> Finding:
    written = {name: f"{fact:%d/%m/%Y}" if isinstance(fact, date) else fact for name, fact in facts.items()}
    return Finding(rule, severity, str(message) % written, provision.citation, clears, not provision.verified)
