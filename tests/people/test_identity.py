import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.dates import PartialDate
from people.identity import (
    FEMALE,
    MALE,
    Finding,
    Severity,
    check,
    mask,
    normalise,
    province_of,
    sex_of,
    year_of,
)
from people.provinces import PROVINCES


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("060196004521", "060196004521"),
        (" 060 196 004521 ", "060196004521"),
        ("060.196.004.521", "060196004521"),
        ("060-196-004521", "060196004521"),
        ("'060196004521", "060196004521"),
        ("060\u00a0196\u00a0004521", "060196004521"),
        (60196004521.0, "60196004521"),
        (60196004521, "60196004521"),
        ("60196004521.0", "60196004521"),
        ("06019600452A", "06019600452A"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_number_is_brought_to_its_digits(raw, number):
    assert normalise(raw) == number


@pytest.mark.parametrize(
    ("number", "message", "suggestion"),
    [
        ("", "Thiếu số CCCD.", ""),
        (
            "60196004521",
            "Số CCCD phải có 12 chữ số, ở đây có 11. Bảng tính có thể đã làm mất số 0 ở đầu: 060196004521?",
            "060196004521",
        ),
        (
            "1096004521",
            "Số CCCD phải có 12 chữ số, ở đây có 10. Bảng tính có thể đã làm mất số 0 ở đầu: 001096004521?",
            "001096004521",
        ),
        ("07509045194", "Số CCCD phải có 12 chữ số, ở đây có 11.", ""),
        ("06018842035", "Số CCCD phải có 12 chữ số, ở đây có 11.", ""),
        ("0601960045211", "Số CCCD phải có 12 chữ số, ở đây có 13.", ""),
        ("06019600452A", "Số CCCD chỉ gồm 12 chữ số.", ""),
        ("٠٦٠١٩٦٠٠٤٥٢١", "Số CCCD chỉ gồm 12 chữ số.", ""),
        ("261234567", "Đây là số CMND 9 số, đã hết giá trị sử dụng sau 31/12/2024; cần số CCCD 12 chữ số.", ""),
    ],
)
def test_a_number_of_other_length_is_refused(number, message, suggestion):
    assert check(number) == [Finding("ID-1", "identity_number", Severity.REFUSE, message, suggestion)]


SEX_DISAGREES = Finding(
    "ID-3",
    "sex",
    Severity.OVERRIDE,
    "Chữ số thứ tư của số CCCD là 0, nghĩa là nam, nhưng giới tính ghi là nữ.",
)
YEAR_DISAGREES = Finding("ID-3", "born_on", Severity.OVERRIDE, "Số CCCD cho năm sinh 1996, nhưng năm sinh ghi là 1995.")


@pytest.mark.parametrize(
    ("number", "sex", "born", "findings"),
    [
        ("060196004521", FEMALE, PartialDate(1996, 8, 14), []),
        ("060196004521", None, None, []),
        ("060203004521", MALE, PartialDate(2003), []),
        ("060303004521", FEMALE, PartialDate(2003, 1), []),
        ("060096004521", FEMALE, PartialDate(1996, 8, 14), [SEX_DISAGREES]),
        ("060096004521", FEMALE, PartialDate(1995), [SEX_DISAGREES, YEAR_DISAGREES]),
        (
            "060296004521",
            MALE,
            PartialDate(1996),
            [Finding("ID-3", "born_on", Severity.OVERRIDE, "Số CCCD cho năm sinh 2096, nhưng năm sinh ghi là 1996.")],
        ),
        (
            "003196004521",
            FEMALE,
            PartialDate(1996),
            [
                Finding(
                    "ID-3",
                    "identity_number",
                    Severity.NOTE,
                    "Mã nơi đăng ký khai sinh 003 không có trong danh mục 63 tỉnh, thành phố.",
                )
            ],
        ),
    ],
)
def test_sex_year_and_province_are_compared(number, sex, born, findings):
    assert check(number, sex=sex, born=born) == findings


def test_there_were_63_provinces():
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 63
    assert [province_of(f"{code}196004521") for code in ("060", "067", "068", "003")] == [
        "Bình Thuận",
        "Đắk Nông",
        "Lâm Đồng",
        None,
    ]


@pytest.mark.parametrize(("number", "masked"), [("060196004521", "060•••••4521"), ("0601", "••••"), ("", "")])
def test_a_number_is_masked(number, masked):
    assert mask(number) == masked


@given(st.integers(1900, 2399), st.sampled_from([MALE, FEMALE]), st.integers(0, 999999))
def test_a_number_made_for_someone_gives_him_back(year, sex, tail):
    digit = (year - 1900) // 100 * 2 + (sex == FEMALE)
    number = f"060{digit}{year % 100:02}{tail:06}"
    assert (sex_of(number), year_of(number)) == (sex, year)


@given(st.text())
def test_normalising_twice_changes_nothing(raw):
    assert normalise(normalise(raw)) == normalise(raw)


@given(st.text() | st.floats() | st.integers() | st.none())
def test_whatever_is_not_twelve_digits_is_refused(raw):
    number = normalise(raw)
    twelve = len(number) == 12 and number.isascii() and number.isdigit()
    assert any(finding.rule == "ID-1" for finding in check(number)) is not twelve
