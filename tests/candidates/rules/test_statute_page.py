"""docs/statute.md says what the code says."""

import re
from pathlib import Path

from candidates.statute import EDITIONS
from candidates.statute.table import MEANINGS, editions_table, values_table

PAGE = Path(__file__).parents[3] / "docs" / "statute.md"


def test_page_holds_the_tables_made_from_the_code():
    page = PAGE.read_text(encoding="utf-8")
    assert [table in page for table in (editions_table(), values_table())] == [True, True], (
        "make the tables again: python -m candidates.statute.table"
    )


def test_every_value_is_explained():
    assert list(MEANINGS) == list(EDITIONS[0].provisions())


def test_every_source_mark_is_listed():
    page = PAGE.read_text(encoding="utf-8")
    listed = set(re.findall(r"\bS\d+\b", page.split("## Sources")[1]))
    used = {
        mark
        for edition in EDITIONS
        for provision in edition.provisions().values()
        for mark in re.findall(r"\bS\d+\b", provision.source)
    }
    assert used - listed == set()
