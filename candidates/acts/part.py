"""What every part of an act is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from candidates.acts.fields import ActField
from candidates.dossier import Dossier
from candidates.models import Candidate, StageChange

Act = Mapping[str, Any]


class Part:
    """One part of an act. `facts` gives what `Dossier.with_act` takes; `write` leaves rows behind."""

    @property
    def fields(self) -> tuple[ActField, ...]:
        return ()

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        return {}

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        return
