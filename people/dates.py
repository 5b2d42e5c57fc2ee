"""Dates as old papers give them: a day, a month or only a year, typed in every manner an office knows."""

import calendar
import datetime
import functools
import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

DAY, MONTH, YEAR = "day", "month", "year"

# Years outside this range are slips of the hand: nobody in these lists was born, hired or certified in them.
FIRST_YEAR, LAST_YEAR = 1900, 2100

# A year of two digits falls in the hundred years that end with this one: 36-99 are 1936-1999, 00-35 are 2000-2035.
LAST_SHORT_YEAR = 2035

# Day 0 of a spreadsheet's serial dates; 10000 is 18/05/1927, 73050 is 31/12/2099.
SERIAL_EPOCH = datetime.date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 10_000, 73_050

SEPARATOR = r"\s*[-/.,\s]\s*"
DAY_MONTH_YEAR = re.compile(rf"(\d{{1,2}}){SEPARATOR}(\d{{1,2}}){SEPARATOR}(\d{{4}}|\d{{2}})")
MONTH_YEAR = re.compile(rf"(\d{{1,2}}){SEPARATOR}(\d{{4}})")
YEAR_MONTH_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{2}:\d{2}.*)?")
COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4})")
WORDS = re.compile(r"\b(ngày|tháng|năm)\b", re.IGNORECASE)


class ImpossibleDate(ValueError):
    """The text is not a date, or a date that no calendar has; the message says which, in Vietnamese."""


@functools.total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A day, a month or a year, as far as the paper gives it.

    Ordered by its first day; of two that begin on the same day the less precise stands first.
    Raises ImpossibleDate where the calendar has no such day or month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ImpossibleDate(_("Năm %(year)s không hợp lý.") % {"year": self.year})
        if self.month is None:
            if self.day is not None:
                raise ImpossibleDate(_("Có ngày nhưng thiếu tháng."))
            return
        if not 1 <= self.month <= 12:
            raise ImpossibleDate(
                _("Không có tháng %(month)s; ngày được viết theo thứ tự ngày/tháng/năm.") % {"month": self.month}
            )
        if self.day is not None and not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            raise ImpossibleDate(
                _("Tháng %(month)s/%(year)s không có ngày %(day)s.")
                % {"day": self.day, "month": self.month, "year": self.year}
            )

    @classmethod
    def of(cls, day: datetime.date, precision: str = DAY) -> "PartialDate":
        """`day` kept to `precision`: what the stored pair of date and precision means."""
        if precision == YEAR:
            return cls(day.year)
        if precision == MONTH:
            return cls(day.year, day.month)
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_json(cls, text: str) -> "PartialDate":
        """The reverse of `isoformat`: YYYY, YYYY-MM or YYYY-MM-DD. Raises ImpossibleDate."""
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
            raise ImpossibleDate(_("“%(text)s” không phải ngày dạng năm-tháng-ngày.") % {"text": text})
        return cls(*(int(part) for part in text.split("-")))

    @property
    def precision(self) -> str:
        if self.month is None:
            return YEAR
        return MONTH if self.day is None else DAY

    @property
    def date(self) -> datetime.date:
        """The first day it may be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_date(self) -> datetime.date:
        """The last day it may be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def isoformat(self) -> str:
        return "-".join(
            [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)],
        )

    def __str__(self) -> str:
        return "/".join(
            [*(f"{part:02}" for part in (self.day, self.month) if part is not None), f"{self.year:04}"],
        )

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        # January and the first of a month sort with the year and the month they begin, after them.
        return (self.year, (self.month or 1) * 2 - (self.month is None), self.day or 0)


def parse(raw: Any, *, last_short_year: int = LAST_SHORT_YEAR) -> PartialDate | None:
    """What a cell or a field says, or None where it is blank.

    Accepted: 1/2/90, 01-02-1990, 05.03.1990, 01021990, 7/2019, 1985, 1990-02-01, dates, serial days of a spreadsheet,
    also with the words ngày, tháng, năm. A year of two digits falls in the hundred years that end with
    `last_short_year`. Raises ImpossibleDate.
    """
    if raw is None or isinstance(raw, PartialDate):
        return raw
    if isinstance(raw, datetime.datetime):
        return PartialDate.of(raw.date())
    if isinstance(raw, datetime.date):
        return PartialDate.of(raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _from_number(raw)
    text = WORDS.sub(" ", str(raw)).strip(" \t\r\n\u00a0'’.,;")
    text = re.sub(r"\s+", " ", text)
    if not text:
        return None
    return _from_text(text, raw=raw, last_short_year=last_short_year)


def _from_text(text: str, *, raw: Any, last_short_year: int) -> PartialDate:
    if found := YEAR_MONTH_DAY.fullmatch(text):
        return PartialDate(*(int(part) for part in found.groups() if part))
    if found := DAY_MONTH_YEAR.fullmatch(text) or COMPACT.fullmatch(text):
        day, month, year = found.groups()
        return PartialDate(_full_year(year, last_short_year), int(month), int(day))
    if found := MONTH_YEAR.fullmatch(text):
        month, year = found.groups()
        return PartialDate(int(year), int(month))
    if re.fullmatch(r"\d{4}", text):
        return PartialDate(int(text))
    raise ImpossibleDate(_("“%(text)s” không phải ngày; hãy viết ngày/tháng/năm, ví dụ 05/03/1990.") % {"text": raw})


def _full_year(year: str, last_short_year: int) -> int:
    if len(year) == 4:
        return int(year)
    return last_short_year - (last_short_year - int(year)) % 100


def _from_number(number: float) -> PartialDate:
    """A cell that a spreadsheet keeps as a number: a serial day, a year, ddmmyyyy without its zero, or 7.2019."""
    whole = int(number) if number == number and abs(number) < 1e9 else 0
    if FIRST_SERIAL <= whole <= LAST_SERIAL:
        return PartialDate.of(SERIAL_EPOCH + datetime.timedelta(days=whole))
    if whole == number and FIRST_YEAR <= whole <= LAST_YEAR:
        return PartialDate(whole)
    if whole == number and 1_000_000 <= whole <= 99_999_999:
        return _from_text(f"{whole:08}", raw=whole, last_short_year=LAST_SHORT_YEAR)
    if 1 <= number < 13 and whole != number:
        # "12.2020" typed into a number cell comes back as 12.202: the year's last zero is lost.
        month, _point, year = str(number).partition(".")
        return _from_text(f"{month}/{year:0<4}", raw=number, last_short_year=LAST_SHORT_YEAR)
    raise ImpossibleDate(_("“%(text)s” không phải ngày; hãy viết ngày/tháng/năm, ví dụ 05/03/1990.") % {"text": number})
