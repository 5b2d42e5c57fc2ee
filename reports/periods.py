"""The periods that are reported on, and the four windows every figure is counted in."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """Days from `from_on` to `to_on`, both included."""

    from_on: date
    to_on: date

    def __post_init__(self) -> None:
        if self.to_on < self.from_on:
            raise ValueError(f"a window ends before it begins: {self.from_on} – {self.to_on}")

    @property
    def days(self) -> tuple[date, date]:
        return self.from_on, self.to_on


@dataclass(frozen=True)
class Period(Window):
    """What one report covers; within one calendar year."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.from_on.year != self.to_on.year:
            raise ValueError(f"a period lies within one year: {self.from_on} – {self.to_on}")

    @property
    def year(self) -> int:
        return self.to_on.year

    @property
    def to_date(self) -> Window:
        """From 1 January to the end of the period."""
        return Window(date(self.year, 1, 1), self.to_on)

    @property
    def last(self) -> "Period":
        """The same days a year earlier; the end of February stays its end."""
        return Period(_year_before(self.from_on), _year_before(self.to_on))

    @property
    def windows(self) -> dict[str, Window]:
        """The window of each column: this period, this year so far, and both a year earlier."""
        last = self.last
        return {"period": self, "year": self.to_date, "last_period": last, "last_year": last.to_date}


def month(year: int, number: int, *, closing_day: int = 31) -> Period:
    """The reporting month that closes on `closing_day` (or the month's last day, if that is sooner).

    The next one begins the day after. January begins on the 1st and December ends on the 31st whatever the closing
    day, so that twelve months are the calendar year.
    """
    from_on = date(year, 1, 1) if number == 1 else _closing(year, number - 1, closing_day) + DAY
    to_on = date(year, 12, 31) if number == 12 else _closing(year, number, closing_day)
    return Period(from_on, to_on)


def year_to_date(year: int, today: date) -> Period:
    """The year so far, or the whole of a year that is over. Raises ValueError for a year that has not begun."""
    return Period(date(year, 1, 1), min(today, date(year, 12, 31)))


def months_closed(since: date, today: date, *, closing_day: int = 31) -> Iterator[Period]:
    """Every reporting month that ends on or after `since` and was over before `today`, oldest first."""
    year, number = since.year, since.month
    while (period := month(year, number, closing_day=closing_day)).to_on < today:
        if period.to_on >= since:
            yield period
        year, number = (year + 1, 1) if number == 12 else (year, number + 1)


def _closing(year: int, number: int, closing_day: int) -> date:
    return date(year, number, min(closing_day, calendar.monthrange(year, number)[1]))


def _year_before(day: date) -> date:
    last = calendar.monthrange(day.year, day.month)[1]
    last_before = calendar.monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, last_before if day.day == last else min(day.day, last_before))
