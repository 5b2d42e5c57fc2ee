"""The audit record as inspectors read it."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from audit import verbs
from audit.actions import record
from organizations.models import Role
from organizations.views.audit import PAGE
from tests.cast import make_user

ROOT = Path(__file__).resolve().parents[2]


def entries(client, **query):
    answer = client.get(reverse("audit:list"), query)
    assert answer.status_code == 200
    return [entry.verb for entry in answer.context["entries"]]


@pytest.fixture
def told(cast):
    """An act at a cell, one at another base organisation, one that belongs to no unit."""
    record("organization.rename", cast.cell, actor=cast.officer, before="Cũ", after="Chi bộ Xưởng 1")
    record("organization.close", cast.foreign_cell, actor=cast.admin)
    record("accounts.sign_in", cast.leader, actor=cast.leader)


def test_inspector_at_the_top_sees_everything_newest_first(cast, told, sign_in):
    assert entries(sign_in(cast.inspector)) == ["accounts.sign_in", "organization.close", "organization.rename"]


def test_inspector_of_a_branch_sees_that_branch_alone(cast, told, sign_in):
    inspector = make_user("kiem-tra-may", Role.INSPECTOR, cast.committee)
    assert entries(sign_in(inspector)) == ["organization.rename"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"who": "quan-tri"}, ["organization.close"]),
        ({"who": "to-chuc"}, ["organization.rename"]),
        ({"verb": "organization."}, ["organization.close", "organization.rename"]),
        ({"verb": "accounts.sign_in"}, ["accounts.sign_in"]),
        ({"subject": "xưởng"}, ["organization.rename"]),
        ({"since": "01/01/2100"}, []),
        ({"until": "1/1/2020"}, []),
        ({"since": "01/01/2020", "verb": "organization.close"}, ["organization.close"]),
    ],
)
def test_filters_live_in_the_address(cast, told, sign_in, query, expected):
    assert entries(sign_in(cast.inspector), **query) == expected


def test_everything_about_one_subject(cast, told, sign_in):
    query = {"subject_type": "organizations.organization", "subject_id": cast.cell.pk}
    assert entries(sign_in(cast.inspector), **query) == ["organization.rename"]


def test_pages_follow_each_other_without_a_gap(cast, sign_in):
    for number in range(PAGE + 2):
        record("organization.rename", cast.cell, actor=None, number=number)
    client = sign_in(cast.inspector)
    first = client.get(reverse("audit:list")).context
    second = client.get(reverse("audit:list"), {"before": first["older"]}).context
    numbers = [entry.details["number"] for context in (first, second) for entry in context["entries"]]
    assert numbers == list(range(PAGE + 1, -1, -1))
    assert second["older"] is None


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_whatever_its_length(cast, sign_in, count, django_assert_num_queries):
    for number in range(count):
        record("organization.rename", cast.cell, actor=None, number=number)
    client = sign_in(cast.inspector)
    entries(client)
    with django_assert_num_queries(8):
        entries(client)


def test_details_are_shown_by_the_template_of_the_family(cast, told, sign_in):
    record("holiday.override", None, actor=cast.officer, source="TB <6150>")
    shown = sign_in(cast.inspector).get(reverse("audit:list")).content.decode()
    assert "Cũ → Chi bộ Xưởng 1" in shown
    assert "TB &lt;6150&gt;" in shown


def test_every_verb_the_code_records_has_words():
    written = set()
    for path in ROOT.glob("*/**/*.py"):
        if path.relative_to(ROOT).parts[0] not in {"tests", "bench", "node_modules"} and ".venv" not in path.parts:
            written |= set(re.findall(r"record(?:_act)?\(\s*\"([a-z_]+\.[a-z_]+)\"", path.read_text()))
    assert written - set(verbs.LABELS) == set()
    assert {verbs.family(verb) for verb in verbs.LABELS} - set(verbs.FAMILIES) == set()
