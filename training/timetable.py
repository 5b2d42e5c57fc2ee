"""When the sessions of a class are held: topics from the curriculum, days from the shift and the weekdays chosen."""

import datetime
from collections.abc import Iterator

# Parts of the day in which each shift sits, in order.
PARTS = {
    "daytime": ("morning", "afternoon"),
    "evening": ("evening",),
    "weekend": ("morning", "afternoon"),
}
# Monday is 0. What each shift may choose from, and chooses when nobody says otherwise.
WEEKDAYS = {
    "daytime": frozenset(range(5)),
    "evening": frozenset(range(7)),
    "weekend": frozenset({5, 6}),
}
LONGEST_SEARCH = 366


def topics(lessons, sessions):
    """The topic of each of the `sessions`, in order: a lesson of twice the usual periods takes two of them."""
    share = sum(lesson["periods"] for lesson in lessons) / sessions if sessions else 0
    spread = [lesson["title"] for lesson in lessons for _turn in range(max(1, round(lesson["periods"] / share)))]
    return (spread + [""] * sessions)[:sessions]


def sittings(shift, starts_on, count, *, weekdays=(), days_off=()) -> list[tuple[datetime.date, str]]:
    """The first `count` (day, part of the day) pairs from `starts_on` on, on the weekdays chosen, never on a day off.

    Fewer are returned only if a year does not hold them.
    """
    return [sitting for _turn, sitting in zip(range(count), _all(shift, starts_on, weekdays, days_off), strict=False)]


def _all(shift, starts_on, weekdays, days_off) -> Iterator[tuple[datetime.date, str]]:
    chosen = (frozenset(weekdays) & WEEKDAYS[shift]) or WEEKDAYS[shift]
    for ahead in range(LONGEST_SEARCH):
        day = starts_on + datetime.timedelta(days=ahead)
        if day.weekday() in chosen and day not in days_off:
            for part in PARTS[shift]:
                yield day, part
