"""The personal identity number (số định danh cá nhân, CCCD): PPP C YY NNNNNN, twelve digits kept as text.

PPP is the province of birth registration, C the century and the sex, YY the year of birth (Decree 137/2015/NĐ-CP,
article 13; Circular 07/2016/TT-BCA, article 4). Rules ID-1 to ID-3.
"""

import enum
import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from people.dates import PartialDate
from people.provinces import PROVINCES

LENGTH = 12
MALE, FEMALE = "male", "female"
SEX_NAMES = {MALE: "nam", FEMALE: "nữ"}
FIRST_CENTURY = 1900  # C: 0, 1 for men and women born 1900-1999; 2, 3 for 2000-2099; … 8, 9 for 2300-2399


class Severity(enum.StrEnum):
    """How much a finding weighs."""

    REFUSE = "refuse"  # cannot be stored
    OVERRIDE = "override"  # can be stored once someone confirms it with a reason: sex and birth are corrected by law
    NOTE = "note"  # worth knowing, asks for nothing


@dataclass(frozen=True)
class Finding:
    """What is odd about an identity number: rule id, the field it speaks of, what to do about it."""

    rule: str
    field: str
    severity: Severity
    message: str
    suggestion: str = ""


def normalise(raw: Any) -> str:
    """The digits of a typed or spreadsheet value: spaces, points, hyphens and a number's “.0” are dropped.

    A number that lost its leading zeros is not given them back: `check` suggests it, a person decides.
    Anything that is not a digit otherwise stays, so that `check` refuses it.
    """
    if raw is None:
        return ""
    if isinstance(raw, float):
        return f"{raw:.0f}" if raw.is_integer() else str(raw)
    text = str(raw).strip()
    if re.fullmatch(r"\d+\.0", text):
        text = text[:-2]
    return re.sub(r"[\s\u00a0\u200b\ufeff.\-'’]", "", text)


def check(number: str, *, sex: str | None = None, born: PartialDate | None = None) -> list[Finding]:
    """Everything that is odd about a normalised `number`, in view of sex and birth where they are known.

    ID-1 twelve digits (refused); ID-3 sex, century and year agree (can be overridden); unknown province (a note).
    """
    if not re.fullmatch(r"[0-9]{12}", number):
        return [_not_twelve_digits(number)]
    findings = []
    if sex is not None and sex != sex_of(number):
        findings.append(
            _disagrees(
                "sex",
                _("Chữ số thứ tư của số CCCD là %(digit)s, nghĩa là %(meant)s, nhưng giới tính ghi là %(given)s.")
                % {"digit": number[3], "meant": SEX_NAMES[sex_of(number)], "given": SEX_NAMES[sex]},
            )
        )
    if born is not None and born.year != year_of(number):
        findings.append(
            _disagrees(
                "born_on",
                _("Số CCCD cho năm sinh %(meant)s, nhưng năm sinh ghi là %(given)s.")
                % {"meant": year_of(number), "given": born.year},
            )
        )
    if number[:3] not in PROVINCES:
        findings.append(
            Finding(
                "ID-3",
                "identity_number",
                Severity.NOTE,
                _("Mã nơi đăng ký khai sinh %(code)s không có trong danh mục 63 tỉnh, thành phố.")
                % {"code": number[:3]},
            )
        )
    return findings


def sex_of(number: str) -> str:
    """The sex that twelve digits give."""
    return FEMALE if int(number[3]) % 2 else MALE


def year_of(number: str) -> int:
    """The year of birth that twelve digits give."""
    return FIRST_CENTURY + int(number[3]) // 2 * 100 + int(number[4:6])


def province_of(number: str) -> str | None:
    """The province where the birth was registered, under its name before 01/07/2025; None where unknown."""
    return PROVINCES.get(number[:3])


def mask(number: str) -> str:
    """The number as screens show it: 060•••••4521. A number too short to keep a secret is hidden whole."""
    if len(number) < LENGTH:
        return "•" * len(number)
    return f"{number[:3]}•••••{number[-4:]}"


def _not_twelve_digits(number: str) -> Finding:
    if not number:
        return Finding("ID-1", "identity_number", Severity.REFUSE, _("Thiếu số CCCD."))
    if not re.fullmatch(r"[0-9]+", number):
        message = _("Số CCCD chỉ gồm 12 chữ số.")
        return Finding("ID-1", "identity_number", Severity.REFUSE, message)
    if len(number) == 9:
        message = _("Đây là số CMND 9 số, đã hết giá trị sử dụng sau 31/12/2024; cần số CCCD 12 chữ số.")
        return Finding("ID-1", "identity_number", Severity.REFUSE, message)
    message = _("Số CCCD phải có 12 chữ số, ở đây có %(count)s.") % {"count": len(number)}
    restored = number.zfill(LENGTH)
    # A spreadsheet drops every zero in front, so that the first digit left is none; no number begins with 000.
    if len(number) in (LENGTH - 2, LENGTH - 1) and not number.startswith("0") and restored[:3] in PROVINCES:
        message = _("%(message)s Bảng tính có thể đã làm mất số 0 ở đầu: %(number)s?") % {
            "message": message,
            "number": restored,
        }
        return Finding("ID-1", "identity_number", Severity.REFUSE, message, suggestion=restored)
    return Finding("ID-1", "identity_number", Severity.REFUSE, message)


def _disagrees(field: str, message: str) -> Finding:
    return Finding("ID-3", field, Severity.OVERRIDE, message)
