import pytest

from people.phones import BadPhone, mask, normalise


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0912345678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("+84 (0)912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("(091) 234-5678", "0912345678"),
        (912345678.0, "0912345678"),
        ("01651234567", "0351234567"),
        ("01201234567", "0701234567"),
        ("01991234567", "0591234567"),
        ("0252 3822 123", "02523822123"),
        ("0623822123", "02523822123"),
        ("028 3822 1234", "02838221234"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_number_has_one_stored_form(typed, stored):
    assert normalise(typed) == stored


@pytest.mark.parametrize("typed", ["0112345678", "091234567", "09123456789", "01111234567", "abc", "0612345678"])
def test_another_number_is_refused(typed):
    with pytest.raises(BadPhone) as refusal:
        normalise(typed)
    assert str(refusal.value) == (f"“{typed}” không phải số điện thoại; số di động có 10 chữ số, ví dụ 0912345678.")


def test_a_number_is_masked():
    assert [mask("0912345678"), mask("123"), mask("")] == ["091••••678", "•••", ""]
