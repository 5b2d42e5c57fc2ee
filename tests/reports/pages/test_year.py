"""The year at a glance: the dashboard, its units and its numbers, at the same cost for one unit and for three."""

import re

import pytest
from django.urls import reverse

from candidates.stages import Stage
from reports.figures import compute
from reports.overview import overview
from reports.periods import year_to_date
from tests.reports.histories import DAY, make_report, make_way, until


def test_overview_counts_the_year_by_hand(history, today):
    seen = overview(history.root, 2025, today)
    assert (seen.figures["admitted"], seen.months[9], seen.months[10], seen.overdue) == (
        {"period": 2, "year": 2, "last_period": 1, "last_year": 1, "target": 3},
        (10, (0, 0), (0, 0)),
        (11, (2, 1), (1, 1)),
        0,
    )
    # 228 of 249 working days of 2025 have passed by 2 December.
    assert (round(seen.share_of_year, 3), round(seen.expected, 2)) == (0.916, 2.75)
    assert [
        (row.organization.code, row.admitted, row.workers, row.target, str(row.percent), row.last_on, row.idle_months)
        for row in seen.units
    ] == [
        ("MAY", 2, 1, 4, "50.0", DAY(2025, 11, 20), 0),
        ("SO", 0, 0, None, "None", DAY(2024, 11, 11), 12),
    ]
    assert seen.idle == {12: 1, 24: 0, 36: 0}


def test_funnel_of_today_says_what_the_history_says(history, today):
    make_way("Vũ Thị Chờ", history.cell, *until("verify"))
    row = compute(year_to_date(2025, today), history.root)[history.root.pk]
    funnel = overview(history.root, 2025, today).funnel
    assert [(stage, row[f"stage_{stage.value}"]["period"]) for stage, _number in funnel] == funnel
    assert dict(funnel)[Stage.VERIFIED] == 1


def test_dashboard_s_numbers_open_as_many_people(history, sign_in):
    client = sign_in(history.leader)
    page = client.get(reverse("reports:dashboard")).content.decode()
    links = re.findall(r'<a(?: class="behind")? href="(/so-lieu/[^"]*)">(\d+)</a>', page)
    found = [client.get(url.replace("&amp;", "&")).content.decode() for url, _number in links]
    assert [f"· {number} người" in list_ for (_url, number), list_ in zip(links, found, strict=True)] == [True] * len(
        links
    )
    assert len(links) >= 8


def test_dashboard_narrows_to_a_unit_and_to_idle_ones(history, sign_in):
    client = sign_in(history.leader)
    address = reverse("reports:dashboard")
    codes = {
        query: [one["unit"].code for one in client.get(f"{address}?{query}").context["units"]]
        for query in ("", "idle=12", "idle=24", f"unit={history.committee.pk}", "year=2024")
    }
    assert codes == {
        "": ["MAY", "SO"],
        "idle=12": ["SO"],
        "idle=24": [],
        f"unit={history.committee.pk}": ["MAY.1", "MAY.2"],
        "year=2024": ["MAY", "SO"],
    }
    refused = [
        client.get(f"{address}?{query}").status_code for query in (f"unit={history.union.pk}", "year=2027", "year=x")
    ]
    assert refused == [404, 404, 404]


def test_committee_s_dashboard_holds_its_own_branch(history, sign_in):
    client = sign_in(history.base_officer)
    own = client.get(reverse("reports:dashboard")).context["seen"]
    other = client.get(f"{reverse('reports:dashboard')}?unit={history.foreign_cell.pk}")
    assert (own.unit, own.figures["admitted"]["year"], other.status_code) == (history.committee, 2, 404)


@pytest.mark.parametrize(("name", "queries"), [("reports:dashboard", 18), ("reports:list", 14), ("reports:home", 12)])
def test_pages_ask_the_same_queries_at_one_unit_and_at_three(
    cast, sign_in, name, queries, django_assert_max_num_queries
):
    who = cast.base_officer if name == "reports:home" else cast.leader
    client = sign_in(who)
    counts = []
    for units in ([cast.cell], [cast.other_cell, cast.foreign_cell]):
        for unit in units:
            candidate = make_way(f"Người {unit.code}", unit, *until("decide"))
            candidate.next_due_on = DAY(2025, 12, 5)
            candidate.next_due = [
                {"transition": "admit", "due_on": "2025-12-05", "label": "Lễ kết nạp", "citation": "Điểm 3.8"}
            ]
            candidate.save()
            make_report(cast, unit)
        with django_assert_max_num_queries(queries) as asked:
            client.get(reverse(name))
        counts.append(len(asked))
    assert counts[0] == counts[1]
