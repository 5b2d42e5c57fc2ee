"""Whether the rows of a workbook are one sound tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from exchange.layouts import read_rows
from organizations.actions.findings import KINDS_ABOVE
from organizations.imports.sheet import LAYOUT, Kind, Problem, Unit, read_unit, year_of_targets


class BrokenTree(ValueError):
    """The workbook is not one sound tree; `problems` holds every reason, in the order of the rows."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = list(problems)


@dataclass(frozen=True)
class Table:
    """A sound workbook: its units, parents before children, and the year of its targets (None without targets)."""

    units: list[Unit]
    year: int | None


def read_table(rows: Sequence[Sequence[Any]]) -> Table:
    """The tree that a sheet holds. Raises UnknownLayout, or BrokenTree with the row and reason of everything wrong."""
    reading = read_rows(rows, [LAYOUT])
    units: list[Unit] = []
    problems: list[Problem] = []
    for record in reading.records:
        unit, found = read_unit(record)
        units += [unit] if unit else []
        problems += found
    problems += _tree_problems(units, unread={problem.code for problem in problems})
    if problems:
        raise BrokenTree(sorted(problems, key=lambda problem: problem.line))
    return Table(list(_parents_first(units)), year_of_targets(reading.titles))


def _tree_problems(units: Sequence[Unit], *, unread: set[str]) -> Iterator[Problem]:
    by_code = {unit.code: unit for unit in units}
    roots = [unit for unit in units if unit.kind == Kind.ROOT]
    seen: set[str] = set()
    for unit in units:
        if unit.code.lower() in seen:
            yield Problem(unit.line, unit.code, _("Mã này đã có ở dòng trên."))
        seen.add(unit.code.lower())
        reason = _root_problem(unit, roots[0]) if unit.kind == Kind.ROOT else _parent_problem(unit, by_code, unread)
        if reason:
            yield Problem(unit.line, unit.code, reason)
    if not roots and not unread:
        yield Problem(1, "", _("Không có tổ chức gốc (đảng bộ cấp trên trực tiếp)."))


def _root_problem(unit: Unit, root: Unit) -> str:
    if unit is not root:
        return _("Có hai tổ chức gốc: %(one)s và %(other)s.") % {"one": root.code, "other": unit.code}
    return _("Tổ chức gốc không trực thuộc tổ chức nào.") if unit.parent else ""


def _parent_problem(unit: Unit, by_code: dict[str, Unit], unread: set[str]) -> str:
    parent = by_code.get(unit.parent)
    if parent is None:
        # A parent whose own row is refused is reported there.
        known = unit.parent and unit.parent in unread
        return "" if known else _("Không có tổ chức cấp trên mang mã “%(code)s”.") % {"code": unit.parent}
    if _is_its_own_ancestor(unit, by_code):
        return _("Tổ chức này trực thuộc chính nó, qua một hay nhiều cấp.")
    if parent.kind not in KINDS_ABOVE[Kind(unit.kind)]:
        return _("%(kind)s không thể trực thuộc %(parent_kind)s (%(parent)s).") % {
            "kind": Kind(unit.kind).label,
            "parent_kind": Kind(parent.kind).label.lower(),
            "parent": parent.code,
        }
    return ""


def _is_its_own_ancestor(unit: Unit, by_code: dict[str, Unit]) -> bool:
    above: Unit | None = unit
    for _step in by_code:
        above = by_code.get(above.parent) if above else None
        if above is None:
            return False
        if above is unit:
            return True
    return False


def _parents_first(units: Sequence[Unit]) -> Iterator[Unit]:
    children: dict[str, list[Unit]] = {}
    for unit in units:
        children.setdefault(unit.parent, []).append(unit)
    waiting = children.get("", [])
    while waiting:
        yield from waiting
        waiting = [child for unit in waiting for child in children.get(unit.code, [])]
