"""Vietnamese telephone numbers: ten digits for mobiles, eleven for fixed lines, kept as text beginning with 0."""

import re
from typing import Any

from django.utils.translation import gettext as _

MOBILE = re.compile(r"0[35789]\d{8}")
FIXED = re.compile(r"02\d{9}")

# Mobile prefixes of before 15/09/2018 (plan of the Ministry of Information and Communications of 30/05/2018).
MOBILE_PREFIXES = {
    **{f"016{digit}": f"03{digit}" for digit in "23456789"},
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",
    "0186": "056",
    "0188": "058",
    "0199": "059",
}
OLD_BINH_THUAN = re.compile(r"062\d{7}")  # area code until 2017; 0252 since


class BadPhone(ValueError):
    """The text is not a Vietnamese telephone number."""


def normalise(raw: Any) -> str:
    """`0912345678` from +84 912 345 678, 0912.345.678, 912345678.0 and the like; "" from a blank. Raises BadPhone."""
    if raw is None:
        return ""
    text = f"{raw:.0f}" if isinstance(raw, float) else str(raw)
    digits = re.sub(r"[\s\u00a0.\-()/]", "", text)
    if not digits:
        return ""
    number = _modern(re.sub(r"^(\+84|0084|84(?=\d{9,10}$))0?", "0", digits))
    if MOBILE.fullmatch(number) or FIXED.fullmatch(number):
        return number
    raise BadPhone(_("“%(text)s” không phải số điện thoại; số di động có 10 chữ số, ví dụ 0912345678.") % {"text": raw})


def mask(number: str) -> str:
    """The number as screens show it: 091•••678. A number too short to keep a secret is hidden whole."""
    if len(number) < 9:
        return "•" * len(number)
    return f"{number[:3]}{'•' * (len(number) - 6)}{number[-3:]}"


def _modern(number: str) -> str:
    if re.fullmatch(r"[35789]\d{8}", number):
        return f"0{number}"  # a spreadsheet dropped the leading zero
    if re.fullmatch(r"01\d{9}", number) and number[:4] in MOBILE_PREFIXES:
        return MOBILE_PREFIXES[number[:4]] + number[4:]
    if OLD_BINH_THUAN.fullmatch(number):
        return f"0252{number[3:]}"
    return number
