"""The list of candidates: found without accents, within the office's scope, at a constant number of queries."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Entry
from candidates.models import MentorAssignment, StageChange
from people.fields import IDENTITY, blind_index
from people.models import Employment
from tests.cast import make_candidate

DAY = datetime.date
URL = "/ho-so/"
NUMBER = "060196004521"


def names(client, query=""):
    page = client.get(f"{URL}{query}")
    assert page.status_code == 200
    return re.findall(r'<a href="/ho-so/\d+/">([^<]+)</a>', page.content.decode())


@pytest.fixture
def three(cast):
    """Two in the secretary's cell, one in the foreign cell; the union put the first forward."""
    return [
        make_candidate(
            "Nguyễn Thị Hồng Thắm",
            unit=cast.cell,
            introduced_by=cast.union,
            next_due_on=DAY(2020, 1, 10),
            person={"identity_number": NUMBER, "identity_hash": blind_index(NUMBER, purpose=IDENTITY)},
        ),
        make_candidate(
            "Đỗ Văn Ân", unit=cast.cell, stage="proposed", opened_on=DAY(2023, 5, 4), person={"sex": "male"}
        ),
        make_candidate("Phan Hồng Sơn", unit=cast.foreign_cell, introduced_by=cast.rival_union),
    ]


def test_each_office_sees_its_own(cast, three, sign_in):
    tham, an, son = (str(one) for one in three)
    seen = {who: names(sign_in(getattr(cast, who))) for who in ("secretary", "officer", "stranger", "unionist")}
    assert seen == {"secretary": [an, tham], "officer": [an, son, tham], "stranger": [son], "unionist": [tham]}


def test_a_cell_is_named_with_its_base_committee(cast, three, sign_in):
    page = sign_in(cast.officer).get(URL).content.decode()
    cells = re.findall(r'data-label="Chi bộ xem xét" class="">(.*?)</td>', page)
    cell = 'Chi bộ Xưởng 1 <small class="d-block text-secondary">Đảng bộ Công ty May</small>'
    assert cells == [cell, "Chi bộ Sở Công Thương", cell]


@pytest.mark.parametrize("who", ["trainer", "inspector", "admin", "nobody"])
def test_others_have_no_list(cast, sign_in, who):
    assert sign_in(getattr(cast, who)).get(URL).status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=hong", ["Phan Hồng Sơn", "Nguyễn Thị Hồng Thắm"]),
        ("?q=tham+nguyen", ["Nguyễn Thị Hồng Thắm"]),
        (f"?q={NUMBER}", ["Nguyễn Thị Hồng Thắm"]),
        ("?q=060196004522", []),
        ("?order=name", ["Đỗ Văn Ân", "Phan Hồng Sơn", "Nguyễn Thị Hồng Thắm"]),
        ("?order=due", ["Nguyễn Thị Hồng Thắm", "Đỗ Văn Ân", "Phan Hồng Sơn"]),
        ("?stage=proposed", ["Đỗ Văn Ân"]),
        ("?unit=MAY", ["Đỗ Văn Ân", "Nguyễn Thị Hồng Thắm"]),
        ("?introduced_by=CD-KHAC", ["Phan Hồng Sơn"]),
        ("?labour_class=leader", []),
        ("?sex=male", ["Đỗ Văn Ân"]),
        ("?year=2023", ["Đỗ Văn Ân"]),
        ("?overdue=on", ["Nguyễn Thị Hồng Thắm"]),
        ("?enterprise=MAY", ["Phan Hồng Sơn"]),
        ("?no_mentor=on", ["Phan Hồng Sơn", "Nguyễn Thị Hồng Thắm"]),
        ("?act=propose&first=1/5/2023&last=31/5/2023", ["Đỗ Văn Ân"]),
        ("?act=propose&first=1/6/2023", []),
        ("?state=closed", []),
    ],
)
def test_filters_live_in_the_address(cast, three, sign_in, query, found):
    _tham, an, son = three
    Employment.objects.create(
        person=son.person, enterprise=cast.enterprise, labour_class="direct", from_on=DAY(2020, 1, 1)
    )
    MentorAssignment.objects.create(candidate=an, mentor=cast.mentor, from_on=DAY(2023, 5, 4))
    StageChange.objects.create(
        candidate=an,
        transition="propose",
        to_stage="proposed",
        on=DAY(2023, 5, 4),
        organization=cast.cell,
        organization_name="Chi bộ Xưởng 1",
        actor_name="x",
        edition="x",
    )
    assert names(sign_in(cast.officer), query) == found


def test_ended_candidacies_show_when_searched_for(cast, sign_in):
    make_candidate("Võ Văn Cũ", unit=cast.cell, stage="dropped", closed_on=DAY(2024, 1, 1))
    client = sign_in(cast.secretary)
    assert [names(client), names(client, "?q=vo+cu"), names(client, "?state=all")] == [[], ["Võ Văn Cũ"], ["Võ Văn Cũ"]]


def test_a_search_by_number_is_recorded(cast, three, sign_in):
    names(sign_in(cast.stranger), f"?q={NUMBER}")
    assert list(Entry.objects.values_list("verb", "actor_name", "details")) == [
        ("candidate.search_number", "nguoi-la", {"found": 0})
    ]


def test_a_union_reads_coarse_stages_and_no_number(cast, three, sign_in):
    three[0].stage = "proposed"
    three[0].save()
    page = sign_in(cast.unionist).get(URL).content.decode()
    assert [words in page for words in ("Đang được xem xét", "Chi bộ đã đề nghị", "4521", "Quá hạn")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_union_asks_by_coarse_stage(cast, three, sign_in):
    client = sign_in(cast.unionist)
    assert [names(client, "?stage=introduced"), names(client, "?stage=applying"), names(client, "?stage=proposed")] == [
        ["Nguyễn Thị Hồng Thắm"],
        [],
        ["Nguyễn Thị Hồng Thắm"],
    ]


def test_the_number_is_masked(cast, three, sign_in):
    page = sign_in(cast.secretary).get(URL).content.decode()
    assert ("060•••••4521" in page, NUMBER in page) == (True, False)


def test_a_fragment_is_answered_to_htmx(cast, three, sign_in):
    page = sign_in(cast.secretary).get(URL, headers={"hx-request": "true"}).content.decode()
    assert ("<html" in page, "Hồng Thắm" in page) == (False, True)


def test_pages_follow_each_other(cast, sign_in):
    for number in range(52):
        make_candidate(f"Lê Văn {chr(65 + number % 26)}{number}", unit=cast.cell)
    client = sign_in(cast.secretary)
    page = client.get(f"{URL}?order=name")
    after = page.context["page"].after
    following = names(client, f"?order=name&after={after}")
    assert (len(names(client, "?order=name")), len(following)) == (50, 2)
    assert client.get(f"{URL}?order=name&after={after}").context["page"].before


@pytest.mark.parametrize("who", ["officer", "unionist"])
def test_the_list_costs_the_same_for_one_and_for_three(cast, sign_in, who):
    client, counts = sign_in(getattr(cast, who)), []
    for name in ("Lê An", "Lê Bình", "Lê Cúc"):
        make_candidate(name, unit=cast.cell, introduced_by=cast.union, next_due_on=DAY(2030, 1, 1))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse("candidates:list"))
        counts.append(len([one for one in queries if "SAVEPOINT" not in one["sql"]]))
    assert counts[0] == counts[2] and counts[0] <= 9, counts
