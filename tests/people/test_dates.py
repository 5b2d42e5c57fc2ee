import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.dates import ImpossibleDate, PartialDate, parse


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1/2/90", PartialDate(1990, 2, 1)),
        ("01-02-1990", PartialDate(1990, 2, 1)),
        ("05.03.1990", PartialDate(1990, 3, 5)),
        (" 5 / 3 / 1990 ", PartialDate(1990, 3, 5)),
        ("5 3 1990", PartialDate(1990, 3, 5)),
        ("01021990", PartialDate(1990, 2, 1)),
        ("7/2019", PartialDate(2019, 7)),
        ("07.2019", PartialDate(2019, 7)),
        ("tháng 7 năm 2019", PartialDate(2019, 7)),
        ("ngày 05 tháng 3 năm 1990", PartialDate(1990, 3, 5)),
        ("1985", PartialDate(1985)),
        ("Năm 1985", PartialDate(1985)),
        ("1990-02-01", PartialDate(1990, 2, 1)),
        ("1990-02-01 00:00:00", PartialDate(1990, 2, 1)),
        ("'05/03/1990", PartialDate(1990, 3, 5)),
        ("29/02/2024", PartialDate(2024, 2, 29)),
        (datetime.date(1990, 2, 1), PartialDate(1990, 2, 1)),
        (datetime.datetime(1990, 2, 1, 7, 30), PartialDate(1990, 2, 1)),
        (32905.0, PartialDate(1990, 2, 1)),
        (32905, PartialDate(1990, 2, 1)),
        (1985.0, PartialDate(1985)),
        (1021990.0, PartialDate(1990, 2, 1)),
        (31121990.0, PartialDate(1990, 12, 31)),
        (7.2019, PartialDate(2019, 7)),
        (12.202, PartialDate(2020, 12)),
        ("1/1/35", PartialDate(2035, 1, 1)),
        ("1/1/36", PartialDate(1936, 1, 1)),
        ("1/1/00", PartialDate(2000, 1, 1)),
        ("", None),
        ("  ", None),
        (None, None),
        (PartialDate(2019, 7), PartialDate(2019, 7)),
    ],
)
def test_every_manner_of_typing_is_read(typed, meant):
    assert parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("31/04/2023", "Tháng 4/2023 không có ngày 31."),
        ("31/02/2004", "Tháng 2/2004 không có ngày 31."),
        ("29/02/2023", "Tháng 2/2023 không có ngày 29."),
        ("04/25/2023", "Không có tháng 25; ngày được viết theo thứ tự ngày/tháng/năm."),
        ("13/2019", "Không có tháng 13; ngày được viết theo thứ tự ngày/tháng/năm."),
        ("5/3/1890", "Năm 1890 không hợp lý."),
        ("hôm qua", "“hôm qua” không phải ngày; hãy viết ngày/tháng/năm, ví dụ 05/03/1990."),
        ("010290", "“010290” không phải ngày; hãy viết ngày/tháng/năm, ví dụ 05/03/1990."),
        (0.5, "“0.5” không phải ngày; hãy viết ngày/tháng/năm, ví dụ 05/03/1990."),
        (float("nan"), "“nan” không phải ngày; hãy viết ngày/tháng/năm, ví dụ 05/03/1990."),
    ],
)
def test_an_impossible_date_says_why(typed, message):
    with pytest.raises(ImpossibleDate) as refusal:
        parse(typed)
    assert str(refusal.value) == message


def test_the_pivot_of_short_years_can_be_chosen():
    assert parse("1/2/90", last_short_year=2099) == PartialDate(2090, 2, 1)


@pytest.mark.parametrize(
    ("partial", "text", "iso", "precision", "first", "last"),
    [
        (PartialDate(1990, 2, 1), "01/02/1990", "1990-02-01", "day", (1990, 2, 1), (1990, 2, 1)),
        (PartialDate(2024, 2), "02/2024", "2024-02", "month", (2024, 2, 1), (2024, 2, 29)),
        (PartialDate(1985), "1985", "1985", "year", (1985, 1, 1), (1985, 12, 31)),
    ],
)
def test_a_partial_date_in_all_its_forms(partial, text, iso, precision, first, last):
    forms = (str(partial), partial.isoformat(), partial.precision, partial.date, partial.last_date)
    assert forms == (text, iso, precision, datetime.date(*first), datetime.date(*last))
    assert PartialDate.from_json(iso) == partial
    assert PartialDate.of(partial.date, partial.precision) == partial


def test_partial_dates_stand_in_order_of_time():
    in_order = [
        PartialDate(1989, 12, 31),
        PartialDate(1990),
        PartialDate(1990, 1),
        PartialDate(1990, 1, 1),
        PartialDate(1990, 1, 2),
        PartialDate(1990, 2),
        PartialDate(1990, 2, 1),
        PartialDate(1991),
    ]
    assert [(earlier, later) for earlier, later in pairwise(in_order) if not earlier < later] == []


@pytest.mark.parametrize("parts", [(1990, None, 5), (1990, 13), (1990, 0), (1990, 2, 30), (1899,), (2101,)])
def test_an_impossible_partial_date_cannot_be_made(parts):
    with pytest.raises(ImpossibleDate):
        PartialDate(*parts)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_what_is_printed_is_read_back(day):
    assert parse(str(PartialDate.of(day))) == PartialDate.of(day)
    assert parse(day.strftime("%d%m%Y")) == PartialDate.of(day)
    assert parse(day.isoformat()) == PartialDate.of(day)
