"""What an act asks for: one row per field, from which the form is built and the facts are read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    DATE = "date"
    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    MEMBER = "member"
    """A Party member, as a Person; chosen among the full members the unit can see."""


@dataclass(frozen=True)
class ActField:
    """One field of an act form. `clears` lists what rule findings call it (their `clears`)."""

    name: str
    kind: Kind
    label: Any
    required: bool = False
    help: Any = ""
    choices: tuple[tuple[str, Any], ...] = ()
    clears: tuple[str, ...] = ()
    group: Any = ""


WHERE_KEPT = ActField("where_kept", Kind.TEXT, _("Bản gốc lưu tại"))
NOTE = ActField(
    "note", Kind.TEXT, _("Ghi chú"), help=_("Không ghi nội dung thẩm tra, lý lịch hay nhận xét về chính trị.")
)
