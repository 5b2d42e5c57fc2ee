"""Months by their closing day, and the four windows of a figure."""

import datetime
import itertools

import pytest

from reports.figures import percent, shown
from reports.periods import Period, Window, month, months_closed, year_to_date

DAY = datetime.date


@pytest.mark.parametrize(
    ("number", "closing_day", "expected"),
    [
        (2, 31, (DAY(2026, 2, 1), DAY(2026, 2, 28))),
        (1, 20, (DAY(2026, 1, 1), DAY(2026, 1, 20))),
        (2, 20, (DAY(2026, 1, 21), DAY(2026, 2, 20))),
        (12, 20, (DAY(2026, 11, 21), DAY(2026, 12, 31))),
    ],
)
def test_month_closes_on_its_day(number, closing_day, expected):
    assert month(2026, number, closing_day=closing_day).days == expected


@pytest.mark.parametrize("closing_day", [15, 20, 30, 31])
def test_twelve_months_are_the_year(closing_day):
    months = [month(2024, number, closing_day=closing_day) for number in range(1, 13)]
    assert sum((one.to_on - one.from_on).days + 1 for one in months) == 366
    assert all(
        after.from_on - before.to_on == datetime.timedelta(days=1) for before, after in itertools.pairwise(months)
    )


def test_windows_of_a_leap_february():
    assert month(2024, 2).windows == {
        "period": Period(DAY(2024, 2, 1), DAY(2024, 2, 29)),
        "year": Window(DAY(2024, 1, 1), DAY(2024, 2, 29)),
        "last_period": Period(DAY(2023, 2, 1), DAY(2023, 2, 28)),
        "last_year": Window(DAY(2023, 1, 1), DAY(2023, 2, 28)),
    }


def test_only_closed_months_are_due():
    since = DAY(2025, 11, 5)
    due = [list(months_closed(since, today)) for today in (DAY(2025, 11, 30), DAY(2025, 12, 1), DAY(2026, 2, 1))]
    assert due == [[], [month(2025, 11)], [month(2025, 11), month(2025, 12), month(2026, 1)]]


def test_period_does_not_leave_its_year():
    with pytest.raises(ValueError, match="within one year"):
        Period(DAY(2025, 12, 20), DAY(2026, 1, 5))
    assert year_to_date(2025, DAY(2026, 3, 1)).days == (DAY(2025, 1, 1), DAY(2025, 12, 31))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (2, 3, "66,7 %"),
        (1, 3, "33,3 %"),
        (1, 16, "6,3 %"),  # 6.25 rounds half up (RPT-1)
        (0, 5, "0,0 %"),
        (5, 5, "100,0 %"),
        (3, 0, "–"),
        (3, None, "–"),
        (None, 4, "–"),
    ],
)
def test_percentages_are_rounded_half_up_and_never_divided_by_nothing(part, whole, expected):
    assert shown(percent(part, whole)) == expected
