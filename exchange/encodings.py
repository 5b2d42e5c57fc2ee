"""The Vietnamese 8-bit encoding TCVN3 (ABC, the .VnTime fonts), in which each letter is one Latin-1 character.

Source: TCVN 5712:1993, VN3. Capitals with a tone mark have no code of their own: they were typed as small letters and
an all-capitals font showed them as capitals, so their case is lost.
"""

import re
from typing import Any

LETTERS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TCVN3 = str.maketrans(
    {chr(first + place): letter for first, row in LETTERS.items() for place, letter in enumerate(row)}
)

# Letters that only Unicode text has, so that a sheet which holds any of them is not in an 8-bit encoding.
UNICODE_ONLY = re.compile(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
# Signs that Vietnamese text in Unicode has no use for.
TCVN3_ONLY = re.compile(r"[¡-¬\u00ad®µ-¹»-¾Æ×Ø÷ø]")


def from_tcvn3(value: Any) -> Any:
    """A cell's text as Unicode; anything that is not text is returned as it is."""
    return value.translate(TCVN3) if isinstance(value, str) else value


def is_tcvn3(text: str) -> bool:
    """Whether `text` was typed in TCVN3, as far as its characters show it."""
    return bool(TCVN3_ONLY.search(text)) and not UNICODE_ONLY.search(text)
