"""Layouts of the lists that offices keep: a table of headings per kind of list turns a sheet into records.

A layout is found by its headings, in whatever spelling and on whatever row; it is data, so that one more way of keeping
the same list is one more row of a table.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from exchange.folding import folded_letters

LOOK_IN = 30  # rows among which the headings are looked for
SECTION_NUMBER = re.compile(r"^\s*(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-zĐđ])\s*[.)/:\-]\s*")


class UnknownLayout(ValueError):
    """No layout has the sheet's headings; the message names what is missing, in Vietnamese."""


@dataclass(frozen=True)
class Layout:
    """One way of keeping a list.

    `headings` gives each field the headings it may stand under; a heading over two rows is written “above/below”.
    `required` are the fields that make the layout. With `sections`, a row of which only the first cell is filled names
    what the rows below belong to. `decode` brings a cell's text to Unicode; where `keeps_case` is false the encoding
    has lost which letters were capitals.
    """

    key: str
    headings: Mapping[str, Sequence[str]]
    required: Sequence[str]
    numbered_by: str = ""
    sections: bool = False
    decode: Callable[[Any], Any] = field(default=lambda value: value)
    keeps_case: bool = True

    def label(self, name: str) -> str:
        """The heading that people know `name` by."""
        return self.headings[name][0]


@dataclass(frozen=True)
class Record:
    """One row of a list: its number in it, its line in the sheet (both from 1), its cells by field, its section."""

    number: int
    line: int
    cells: Mapping[str, Any]
    section: str = ""


@dataclass(frozen=True)
class Reading:
    """A sheet read with the layout that fits it; `titles` are the headings of its fields as they stand there."""

    layout: Layout
    records: list[Record]
    titles: Mapping[str, str] = field(default_factory=dict)


def read_rows(rows: Sequence[Sequence[Any]], layouts: Sequence[Layout]) -> Reading:
    """The records of a sheet under the first of `layouts` whose required headings it has. Raises UnknownLayout."""
    nearest: tuple[int, Layout, list[str]] | None = None
    for layout in layouts:
        decoded = [[layout.decode(value) for value in row] for row in rows]
        for top in range(min(LOOK_IN, len(decoded))):
            for height in (2, 1):
                columns = _columns(decoded[top : top + height], layout)
                missing = [name for name in layout.required if name not in columns]
                if not missing:
                    titles = {name: _text(decoded[top], column) for name, column in columns.items()}
                    return Reading(layout, list(_records(decoded, top + height, columns, layout)), titles)
                if nearest is None or len(columns) > nearest[0]:
                    nearest = (len(columns), layout, missing)
    if nearest is None or not nearest[0]:
        raise UnknownLayout(_("Không tìm thấy dòng tiêu đề cột trong tệp."))
    raise UnknownLayout(
        _("Thiếu cột: %(columns)s.") % {"columns": ", ".join(nearest[1].label(name) for name in nearest[2])}
    )


def _columns(heading_rows: Sequence[Sequence[Any]], layout: Layout) -> dict[str, int]:
    known = {_heading(text): name for name, texts in layout.headings.items() for text in texts}
    columns: dict[str, int] = {}
    for column, text in enumerate(_headings(heading_rows[0], heading_rows[1] if len(heading_rows) > 1 else [])):
        name = known.get(text)
        if name and name not in columns:
            columns[name] = column
    return columns


def _headings(above: Sequence[Any], below: Sequence[Any]) -> Iterator[str]:
    reaching = ""
    for column in range(max(len(above), len(below))):
        top = folded_letters(_text(above, column))
        bottom = folded_letters(_text(below, column))
        reaching = top or reaching  # a merged heading fills only its first cell
        yield f"{reaching}/{bottom}" if bottom else top


def _heading(text: str) -> str:
    return "/".join(folded_letters(part) for part in text.split("/"))


def _text(row: Sequence[Any], column: int) -> str:
    return str(row[column]) if column < len(row) and row[column] is not None else ""


def _records(rows: Sequence[Sequence[Any]], first: int, columns: Mapping[str, int], layout: Layout) -> Iterator[Record]:
    section = ""
    ordinal = 0
    for line, row in enumerate(rows[first:], first + 1):
        filled = [column for column in range(len(row)) if _text(row, column).strip()]
        if not filled:
            continue
        if layout.sections and _is_section(row, filled, columns[layout.numbered_by]):
            section = SECTION_NUMBER.sub("", _text(row, filled[-1])).strip()
            continue
        cells = {name: row[column] if column < len(row) else "" for name, column in columns.items()}
        if layout.numbered_by:
            number = _number(cells[layout.numbered_by])
            if not number and not _is_entry([_text(row, columns[name]) for name in layout.required]):
                continue  # the footer: a count, a place for the signature
            ordinal = number or ordinal + 1
        else:
            ordinal += 1
        yield Record(ordinal, line, cells, section)


def _is_section(row: Sequence[Any], filled: Sequence[int], number_column: int) -> bool:
    """A heading within the list: text where the running number stands, perhaps its words in the next cell."""
    alone = filled in ([number_column], [number_column, number_column + 1])
    return alone and not _number(row[number_column])


def _is_entry(texts: Sequence[str]) -> bool:
    """Whether a row without a running number belongs to the list: two cells that matter, one of them with digits."""
    filled = [text for text in texts if text.strip()]
    return len(filled) > 1 and any(re.search(r"\d", text) for text in filled)


def _number(value: Any) -> int:
    """The whole number that a cell of running numbers holds, or 0."""
    found = re.fullmatch(r"(\d{1,7})(?:\.0*)?", str(value).strip())
    return int(found[1]) if found else 0
