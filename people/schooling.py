"""General education as Vietnamese papers write it: grades finished, of a system of twelve or of ten years."""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from exchange.folding import fold

SYSTEMS = (12, 10)
# The last grade of lower secondary school (THCS) and of primary school in either system (12-HD/BTCTW 2022, form 2-KNĐ).
LOWER_SECONDARY = {12: 9, 10: 7}
PRIMARY = {12: 5, 10: 4}
WORDS = {
    "khong": (0, 12),
    "mu chu": (0, 12),
    "tieu hoc": (5, 12),
    "thcs": (9, 12),
    "trung hoc co so": (9, 12),
    "thpt": (12, 12),
    "trung hoc pho thong": (12, 12),
}


class BadSchooling(ValueError):
    """The text does not say how far someone went to school."""


@dataclass(frozen=True)
class Schooling:
    """Grades finished (`grade`, 0 for none) of a system of `system` years (12 or 10)."""

    grade: int
    system: int = 12

    def __str__(self) -> str:
        return f"{self.grade}/{self.system}" if self.grade else pgettext("schooling", "Không")

    @property
    def below_lower_secondary(self) -> bool:
        """Less than 9/12 or 7/10: ELG-3 asks for a reason."""
        return self.grade < LOWER_SECONDARY[self.system]

    @property
    def below_primary(self) -> bool:
        """Less than 5/12 or 4/10: also short of the exception for special areas (ELG-4)."""
        return self.grade < PRIMARY[self.system]


def parse(raw: Any) -> Schooling | None:
    """`12/12`, `7/10`, `lớp 9`, `THCS`, `Không`; None from a blank. Raises BadSchooling.

    A spreadsheet that took 9/12 for a date gives it back as one: day and month are read as grade and system.
    """
    if isinstance(raw, datetime.date):
        return _from_date(raw)
    text = fold("" if raw is None else str(raw)).strip(" .'")
    if not text:
        return None
    if text in WORDS:
        return Schooling(*WORDS[text])
    found = re.fullmatch(
        r"(?:lop )?(\d{1,2})(?:[.,]0)?(?:\s*/\s*(\d{1,2}))?(?: *\(?(?:pho thong|bo tuc|bt|bttt|gdtx)\)?)?", text
    )
    if found:
        grade, system = int(found[1]), int(found[2] or 12)
        if system in SYSTEMS and grade <= system:
            return Schooling(grade, system)
    raise BadSchooling(_("“%(text)s” không phải trình độ văn hóa; hãy viết 12/12, 9/12 hoặc 7/10.") % {"text": raw})


def _from_date(day: datetime.date) -> Schooling:
    # A Vietnamese spreadsheet reads 9/12 as 9 December, an American one as 12 September.
    for grade, system in ((day.day, day.month), (day.month, day.day)):
        if system in SYSTEMS and grade <= system:
            return Schooling(grade, system)
    raise BadSchooling(_("“%(text)s” không phải trình độ văn hóa; hãy viết 12/12, 9/12 hoặc 7/10.") % {"text": day})
