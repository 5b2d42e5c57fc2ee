"""The list of people behind a number, as far as each office may know them."""

import pytest
from django.urls import reverse

from reports.actions import correct, submit
from reports.actions.submitting import digest
from tests.reports.histories import make_report


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("leader", ["Trần Thị An", "Lê Văn Bình"]),
        ("base_officer", ["Trần Thị An", "Lê Văn Bình"]),
        ("secretary", ["Trần Thị An"]),
        ("unionist", ["Trần Thị An"]),
        ("stranger", []),
        ("rival_unionist", []),
    ],
)
def test_list_behind_a_number_shows_no_one_out_of_scope(history, sign_in, who, names):
    page = sign_in(getattr(history, who)).get(
        f"{reverse('reports:people')}?figure=admitted&from=2025-11-01&to=2025-11-30"
    ).content.decode()  # fmt: skip
    everyone = ("Trần Thị An", "Lê Văn Bình", "Phạm Lan Chi")
    assert [name for name in everyone if name in page] == names


def test_cells_behind_a_number_are_named_with_their_base_committee(history, sign_in, django_assert_num_queries):
    client, address = (
        sign_in(history.leader),
        f"{reverse('reports:people')}?figure=admitted&from=2025-11-01&to=2025-11-30",
    )
    client.get(address)
    with django_assert_num_queries(10):
        page = client.get(address)
    assert [row["unit"] for row in page.context["rows"]] == [
        "Chi bộ Xưởng 1, Đảng bộ Công ty May",
        "Chi bộ Xưởng 2, Đảng bộ Công ty May",
    ]


@pytest.mark.parametrize(
    "query",
    [
        "figure=proposed&from=2025-01-01&to=2025-12-31",  # finer than a union may know
        "figure=stage_verified&from=2025-01-01&to=2025-12-31",
        "figure=overdue",
        "figure=awareness_learners&from=2025-01-01&to=2025-12-31",
        "figure=worker_share&from=2025-01-01&to=2025-12-31",
        "figure=admitted&from=2025-12-31&to=2025-01-01",
        "figure=admitted&from=hôm+qua&to=2025-01-01",
        "figure=nothing",
    ],
)
def test_union_official_learns_nothing_finer_than_coarse_progress(history, sign_in, query):
    assert sign_in(history.unionist).get(f"{reverse('reports:people')}?{query}").status_code == 404


def test_coarse_list_of_a_union_tells_no_stage_and_no_dossier(history, sign_in):
    page = sign_in(history.unionist).get(
        f"{reverse('reports:people')}?figure=admitted&from=2025-11-01&to=2025-11-30"
    ).content.decode()  # fmt: skip
    assert ("Đã kết nạp" in page, "Đảng viên dự bị" in page, "/ho-so/1" in page, history.cell.name in page) == (
        True,
        False,
        False,
        False,
    )


def test_kept_list_of_another_unit_s_report_is_not_found(history, sign_in):
    report = make_report(history, history.committee)
    submit(report, actor=history.base_officer, seen=digest(report.figures))
    correct(report, actor=history.base_officer, reason="Lại")
    address = f"{reverse('reports:people')}?report={report.pk}&figure=admitted&column=period"
    answers = {
        who: sign_in(getattr(history, who)).get(address).status_code for who in ("leader", "stranger", "unionist")
    }
    assert answers == {"leader": 200, "stranger": 404, "unionist": 404}
