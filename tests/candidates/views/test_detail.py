"""The page of a candidate: what is next, what is missing, who may read what, every look recorded."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from candidates.models import Vote
from candidates.views.sections import SECTIONS
from people.fields import IDENTITY, blind_index
from tests.candidates.history import ExampleA
from tests.cast import DAY, make_candidate

NUMBER = "060196004521"


@pytest.fixture
def candidate(cast):
    return make_candidate(
        unit=cast.cell,
        introduced_by=cast.union,
        person={"identity_number": NUMBER, "identity_hash": blind_index(NUMBER, purpose=IDENTITY)},
    )


def open_page(client, candidate, section=""):
    page = client.get(f"/ho-so/{candidate.pk}/?phan={section}")
    return page, page.content.decode() if page.status_code == 200 else ""


def test_the_next_step_says_what_is_missing_and_where(cast, sign_in):
    candidate = ExampleA(cast).until("apply")
    page, text = open_page(sign_in(cast.secretary), candidate)
    assert [(step.transition.code, step.may, step.asked) for step in page.context["ways"]] == [
        ("apply", True, ["Ngày 1-KNĐ", "Ngày 2-KNĐ"])
    ]
    assert f"/ho-so/{candidate.pk}/ghi/apply/" in text


def test_a_step_is_called_ready_only_when_its_own_form_asks_for_nothing_more(cast, sign_in):
    candidate = ExampleA(cast).until("propose")
    page, text = open_page(sign_in(cast.secretary), candidate)
    assert [step.asked for step in page.context["ways"]] == [["Đảng viên chính thức của chi bộ"]]
    assert ("Còn phải nhập trong bước này:" in text, "Đủ điều kiện để ghi bước này." in text) == (True, False)


def test_a_nominee_at_the_committee_is_passed_to_a_cell(cast, sign_in):
    candidate = make_candidate(unit=cast.committee, introduced_by=cast.union)
    client = sign_in(cast.base_officer)
    _page, text = open_page(client, candidate)
    assert f"/ho-so/{candidate.pk}/them/unit/" in text
    answer = client.post(f"/ho-so/{candidate.pk}/them/unit/", {"unit": "MAY.1", "on": "1/6/25"})
    candidate.refresh_from_db()
    assert (answer.status_code, candidate.unit, candidate.party_path) == (302, cast.cell, cast.cell.path)
    page, text = open_page(client, candidate)
    assert [(line.on, line.before, line.after) for line in page.context["acts"]] == [
        (DAY(2025, 6, 1), "Đảng bộ Công ty May", "Chi bộ Xưởng 1")
    ]
    assert "Đảng bộ Công ty May giao cho Chi bộ Xưởng 1" in text


def test_a_look_is_recorded(cast, candidate, sign_in):
    open_page(sign_in(cast.leader), candidate, "giay-to")
    entry = Entry.objects.get(verb="candidate.view")
    assert (entry.actor_name, entry.subject_id, entry.details) == (
        "lanh-dao",
        str(candidate.pk),
        {"section": "giay-to"},
    )


def test_opening_a_form_is_a_look_too(cast, candidate, sign_in):
    client = sign_in(cast.secretary)
    for form in ("ghi/list", "them/mentor"):
        assert client.get(f"/ho-so/{candidate.pk}/{form}/").status_code == 200
    looks = Entry.objects.filter(verb="candidate.view").order_by("id")
    assert [look.details["section"] for look in looks] == ["list", "mentor"]


@pytest.mark.parametrize("section", [section.key for section in SECTIONS])
def test_every_part_opens_on_a_full_dossier(cast, sign_in, section):
    candidate = ExampleA(cast).until("nothing")
    page, text = open_page(sign_in(cast.officer), candidate, section)
    assert (page.status_code, page.context["section"].key, candidate.person.full_name in text) == (200, section, True)


def test_votes_and_verification_need_their_own_ability(cast, sign_in):
    candidate = ExampleA(cast).until("endorse")
    assert Vote.objects.filter(candidate=candidate).count() == 1
    keys = {
        who: [section.key for section in open_page(sign_in(getattr(cast, who)), candidate)[0].context["sections"]]
        for who in ("secretary", "leader")
    }
    assert ("tham-tra" in keys["secretary"], "tham-tra" in keys["leader"]) == (True, False)
    page, _text = open_page(sign_in(cast.leader), candidate, "tham-tra")
    assert page.context["section"].key == "qua-trinh"


def test_strangers_learn_nothing(cast, candidate, sign_in):
    assert {
        who: open_page(sign_in(getattr(cast, who)), candidate)[0].status_code
        for who in ("stranger", "rival_unionist", "trainer", "inspector", "admin")
    } == {"stranger": 404, "rival_unionist": 404, "trainer": 403, "inspector": 403, "admin": 403}


def test_a_union_reads_coarse_words_only(cast, sign_in):
    candidate = ExampleA(cast).until("endorse")
    page, text = open_page(sign_in(cast.unionist), candidate, "bieu-quyet")
    assert page.status_code == 200
    told = [
        words in text for words in ("Đang được xem xét", "10/12", "4521", "Trần Văn Long", "Đảng ủy xã", "11-NQ/CB")
    ]
    assert told == [True, False, False, False, False, False]


def test_the_number_is_revealed_once_for_a_reason(cast, candidate, sign_in):
    client = sign_in(cast.secretary)
    assert NUMBER not in open_page(client, candidate)[1]
    address = f"/ho-so/{candidate.pk}/so-cccd/"
    refused = client.post(address, {"reason": " "})
    shown = client.post(address, {"reason": "Đối chiếu đơn xin vào Đảng"})
    assert (refused.status_code, NUMBER in refused.content.decode()) == (422, False)
    assert (NUMBER in shown.content.decode(), shown["Cache-Control"]) == (True, "no-store")
    assert list(Entry.objects.filter(verb="person.reveal_identity").values_list("reason", flat=True)) == [
        "Đối chiếu đơn xin vào Đảng"
    ]


def test_a_leader_reveals_nothing(cast, candidate, sign_in):
    client = sign_in(cast.leader)
    assert client.post(f"/ho-so/{candidate.pk}/so-cccd/", {"reason": "Muốn biết"}).status_code == 403
    assert "so-cccd" not in open_page(client, candidate)[1]


def test_the_record_names_who_did_and_saw(cast, candidate, sign_in):
    open_page(sign_in(cast.leader), candidate)
    page, _text = open_page(sign_in(cast.secretary), candidate, "nhat-ky")
    lines = [(line.who, str(line.what), line.is_look) for line in page.context["lines"]]
    assert lines == [("bi-thu", "Xem hồ sơ", True), ("lanh-dao", "Xem hồ sơ", True)]


@pytest.mark.parametrize(
    ("kind", "fields", "section"),
    [
        ("paper", {"form_code": "opinions", "dated_on": "12/5/23", "state": "signed", "number": "3"}, "giay-to"),
        ("verification", {"addressee": "Đảng ủy xã", "sent_on": "27/3/23"}, "tham-tra"),
        ("mentor", {"mentor": "mentor", "on": "5/3/22"}, "nguoi-giup-do"),
        (
            "introduction",
            {"member": "introducer", "on": "10/5/23", "together_since": "1/3/21", "together_at": "work"},
            "nguoi-giup-do",
        ),
    ],
)
def test_small_notes_are_written(cast, candidate, sign_in, kind, fields, section):
    fields = {name: getattr(cast, value).pk if hasattr(cast, value) else value for name, value in fields.items()}
    client = sign_in(cast.secretary)
    assert client.get(f"/ho-so/{candidate.pk}/them/{kind}/").status_code == 200
    answer = client.post(f"/ho-so/{candidate.pk}/them/{kind}/", fields)
    assert (answer.status_code, answer.headers.get("Location")) == (302, f"/ho-so/{candidate.pk}/?phan={section}")


def test_a_probationary_mentor_is_refused_with_the_article(cast, candidate, sign_in):
    answer = sign_in(cast.secretary).post(
        f"/ho-so/{candidate.pk}/them/mentor/", {"mentor": cast.probationer.pk, "on": "5/3/24"}
    )
    assert (answer.status_code, [shown.finding.rule for shown, _url in answer.context["findings"]]) == (422, ["ELG-9"])
    assert answer.context["form"]["on"].value() == "5/3/24"


def test_the_page_costs_the_same_with_one_act_and_with_many(cast, sign_in):
    def cost(candidate):
        client = sign_in(cast.secretary)
        with CaptureQueriesContext(connection) as queries:
            open_page(client, candidate)
        return len([one for one in queries if "SAVEPOINT" not in one["sql"]])

    example = ExampleA(cast)
    first = example.until("finish_class")
    few = cost(first)
    for code in ("finish_class", "apply", "verify", "consult"):
        example.do(first, code)
    many = cost(first)
    # The first introducer brings his own memberships along; further ones cost nothing.
    assert (many - few, few <= 40) == (2, True), (few, many)


def test_days_are_shown_as_they_are_written(cast, sign_in):
    candidate = make_candidate(unit=cast.cell, opened_on=DAY(2024, 2, 9))
    _page, text = open_page(sign_in(cast.secretary), candidate)
    assert "09/02/2024" in text


def test_papers_name_what_is_there_and_what_came_of_age(cast, sign_in):
    candidate = ExampleA(cast).until("propose")
    page, _text = open_page(sign_in(cast.secretary), candidate, "giay-to")
    filed = {row.form.code: (len(row.papers), row.expired) for row in page.context["filed"]}
    assert {code: filed[code] for code in ("awareness_certificate", "application", "opinions", "cell_resolution")} == {
        "awareness_certificate": (1, None),
        "application": (1, None),
        "opinions": (1, DAY(2024, 5, 12)),
        "cell_resolution": (0, None),
    }


def test_certificates_say_until_when_they_count(cast, sign_in):
    candidate = ExampleA(cast).until("apply")
    page, text = open_page(sign_in(cast.secretary), candidate, "lop-hoc")
    assert [held.valid_until for held in page.context["certificates"]] == [DAY(2027, 5, 27)]
    assert "27/05/2027" in text


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("mentor", {"mentor": "mentor", "on": "5/3/2012"}),
        (
            "introduction",
            {"member": "introducer", "on": "10/5/2012", "together_since": "1/3/2011", "together_at": "work"},
        ),
    ],
)
def test_a_note_before_every_edition_is_refused_beside_its_day(cast, candidate, sign_in, kind, fields):
    fields = {name: getattr(cast, value).pk if hasattr(cast, value) else value for name, value in fields.items()}
    answer = sign_in(cast.secretary).post(f"/ho-so/{candidate.pk}/them/{kind}/", fields)
    assert (answer.status_code, answer.context["form"].errors) == (
        422,
        {"on": ["Chưa có quy định nào trong hệ thống cho ngày này."]},
    )
    assert (candidate.mentor_assignments.count(), candidate.introductions.count()) == (0, 0)


def test_an_old_paper_is_filed_and_its_deadline_has_run_out(cast, candidate, sign_in):
    fields = {"form_code": "opinions", "dated_on": "12/5/2012", "state": "signed"}
    answer = sign_in(cast.secretary).post(f"/ho-so/{candidate.pk}/them/paper/", fields)
    candidate.refresh_from_db()
    assert (answer.status_code, [row["code"] for row in candidate.next_due]) == (302, ["paper_opinions"])
    assert candidate.next_due_on < DAY(2016, 7, 25)


def test_a_request_received_before_it_was_sent_is_refused_beside_its_day(cast, candidate, sign_in):
    fields = {"addressee": "Đảng ủy xã", "sent_on": "27/3/23", "received_on": "26/3/23"}
    answer = sign_in(cast.secretary).post(f"/ho-so/{candidate.pk}/them/verification/", fields)
    found = [shown.finding.rule for shown, _url in answer.context["findings"]]
    assert (answer.status_code, found, list(answer.context["form"].errors)) == (422, ["ADM-0b"], ["received_on"])
    assert candidate.verifications.count() == 0


def test_no_cell_is_given_before_the_nomination(cast, sign_in):
    candidate = make_candidate(unit=cast.committee, introduced_by=cast.union, opened_on=DAY(2022, 2, 20))
    address, client = f"/ho-so/{candidate.pk}/them/unit/", sign_in(cast.base_officer)
    answer = client.post(address, {"unit": "MAY.1", "on": "19/2/22"})
    candidate.refresh_from_db()
    assert (answer.status_code, list(answer.context["form"].errors), candidate.unit) == (422, ["on"], cast.committee)
    assert client.post(address, {"unit": "MAY.1", "on": "20/2/22"}).status_code == 302


@pytest.mark.parametrize(
    ("kind", "fields", "beside"),
    [
        ("mentor", {"mentor": "mentor", "on": "6/3/22"}, "mentor"),
        ("mentor", {"mentor": "introducer", "on": "4/3/22", "replaces": "1", "reason": "Chuyển công tác"}, "on"),
        (
            "introduction",
            {"member": "introducer", "on": "10/5/23", "together_since": "1/3/21", "together_at": "work"},
            "member",
        ),
    ],
)
def test_who_helps_already_is_not_named_twice_nor_replaced_before_he_began(
    cast, candidate, sign_in, kind, fields, beside
):
    serving = candidate.mentor_assignments.create(
        mentor=cast.mentor, from_on=DAY(2022, 3, 5), party_path=candidate.party_path
    )
    candidate.introductions.create(
        member=cast.introducer, together_since=DAY(2021, 3, 1), party_path=candidate.party_path
    )
    fields = {name: getattr(cast, value).pk if hasattr(cast, value) else value for name, value in fields.items()}
    if "replaces" in fields:
        fields["replaces"] = serving.pk
    answer = sign_in(cast.secretary).post(f"/ho-so/{candidate.pk}/them/{kind}/", fields)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [beside])
