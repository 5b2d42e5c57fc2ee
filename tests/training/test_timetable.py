import datetime

from training import timetable

DAY = datetime.date
MONDAY = DAY(2026, 3, 2)


def days(shift, count, **options):
    return [(f"{on:%d/%m}", part) for on, part in timetable.sittings(shift, MONDAY, count, **options)]


def test_ten_daytime_sessions_fill_one_working_week():
    assert days("daytime", 10) == [
        (day, part) for day in ("02/03", "03/03", "04/03", "05/03", "06/03") for part in ("morning", "afternoon")
    ]


def test_daytime_goes_round_the_weekend_and_a_day_off():
    assert [day for day, _part in days("daytime", 12, days_off={DAY(2026, 3, 4)})] == (
        ["02/03"] * 2 + ["03/03"] * 2 + ["05/03"] * 2 + ["06/03"] * 2 + ["09/03"] * 2 + ["10/03"] * 2
    )


def test_evenings_are_held_on_the_weekdays_chosen():
    assert days("evening", 4, weekdays={0, 2, 4}) == [
        ("02/03", "evening"),
        ("04/03", "evening"),
        ("06/03", "evening"),
        ("09/03", "evening"),
    ]


def test_weekends_begin_with_the_first_saturday():
    assert days("weekend", 4) == [
        ("07/03", "morning"),
        ("07/03", "afternoon"),
        ("08/03", "morning"),
        ("08/03", "afternoon"),
    ]


def test_weekdays_that_the_shift_does_not_know_choose_nothing():
    assert days("weekend", 1, weekdays={0}) == [("07/03", "morning")]


def test_second_lesson_takes_two_of_ten_sessions():
    lessons = [
        {"title": "Bài 1", "periods": 5},
        {"title": "Bài 2", "periods": 10},
        {"title": "Bài 3", "periods": 5},
    ]
    assert timetable.topics(lessons, 4) == ["Bài 1", "Bài 2", "Bài 2", "Bài 3"]
