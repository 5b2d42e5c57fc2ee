"""Which texts were in force on a day, and every number they set. Numbers of the statute stand here and nowhere else."""

from datetime import date

from candidates.statute.edition import Edition
from candidates.statute.editions import EDITIONS, RV2016, RV2021, RV2025A, RV2025B, RV2026A, RV2026B
from candidates.statute.instruments import Instrument
from candidates.statute.provision import Provision, Share

__all__ = [
    "EDITIONS",
    "RV2016",
    "RV2021",
    "RV2025A",
    "RV2025B",
    "RV2026A",
    "RV2026B",
    "Edition",
    "Instrument",
    "NoEdition",
    "Provision",
    "Share",
    "edition_named",
    "edition_on",
    "let_drafts_apply",
]


class NoEdition(LookupError):
    """No edition held here was in force on that day, or bears that key."""


_drafts_apply = True


def let_drafts_apply(apply: bool) -> None:
    """Say once, at the start, whether editions nobody has compared with their text are applied (OPEN-2)."""
    global _drafts_apply
    _drafts_apply = apply


def edition_on(day: date, *, drafts: bool | None = None) -> Edition:
    """The edition by which an act of `day` is judged (VER-1); without `drafts`, the last compared one instead.

    None takes the installation's choice (`let_drafts_apply`).

    Raises NoEdition before 25/07/2016.
    """
    apply = _drafts_apply if drafts is None else drafts
    begun = [edition for edition in EDITIONS if edition.from_on <= day and (apply or not edition.draft)]
    if not begun:
        raise NoEdition(f"no edition before {EDITIONS[0].from_on:%d/%m/%Y}: {day:%d/%m/%Y}")
    return begun[-1]


def edition_named(key: str) -> Edition:
    """The edition stored with an act. Raises NoEdition for a key that is not held."""
    for edition in EDITIONS:
        if edition.key == key:
            return edition
    raise NoEdition(key)
