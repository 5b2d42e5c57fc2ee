"""Calendar months and years between two days."""

import calendar
from datetime import date


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
