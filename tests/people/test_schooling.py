import datetime

import pytest

from people.schooling import BadSchooling, Schooling, parse


@pytest.mark.parametrize(
    ("typed", "schooling"),
    [
        ("12/12", Schooling(12, 12)),
        (" 9 / 12 ", Schooling(9, 12)),
        ("7/10", Schooling(7, 10)),
        ("12/12 (bổ túc)", Schooling(12, 12)),
        ("Lớp 9", Schooling(9, 12)),
        (9.0, Schooling(9, 12)),
        ("THPT", Schooling(12, 12)),
        ("thcs", Schooling(9, 12)),
        ("Không", Schooling(0, 12)),
        (datetime.date(2026, 12, 9), Schooling(9, 12)),
        (datetime.date(2026, 9, 12), Schooling(9, 12)),
        (datetime.date(2026, 10, 7), Schooling(7, 10)),
        (datetime.datetime(2026, 12, 12), Schooling(12, 12)),
        ("", None),
        (None, None),
    ],
)
def test_schooling_is_read(typed, schooling):
    assert parse(typed) == schooling


@pytest.mark.parametrize("typed", ["13/12", "11/10", "9/9", "đại học", datetime.date(2026, 9, 30)])
def test_other_text_is_refused(typed):
    with pytest.raises(BadSchooling) as refusal:
        parse(typed)
    assert str(refusal.value) == f"“{typed}” không phải trình độ văn hóa; hãy viết 12/12, 9/12 hoặc 7/10."


@pytest.mark.parametrize(
    ("schooling", "lower_secondary", "primary"),
    [
        (Schooling(9, 12), False, False),
        (Schooling(8, 12), True, False),
        (Schooling(7, 10), False, False),
        (Schooling(6, 10), True, False),
        (Schooling(4, 12), True, True),
        (Schooling(4, 10), True, False),
        (Schooling(0, 12), True, True),
    ],
)
def test_what_is_below_a_level(schooling, lower_secondary, primary):
    assert (schooling.below_lower_secondary, schooling.below_primary) == (lower_secondary, primary)


def test_schooling_is_printed_as_typed():
    assert [str(Schooling(12, 12)), str(Schooling(7, 10)), str(Schooling(0))] == ["12/12", "7/10", "Không"]
