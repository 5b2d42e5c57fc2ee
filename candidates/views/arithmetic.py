"""The arithmetic of a vote in one line: how many of how many, and how many are needed."""

from dataclasses import dataclass

from candidates.dossier import Body
from candidates.rules.votes import in_words
from candidates.statute import edition_on

# Whose share is which number of the edition (ADM-8, ADM-13).
SHARES = {
    Body.CELL: "cell_share",
    Body.SECTIONAL_COMMITTEE: "committee_share",
    Body.BASE_COMMITTEE: "committee_share",
    Body.DELEGATED_COMMITTEE: "delegated_share",
    Body.STANDING_BOARD: "board_share",
    Body.MASS_COMMITTEE: "introduction_share",
}


@dataclass(frozen=True)
class Tally:
    """`in_favour` of `base` people, of whom `needed` must be; `share` is written as the statute writes it."""

    in_favour: int
    base: int
    share: str
    needed: int

    @property
    def reached(self):
        return self.in_favour >= self.needed


def tally(vote, on):
    """The arithmetic of a vote of that day, or None while its numbers are incomplete or its share is not known."""
    if vote is None or vote.in_favour is None or vote.body is None:
        return None
    base = vote.base if vote.body is Body.CELL else vote.committee_size
    share = getattr(edition_on(on), SHARES[vote.body]).value
    if not base or base < 0 or share is None:
        return None
    return Tally(vote.in_favour - vote.probationary_in_favour, base, in_words(share), share.needed(base))
