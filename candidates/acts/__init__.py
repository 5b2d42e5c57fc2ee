"""The acts: what each asks for, what it tells the rules, what it leaves in the dossier."""

from candidates.acts.fields import ActField, Kind
from candidates.acts.table import ACTS, ActForm

__all__ = ["ACTS", "ActField", "ActForm", "Kind"]
