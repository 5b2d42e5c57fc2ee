"""manage.py assess: what it prints, what it refuses, and that docs/assess.md tells it right."""

import io
import json
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
from django.core.management import CommandError, call_command

from candidates.dossier import Dossier, Paper, Vote
from candidates.pipeline import ROWS
from tests.candidates.rules.example_a import FACTS, PATH, facts

PAGE = (Path(__file__).parents[2] / "docs" / "assess.md").read_text(encoding="utf-8")
BLOCKS = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)]


def assess(given, monkeypatch, *options):
    monkeypatch.setattr("sys.stdin", io.StringIO(given if isinstance(given, str) else json.dumps(given)))
    printed = io.StringIO()
    call_command("assess", "-", *options, stdout=printed)
    return json.loads(printed.getvalue())


def shown(result, example):
    """As much of the result as the example shows; a list of deadlines is matched by code."""
    if isinstance(example, dict):
        return {key: shown(result[key], value) for key, value in example.items()}
    if isinstance(example, list) and example and "code" in example[0]:
        by_code = {each["code"]: each for each in result}
        return [shown(by_code[each["code"]], each) for each in example]
    if isinstance(example, list):
        assert len(result) == len(example)
        return [shown(*pair) for pair in zip(result, example, strict=True)]
    return result


@pytest.mark.parametrize(("given", "example"), list(zip(BLOCKS[::2], BLOCKS[1::2], strict=True)))
def test_worked_examples_of_the_page(given, example, monkeypatch):
    assert shown(assess(given, monkeypatch), example) == example


def _keys(kind, prefix=""):
    for field in fields(kind):
        hint = get_type_hints(kind)[field.name]
        parts = [part for part in (hint, *get_args(hint)) if part is not NoneType]
        nested = next((part for part in parts if is_dataclass(part) and not part.__module__.startswith("people")), None)
        yield f"{prefix}{field.name}"
        if nested and nested.__name__ not in ("Document", "Decision"):
            many = "[]" if get_origin(hint) is tuple else ""
            middle = ".…" if nested in (Vote, Paper) else ""
            yield from _keys(nested, f"{prefix}{field.name}{many}{middle}.")


def test_page_names_every_key_and_every_act():
    keys = [key for key in _keys(Dossier) if f"`{key}`" not in PAGE]
    acts = [row.code for row in ROWS if f"| `{row.code}` |" not in PAGE or f"`{row.target}`" not in PAGE]
    assert (keys, acts) == ([], [])


def test_a_whole_candidacy_is_allowed(monkeypatch):
    items = [{"facts": FACTS, "transition": code, "on": on.isoformat()} for code, on in PATH.items()]
    judged = assess(items, monkeypatch)
    assert [(each["transition"], each["allowed"], each["findings"]) for each in judged] == [
        (code, True, []) for code in PATH
    ]


def test_reads_a_file(tmp_path):
    file = tmp_path / "case.json"
    file.write_text(json.dumps({"facts": {}, "transition": "drop", "on": "25/05/2023"}), encoding="utf-8")
    printed = io.StringIO()
    call_command("assess", str(file), stdout=printed)
    assert json.loads(printed.getvalue()) == [
        {
            "transition": "drop",
            "on": "2023-05-25",
            "edition": "RV2021",
            "allowed": True,
            "findings": [],
            "deadlines": [],
        }
    ]


def test_drafts_can_be_left_out(monkeypatch):
    item = {"facts": {}, "transition": "drop", "on": "2026-08-03"}
    assert [assess(item, monkeypatch, *options)[0]["edition"] for options in ([], ["--no-drafts"])] == [
        "RV2026b",
        "RV2025b",
    ]


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("{", "-: không phải JSON"),
        ([1], "[0]: "),
        ({"transition": "drop", "on": "2023-05-25"}, "[0].facts: "),
        ({"facts": {}, "transition": "drop", "on": "2023-05-25", "date": 1}, "[0].date: "),
        ({"facts": {}, "transition": "leap", "on": "2023-05-25"}, "[0].transition: "),
        ({"facts": {}, "transition": ["drop"], "on": "2023-05-25"}, "[0].transition: "),
        ({"facts": {}, "transition": "drop", "on": "31/04/2023"}, "[0].on: Tháng 4/2023 không có ngày 31."),
        ({"facts": {}, "transition": "drop", "on": "04/25/2023"}, "[0].on: Không có tháng 25"),
        ({"facts": {}, "transition": "drop", "on": "05/2023"}, "[0].on: "),
        ({"facts": {}, "transition": "drop", "on": 20230525}, "[0].on: "),
        ({"facts": {}, "transition": "drop", "on": "2016-07-24"}, "[0].on: "),
        ({"facts": [], "transition": "drop", "on": "2023-05-25"}, "[0].facts: "),
    ],
)
def test_items_that_are_not_understood(given, place, monkeypatch):
    with pytest.raises(CommandError) as refused:
        assess(given, monkeypatch)
    assert (str(refused.value)[: len(place)], refused.value.returncode) == (place, 2)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"age": 3}, "age"),
        ({"person__age": 3}, "person.age"),
        ({"person__born_on": "31/04/1996"}, "person.born_on"),
        ({"person__born_on": 1996}, "person.born_on"),
        ({"person__sex": "f"}, "person.sex"),
        ({"person__citizen": "yes"}, "person.citizen"),
        ({"person__schooling_grade": True}, "person.schooling_grade"),
        ({"person__schooling_system": 11}, "person.schooling_system"),
        ({"unit__kind": "committee"}, "unit.kind"),
        ({"route": "ALONE"}, "route"),
        ({"stage": "S4"}, "stage"),
        ({"introducers": {}}, "introducers"),
        ({"introducers__0__full_from": "2017"}, "introducers[0].full_from"),
        ({"certificates__0": {"kind": "awareness"}}, "certificates[0]"),
        ({"papers__99-KNĐ": "2023-05-10"}, "papers.99-KNĐ"),
        ({"papers__3-KNĐ": {"number": "1"}}, "papers.3-KNĐ"),
        ({"votes__leap": {}}, "votes.leap"),
        ({"votes__propose__in_favour": "10"}, "votes.propose.in_favour"),
        ({"events__leap": "2023-05-10"}, "events.leap"),
        ({"policies": {"working_days": {"2024-05-04": 1}}}, "policies.working_days.2024-05-04"),
    ],
)
def test_facts_that_are_not_understood(changes, place, monkeypatch):
    with pytest.raises(CommandError) as refused:
        assess({"facts": facts(**changes), "transition": "propose", "on": "2023-05-25"}, monkeypatch)
    assert (str(refused.value).split(": ")[0], refused.value.returncode) == (f"[0].facts.{place}", 2)
