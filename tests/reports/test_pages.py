"""The pages of reports, figures and the year: what they say, to whom, and at what cost."""

import re

import pytest
import time_machine
from django.urls import reverse
from python_calamine import CalamineWorkbook

from audit.models import Entry
from candidates.stages import Stage
from reports.actions import correct, refresh, submit
from reports.actions.submitting import digest
from reports.figures import compute
from reports.models import Report, Target
from reports.overview import overview
from reports.periods import month, year_to_date
from tests.reports.histories import DAY, make_way, until

NOVEMBER = month(2025, 11)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2025-12-02T09:00:00+07:00", tick=False):
        yield DAY(2025, 12, 2)


@pytest.fixture
def history(cast):
    make_way("Trần Thị An", cast.cell, *until("admit"), introduced_by=cast.union)
    make_way("Lê Văn Bình", cast.other_cell, *until("admit", shift=9), labour_class="indirect")
    make_way("Phạm Lan Chi", cast.foreign_cell, *until("admit", shift=-365))
    Target.objects.create(organization=cast.root, year=2025, kind="admission", value=3)
    Target.objects.create(organization=cast.committee, year=2025, kind="admission", value=4)
    return cast


def make_report(cast, unit):
    report = Report.objects.create(
        organization=unit, organization_name=unit.name, period_from=NOVEMBER.from_on, period_to=NOVEMBER.to_on
    )
    return refresh(report, actor=cast.officer)


def numbers_of(page, title):
    """The cells of a line of the table, as text."""
    row = re.search(rf"<tr[^>]*><th[^>]*>(?:<a[^>]*>)?{re.escape(title)}<.*?</tr>", page, re.S).group()
    return [re.sub(r"<[^>]+>|\s+", " ", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)]


def test_report_page_prints_every_column(history, sign_in):
    report = make_report(history, history.root)
    page = sign_in(history.officer).get(reverse("reports:detail", args=[report.pk])).content.decode()
    assert {title: numbers_of(page, title) for title in (
        "Kết nạp đảng viên", "Tỷ lệ công nhân trong số kết nạp", "Tổng số đảng viên dự bị", "Học lớp đảng viên mới",
    )} == {
        "Kết nạp đảng viên": ["2", "2", "3", "66,7 %", "1", "1", "200,0 %"],
        "Tỷ lệ công nhân trong số kết nạp": ["50,0 %", "50,0 %", "", "", "100,0 %", "100,0 %", ""],
        "Tổng số đảng viên dự bị": ["3", "", "", "", "1", "", "300,0 %"],
        "Học lớp đảng viên mới": ["0", "0", "", "", "0", "0", "–"],
    }  # fmt: skip
    assert (
        "Tháng 11/2025, Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh kết nạp 2 đảng viên,"
        " trong đó có 1 công nhân, lao động trực tiếp. Từ đầu năm đã kết nạp 2 đảng viên (công nhân, lao động trực tiếp"
        " chiếm 50,0 %), đạt 66,7 % chỉ tiêu năm (3), tăng 1 so với cùng kỳ năm trước."
    ) in page


def test_every_number_of_the_page_opens_as_many_people(history, sign_in):
    report = make_report(history, history.root)
    client = sign_in(history.officer)
    page = client.get(reverse("reports:detail", args=[report.pk])).content.decode()
    links = re.findall(r'<td class="number"><a href="([^"]*)">(\d+)</a>', page)
    found = [client.get(url.replace("&amp;", "&")).content.decode() for url, _number in links]
    assert [f"· {number} người" in list_ for (_url, number), list_ in zip(links, found, strict=True)] == [True] * len(
        links
    )
    assert len(links) > 10


def test_people_of_a_sent_report_are_those_who_were_counted(history, sign_in):
    report = make_report(history, history.committee)
    submit(report, actor=history.base_officer, seen=digest(report.figures))
    make_way("Vũ Thị Muộn", history.cell, *until("admit"))
    client = sign_in(history.officer)
    page = client.get(reverse("reports:detail", args=[report.pk])).content.decode()
    link = re.search(r'href="([^"]*figure=admitted&amp;column=period)"', page).group(1).replace("&amp;", "&")
    kept = client.get(link).content.decode()
    assert [name in kept for name in ("Trần Thị An", "Lê Văn Bình", "Vũ Thị Muộn")] == [True, True, False]


