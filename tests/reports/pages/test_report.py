"""The page of a report, the list of reports and the workbook: what they say, and to whom."""

import re

from django.urls import reverse
from python_calamine import CalamineWorkbook

from audit.models import Entry
from reports.actions import submit
from reports.actions.submitting import digest
from reports.models import Report
from tests.reports.histories import make_report, make_way, until


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
