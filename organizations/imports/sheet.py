"""The rows of the workbook of Party organisations, each read or refused with its reason."""

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from exchange.folding import folded_letters
from exchange.layouts import Layout, Record
from organizations.models import Organization

Kind, Sector = Organization.Kind, Organization.Sector

YEARS = range(2020, 2051)
TARGETS = {
    "admissions": "Chỉ tiêu kết nạp",
    "worker_admissions": "Trong đó công nhân",
    "nominations": "Chỉ tiêu CĐ giới thiệu",
}
STRENGTHS = {
    "members": "Tổng số đảng viên",
    "worker_members": "ĐV là công nhân trực tiếp",
    "employees": "Tổng số lao động",
    "direct_workers": "Công nhân trực tiếp sản xuất",
}
LAYOUT = Layout(
    key="organizations",
    headings={
        "code": ("Mã", "Mã tổ chức"),
        "name": ("Tên tổ chức", "Tên"),
        "kind": ("Loại", "Loại tổ chức"),
        "parent": ("Trực thuộc", "Mã tổ chức cấp trên"),
        "sector": ("Khu vực",),
        "founded_on": ("Ngày thành lập",),
        "has_union": ("Có công đoàn",),
        "has_youth_union": ("Có Đoàn TN", "Có Đoàn Thanh niên"),
        **{name: (heading,) for name, heading in STRENGTHS.items()},
        **{name: tuple(f"{heading} {year}" for year in YEARS) for name, heading in TARGETS.items()},
    },
    required=("code", "name", "kind", "parent"),
)

KINDS = {
    "dangbocaptren": Kind.ROOT,
    "dangbocaptrentructiep": Kind.ROOT,
    "dangbocoso": Kind.BASE_COMMITTEE,
    "chibocoso": Kind.BASE_CELL,
    "dangbobophan": Kind.SECTIONAL_COMMITTEE,
    "chibotructhuoc": Kind.CELL,
}
SECTORS = {
    "": "",
    "coquan": Sector.AGENCY,
    "nhanuoc": Sector.STATE,
    "ngoainhanuoc": Sector.NON_STATE,
    "fdi": Sector.FOREIGN,
}
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,25}")  # DTN- and the code together have room for thirty
DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True)
class Problem:
    """Why a row cannot stand: its line in the sheet (from 1), its code, the reason."""

    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return _("Dòng %(line)d (%(code)s): %(message)s") % {
            "line": self.line,
            "code": self.code or "—",
            "message": self.message,
        }


@dataclass(frozen=True)
class Unit:
    """One sound row. Numbers that are not given are 0; `targets` holds those of `Table.year` that are given."""

    line: int
    code: str
    name: str
    kind: str
    parent: str
    sector: str
    founded_on: datetime.date | None
    strength: dict[str, int] | None
    has_union: bool
    has_youth_union: bool
    targets: dict[str, int]


def read_unit(record: Record) -> tuple[Unit | None, list[Problem]]:
    """The unit of a row, or None with everything that is wrong in it."""
    code = _text(record.cells.get("code"))
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, read in READERS.items():
        try:
            values[name] = read(record.cells.get(name))
        except ValueError as refusal:
            problems.append(Problem(record.line, code, str(refusal)))
    for part, total in (("worker_members", "members"), ("direct_workers", "employees")):
        if (values.get(part) or 0) > (values.get(total) or 0):
            message = _("“%(part)s” lớn hơn “%(total)s”.") % {"part": STRENGTHS[part], "total": STRENGTHS[total]}
            problems.append(Problem(record.line, code, message))
    if problems:
        return None, problems
    strength = {name: values.pop(name) for name in STRENGTHS}
    targets = {name: values.pop(name) for name in TARGETS}
    return Unit(
        line=record.line,
        **values,
        strength={name: number or 0 for name, number in strength.items()} if any(strength.values()) else None,
        targets={name: number for name, number in targets.items() if number is not None},
    ), []


def year_of_targets(titles: Mapping[str, str]) -> int | None:
    """The year that the headings of the targets name, or None where there are none."""
    years = [int(year) for name in TARGETS for year in re.findall(r"\d{4}", titles.get(name, ""))]
    return max(years, default=None)


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(unicodedata.normalize("NFC", str("" if value is None else value)).split())


def _code(value: Any) -> str:
    text = _text(value)
    if not CODE.fullmatch(text):
        raise ValueError(_("Mã trống hoặc có ký tự lạ."))
    return text


def _name(value: Any) -> str:
    text = _text(value)
    if not text:
        raise ValueError(_("Thiếu tên tổ chức."))
    return text


def _kind(value: Any) -> str:
    try:
        return KINDS[folded_letters(_text(value))]
    except KeyError:
        raise ValueError(_("Không có loại tổ chức “%(kind)s”.") % {"kind": _text(value)}) from None


def _sector(value: Any) -> str:
    try:
        return SECTORS[folded_letters(_text(value))]
    except KeyError:
        raise ValueError(_("Không có khu vực “%(sector)s”.") % {"sector": _text(value)}) from None


def _day(value: Any) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    text = _text(value)
    if not text:
        return None
    try:
        day, month, year = DATE.fullmatch(text).groups()  # type: ignore[union-attr]
        return datetime.date(int(year), int(month), int(day))
    except (AttributeError, ValueError):
        raise ValueError(_("“%(day)s” không phải ngày thành lập.") % {"day": text}) from None


def _is_marked(value: Any) -> bool:
    return folded_letters(_text(value)) in ("x", "co", "1")


def _whole(heading: str) -> Callable[[Any], int | None]:
    def read(value: Any) -> int | None:
        text = _text(value)
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", text):
            raise ValueError(
                _("“%(value)s” ở cột “%(heading)s” không phải số nguyên không âm.")
                % {"value": text, "heading": heading}
            )
        return int(text)

    return read


READERS: dict[str, Callable[[Any], Any]] = {
    "code": _code,
    "name": _name,
    "kind": _kind,
    "parent": _text,
    "sector": _sector,
    "founded_on": _day,
    "has_union": _is_marked,
    "has_youth_union": _is_marked,
    **{name: _whole(heading) for name, heading in (STRENGTHS | TARGETS).items()},
}
