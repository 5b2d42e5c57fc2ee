"""Working days in Viet Nam: Monday to Friday without public holidays, days in lieu and swapped days off.

No regulation of the Party defines the working day (OPEN-9). A Saturday worked in return for a swapped day off is not
counted unless the overrides say so.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import holidays

NO_OVERRIDES: Mapping[date, bool] = {}


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Days off decreed for `year`, days in lieu and swapped days included."""
    return frozenset(holidays.country_holidays("VN", years=year))


def is_working_day(day: date, overrides: Mapping[date, bool] = NO_OVERRIDES) -> bool:
    """Whether `day` is worked; `overrides` {day: is it worked} has the last word."""
    if day in overrides:
        return overrides[day]
    return day.weekday() < 5 and day not in public_holidays(day.year)


def add_working_days(start: date, count: int, overrides: Mapping[date, bool] = NO_OVERRIDES) -> date:
    """The day that completes `count` working days; the day after `start` is the first and the last one counts.

    Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("count of working days is negative")
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, overrides)
    return day


def working_days_between(start: date, end: date, overrides: Mapping[date, bool] = NO_OVERRIDES) -> int:
    """Working days after `start` up to and including `end`; negative if `end` is earlier."""
    if end < start:
        return -working_days_between(end, start, overrides)
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(is_working_day(day, overrides) for day in days)
