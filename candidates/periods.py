"""Months, years and dates of which only a part is known (§8.3 of the field's conventions)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_VIETNAMESE = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")


def add_months(start: date, months: int) -> date:
    """The same day of the month `months` calendar months later, clipped to that month's end."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def add_years(start: date, years: int) -> date:
    """The same day `years` years later; 29/02 becomes 28/02 in a common year."""
    return add_months(start, 12 * years)


def full_months(start: date, end: date) -> int:
    """Calendar months completed from `start` to `end`; negative if `end` is earlier."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def full_years(start: date, end: date) -> int:
    """Years completed from `start` to `end`, as an age is counted."""
    return full_months(start, end) // 12


@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, the month or the year; what is not known is 1."""

    first: date
    precision: str = "day"

    def __post_init__(self) -> None:
        if self.precision not in ("day", "month", "year"):
            raise ValueError(f"precision is day, month or year, not {self.precision!r}")
        known = {
            "day": self.first,
            "month": self.first.replace(day=1),
            "year": self.first.replace(month=1, day=1),
        }
        object.__setattr__(self, "first", known[self.precision])

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read 2005, 2005-06, 2005-06-26, 06/2005 or 26/06/2005; anything else raises ValueError."""
        text = text.strip()
        if found := _ISO.fullmatch(text):
            year, month, day = found.groups()
        elif found := _VIETNAMESE.fullmatch(text):
            day, month, year = found.groups()
        else:
            raise ValueError(f"not a date: {text!r}")
        precision = "day" if day else "month" if month else "year"
        return cls(date(int(year), int(month or 1), int(day or 1)), precision)

    @property
    def exact(self) -> bool:
        return self.precision == "day"

    @property
    def last(self) -> date:
        """The latest day this date can stand for."""
        if self.precision == "day":
            return self.first
        return date.fromordinal(add_months(self.first, 12 if self.precision == "year" else 1).toordinal() - 1)

    def __str__(self) -> str:
        return self.first.strftime({"day": "%d/%m/%Y", "month": "%m/%Y", "year": "%Y"}[self.precision])


def parse_day(text: str) -> date:
    """Read a whole date, 2005-06-26 or 26/06/2005; anything else raises ValueError."""
    parsed = PartialDate.parse(text)
    if not parsed.exact:
        raise ValueError(f"the day is missing: {text!r}")
    return parsed.first