def test_report_is_sent_once_and_replaced_on_the_page(history, sign_in):
    report = make_report(history, history.committee)
    client = sign_in(history.base_officer)
    address = reverse("reports:detail", args=[report.pk])
    seen = re.search(r'name="seen" value="(\w+)"', client.get(address).content.decode()).group(1)
    client.post(reverse("reports:submit", args=[report.pk]), {"seen": seen, "remarks": "Thiếu lớp buổi tối."})
    page = client.post(reverse("reports:submit", args=[report.pk]), {"seen": seen}, follow=True).content.decode()
    report.refresh_from_db()
    assert (report.state, "Chỉ gửi được báo cáo đã lập và chưa gửi" in page, report.fingerprint in page) == (
        "submitted",
        True,
        True,
    )
    empty = client.post(reverse("reports:correct", args=[report.pk]), {"reason": ""})
    page = client.post(reverse("reports:correct", args=[report.pk]), {"reason": "Nhập thiếu"}, follow=True)
    assert (empty.status_code, "Lý do: Nhập thiếu" in page.content.decode()) == (422, True)


def test_figures_that_moved_are_shown_before_they_are_sent(history, sign_in):
    report = make_report(history, history.committee)
    make_way("Vũ Thị Muộn", history.cell, *until("admit"))
    answer = sign_in(history.base_officer).post(
        reverse("reports:submit", args=[report.pk]), {"seen": digest(report.figures), "remarks": "Giữ lại câu này."}
    )
    page = answer.content.decode()
    report.refresh_from_db()
    assert (answer.status_code, report.state, numbers_of(page, "Kết nạp đảng viên")[0]) == (409, "ready", "3")
    assert ("Số liệu đã thay đổi" in page, "Giữ lại câu này." in page) == (True, True)


def test_list_shows_ones_own_branch(history, sign_in):
    for unit in (history.root, history.committee, history.cell, history.foreign_cell):
        make_report(history, unit)
    seen = {
        who: sorted(
            report.organization.code
            for report in sign_in(getattr(history, who)).get(reverse("reports:list")).context["reports"]
        )
        for who in ("leader", "base_officer", "secretary", "stranger")
    }
    assert seen == {
        "leader": ["DUK", "MAY", "MAY.1", "SO"],
        "base_officer": ["MAY", "MAY.1"],
        "secretary": ["MAY.1"],
        "stranger": ["SO"],
    }


def test_list_is_filtered_from_the_address(history, sign_in):
    for unit in (history.root, history.committee, history.foreign_cell):
        make_report(history, unit)
    Report.objects.filter(organization=history.foreign_cell).update(state="failed")
    client = sign_in(history.officer)
    found = {
        query: [
            report.organization.code for report in client.get(f"{reverse('reports:list')}?{query}").context["reports"]
        ]
        for query in ("month=2025-11", "state=failed", f"unit={history.committee.pk}")
    }
    assert found == {
        "month=2025-11": ["DUK", "MAY", "SO"],
        "state=failed": ["SO"],
        f"unit={history.committee.pk}": ["MAY"],
    }
    assert client.get(f"{reverse('reports:list')}?month=1999-01").status_code == 404


def test_workbook_holds_the_page_s_numbers_typed(history, sign_in, tmp_path):
    report = make_report(history, history.root)
    answer = sign_in(history.officer).get(reverse("reports:workbook", args=[report.pk]))
    path = tmp_path / "report.xlsx"
    path.write_bytes(answer.content)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    lines = {row[0]: row[1:] for row in rows}
    assert (rows[0][0], rows[2][0]) == (
        "ĐẢNG BỘ KHỐI CƠ QUAN VÀ DOANH NGHIỆP TỈNH",
        "Tháng 11/2025 (từ 01/11/2025 đến 30/11/2025)",
    )
    assert lines["Kết nạp đảng viên"] == [2, 2, 3, 66.7, 1, 1, 200]
    assert lines["Học lớp đảng viên mới"] == [0, 0, "", "", 0, 0, "–"]
    assert (answer["Content-Disposition"], Entry.objects.filter(verb="report.export").count()) == (
        'attachment; filename="bao-cao-DUK-2025-11-lan1.xlsx"',
        1,
    )


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
