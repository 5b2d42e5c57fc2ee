import pytest

from exchange.encodings import from_tcvn3, is_tcvn3


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("NguyÔn V¨n Hïng", "Nguyễn Văn Hùng"),
        ("TrÇn ThÞ Ph\xad¬ng Th¶o", "Trần Thị Phương Thảo"),
        ("§Æng Quèc §¹t", "Đặng Quốc Đạt"),
        ("Vâ Hång ¸i Mü", "Võ Hồng ái Mỹ"),
        ("N÷, ngµy cÊp, n¬i ë, tr×nh ®é", "Nữ, ngày cấp, nơi ở, trình độ"),
        ("¦ng ¤ng £m ¥ ¢n ¡n", "Ưng Ông Êm Ơ Ân Ăn"),
        ("khuûu, ®Ñp, kü thuËt, nghÌo", "khuỷu, đẹp, kỹ thuật, nghèo"),
    ],
)
def test_text_of_old_fonts_becomes_unicode(typed, meant):
    assert from_tcvn3(typed) == meant


def test_numbers_and_blanks_are_left_alone():
    assert [from_tcvn3(value) for value in (12.0, None, "")] == [12.0, None, ""]


def test_every_vietnamese_letter_with_its_own_code_has_one():
    small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    changed = [letter for letter in map(chr, range(0xA1, 0x100)) if from_tcvn3(letter) != letter]
    # ý alone has the same code in both.
    assert sorted(from_tcvn3("".join(changed)) + "ý") == sorted(small + "ĂÂÊÔƠƯĐ")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NguyÔn V¨n Hïng", True),
        ("Tr\xad¬ng", True),
        ("Nguyễn Văn Hùng", False),
        ("Lê Thị Hoa", False),
        ("José Ngô", False),
        ("An", False),
    ],
)
def test_old_fonts_are_recognised(text, found):
    assert is_tcvn3(text) is found
