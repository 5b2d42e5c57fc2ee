"""One number of the statute with the place it comes from."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Generic, TypeVar

from candidates.statute.instruments import Instrument

Value = TypeVar("Value")


@dataclass(frozen=True)
class Share:
    """A part of a whole that votes must reach: at least 2/3, or more than 1/2."""

    part: Fraction
    more_than: bool = False

    def needed(self, whole: int) -> int:
        """The fewest votes that reach this share of `whole` people."""
        exact = self.part * whole
        return floor(exact) + 1 if self.more_than else ceil(exact)

    def reached(self, votes: int, whole: int) -> bool:
        return whole > 0 and votes >= self.needed(whole)

    def __str__(self) -> str:
        return "quá nửa" if self.more_than else str(self.part)


@dataclass(frozen=True)
class Provision(Generic[Value]):
    """A value, the instrument and article that set it, and whether the text itself was compared.

    `source` are marks of the list of sources in docs/statute.md, or "kiến thức chung" where no text was seen;
    `open_point` names the question that is not settled.
    """

    value: Value
    instrument: Instrument
    article: str = ""
    source: str = ""
    verified: bool = False
    open_point: str = ""

    @property
    def citation(self) -> str:
        """What a secretary may quote, with a warning where nobody compared it with the text."""
        if self.article:
            place = f"{self.article} {self.instrument}"
            return place if self.verified else f"{place} (chưa đối chiếu)"
        note = "chưa đối chiếu điều khoản" if self.verified else "chưa đối chiếu"
        return f"{self.instrument} ({note})"
