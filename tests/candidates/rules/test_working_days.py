"""Working days and months, by example and by what must hold for any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates.calendar import add_working_days, is_working_day, working_days_between
from candidates.periods import add_months, add_years, full_months, full_years

DAYS = st.dates(date(2016, 7, 25), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("start", "count", "due_on"),
    [
        (date(2023, 3, 27), 30, date(2023, 5, 11)),  # verification
        (date(2023, 5, 25), 60, date(2023, 8, 17)),  # decision
        (date(2023, 7, 25), 30, date(2023, 9, 7)),  # ceremony
        (date(2023, 8, 11), 30, date(2023, 9, 26)),  # member's record and sheet
        (date(2024, 8, 11), 30, date(2024, 9, 24)),  # cell recognises, counted from a Sunday
        (date(2024, 8, 22), 30, date(2024, 10, 7)),  # recognition
        (date(2025, 8, 15), 30, date(2025, 9, 30)),  # the next year's National Day
        (date(2026, 2, 10), 10, date(2026, 3, 3)),  # across Tết
        (date(2023, 5, 25), 0, date(2023, 5, 25)),
    ],
)
def test_last_day_in_time(start, count, due_on):
    assert add_working_days(start, count) == due_on


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2023, 4, 29), date(2023, 5, 3)),
        (date(2023, 9, 1), date(2023, 9, 4)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2024, 4, 18), date(2024, 4, 18)),
        (date(2024, 4, 29), date(2024, 5, 1)),
        (date(2024, 8, 31), date(2024, 9, 3)),
        (date(2025, 8, 30), date(2025, 9, 2)),
    ],
)
def test_holidays_begin_and_end_where_they_were_decreed(first, last):
    worked = [is_working_day(first + timedelta(days=number)) for number in range((last - first).days + 1)]
    assert worked == [False] * len(worked)


def test_overrides_have_the_last_word():
    saturday, monday = date(2024, 5, 4), date(2024, 5, 6)
    assert add_working_days(date(2024, 5, 3), 1) == monday
    assert add_working_days(date(2024, 5, 3), 1, {saturday: True}) == saturday
    assert add_working_days(date(2024, 5, 3), 1, {monday: False}) == date(2024, 5, 7)


def test_negative_count_is_refused():
    with pytest.raises(ValueError):
        add_working_days(date(2024, 5, 3), -1)


@given(DAYS, st.integers(1, 90))
def test_adding_and_counting_agree(start, count):
    end = add_working_days(start, count)
    assert (is_working_day(end), working_days_between(start, end), working_days_between(end, start)) == (
        True,
        count,
        -count,
    )


@given(DAYS, st.integers(0, 60))
def test_later_starts_are_never_due_earlier(start, count):
    assert add_working_days(start, count) <= add_working_days(start + timedelta(days=1), count)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2023, 8, 11), 12, date(2024, 8, 11)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2020, 1, 15), 60, date(2025, 1, 15)),
        (date(2023, 3, 31), -1, date(2023, 2, 28)),
    ],
)
def test_months_are_clipped_to_the_months_end(start, months, end):
    assert add_months(start, months) == end


def test_years_of_a_leap_day():
    assert add_years(date(2004, 2, 29), 18) == date(2022, 2, 28)
    assert full_years(date(2004, 2, 29), date(2022, 2, 28)) == 18


@given(DAYS, st.integers(0, 120))
def test_months_added_are_months_completed(start, months):
    end = add_months(start, months)
    assert (full_months(start, end), full_months(start, end - timedelta(days=1)) < months or months == 0) == (
        months,
        True,
    )
