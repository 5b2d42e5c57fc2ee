"""One row of a list as facts: what stands in its cells, and what cannot be read there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from exchange.encodings import is_tcvn3
from exchange.folding import folded_letters
from exchange.layouts import Layout, Record
from organizations.code_tables import ETHNIC_GROUPS, RELIGIONS, CodeTable, qualification_level
from people import dates, identity, names, phones, schooling
from people.dates import PartialDate
from people.identity import FEMALE, MALE
from people.schooling import Schooling

SEXES = {"nam": MALE, "nu": FEMALE, "trai": MALE, "gai": FEMALE, "male": MALE, "female": FEMALE, "m": MALE, "f": FEMALE}
ERROR, WARNING, NOTE = "error", "warning", "note"
LONGEST_NAME = 120
# Free texts and the most letters that are kept of each.
TEXTS = {"hometown": 250, "residence": 250, "job_title": 160, "note": 200}


@dataclass(frozen=True)
class Slip:
    """Something wrong with a row: `error` keeps it out, `warning` asks someone to confirm, `note` asks for nothing."""

    code: str
    severity: str
    message: str


@dataclass
class Facts:
    """What a row says of a person. Codes are those of the code tables; "" and None are blanks."""

    number: int
    line: int
    name: str = ""
    identity_number: str = ""
    organization: str = ""
    section: str = ""
    sex: str | None = None
    born: PartialDate | None = None
    ethnicity: str = ""
    religion: str = ""
    hometown: str = ""
    residence: str = ""
    schooling: Schooling | None = None
    qualification: str = ""
    qualification_note: str = ""
    job_title: str = ""
    union_on: PartialDate | None = None
    mentor: str = ""
    certificate_on: PartialDate | None = None
    phone: str = ""
    note: str = ""
    slips: list[Slip] = field(default_factory=list)

    def slip(self, code: str, severity: str, message: str) -> None:
        self.slips.append(Slip(code, severity, message))


def read_facts(record: Record, layout: Layout) -> Facts:
    """The facts of one row, with a slip for every cell that cannot be read."""
    facts = Facts(number=record.number, line=record.line, section=text(record.section))
    cells = record.cells
    facts.organization = text(cells.get("organization"))
    _read_name(facts, cells.get("full_name"), layout)
    facts.identity_number = identity.normalise(cells.get("identity_number"))
    _read_birth(facts, cells, layout)
    facts.union_on = _read_date(facts, cells, "union_on", layout)
    facts.certificate_on = _read_date(facts, cells, "certificate_on", layout)
    facts.schooling = _read(facts, cells, "schooling", schooling.parse, layout)
    facts.phone = _read(facts, cells, "phone", phones.normalise, layout) or ""
    facts.ethnicity = _read_code(facts, cells, "ethnicity", ETHNIC_GROUPS, layout)
    facts.religion = _read_code(facts, cells, "religion", RELIGIONS, layout)
    facts.qualification_note = text(cells.get("qualification"))[:160]
    level = qualification_level(facts.qualification_note)
    facts.qualification = level.code if level else ""
    facts.mentor = _name(text(cells.get("mentor")), layout)[:LONGEST_NAME]
    for name, longest in TEXTS.items():
        setattr(facts, name, text(cells.get(name))[:longest])
    return facts


def text(value: Any) -> str:
    """A cell as one line of clean text; whole numbers lose their “.0”."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return names.normalise(str(value))


def _read_name(facts: Facts, value: Any, layout: Layout) -> None:
    typed = text(value)
    facts.name = _name(typed, layout)
    if not typed:
        facts.slip("no_name", ERROR, _("Thiếu họ và tên."))
    elif not names.is_name(typed) or is_tcvn3(typed) or len(typed) > LONGEST_NAME:
        facts.slip(
            "unreadable_name",
            ERROR,
            _("Họ tên “%(name)s” không đọc được; có thể gõ bằng phông chữ cũ (TCVN3, VNI).") % {"name": typed},
        )


def _name(typed: str, layout: Layout) -> str:
    if names.is_one_case(typed):
        return names.in_title_case(typed)
    if layout.keeps_case:
        return typed
    # Only unmarked letters kept their case: if they are all capitals, the whole name was.
    plain = "".join(letter for letter in typed if letter.isascii())
    return names.in_title_case(typed) if len(plain) > 1 and plain.isupper() else names.with_initials_raised(typed)


def _read_birth(facts: Facts, cells: Any, layout: Layout) -> None:
    if "born" in cells:
        facts.sex = SEXES.get(folded_letters(text(cells.get("sex"))))
        facts.born = _read_date(facts, cells, "born", layout)
        return
    columns = {MALE: "born_male", FEMALE: "born_female"}
    filled = [sex for sex, name in columns.items() if text(cells.get(name))]
    if len(filled) == 2:
        facts.slip("two_birth_dates", ERROR, _("Ngày sinh ghi ở cả hai cột Nam và Nữ."))
        return
    if filled:
        facts.sex = filled[0]
        facts.born = _read_date(facts, cells, columns[facts.sex], layout)


def _read_date(facts: Facts, cells: Any, name: str, layout: Layout) -> PartialDate | None:
    try:
        return dates.parse(cells.get(name))
    except dates.ImpossibleDate as error:
        facts.slip("impossible_date", ERROR, f"{layout.label(name).partition('/')[0]}: {error}")
        return None


def _read(facts: Facts, cells: Any, name: str, parse: Callable[[Any], Any], layout: Layout) -> Any:
    try:
        return parse(cells.get(name))
    except ValueError as error:
        facts.slip(f"unreadable_{name}", NOTE, f"{layout.label(name)}: {error}")
        return None


def _read_code(facts: Facts, cells: Any, name: str, table: CodeTable, layout: Layout) -> str:
    typed = text(cells.get(name))
    if not typed:
        return ""
    row = table.find(typed)
    if row is None:
        facts.slip(
            f"unknown_{name}",
            NOTE,
            _("%(heading)s “%(typed)s” không có trong danh mục.") % {"heading": layout.label(name), "typed": typed},
        )
    return row.code if row else ""
