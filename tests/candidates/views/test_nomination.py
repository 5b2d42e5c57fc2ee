"""Nominations: look first, one page, nothing lost, one person once."""

import datetime

import pytest

from audit.models import Entry
from candidates.models import Candidate
from organizations.models import Enterprise
from people.fields import IDENTITY, blind_index
from people.models import Consent, Person
from tests.cast import make_candidate, make_person

DAY = datetime.date
NUMBER = "060196004521"
URL = "/ho-so/gioi-thieu/"
NEW = f"{URL}nguoi-moi/"
SHEET = {
    "full_name": "nguyễn thị hồng thắm",
    "born": "14/8/96",
    "sex": "female",
    "identity_number": "060 196 004521",
    "enterprise": "MAY",
    "labour_class": "direct",
    "member_since": "4/2021",
    "resolution_number": "02-NQ/CĐCS",
    "on": "20/2/22",
    "committee_size": "7",
    "in_favour": "7",
    "reason": "Lao động giỏi ba năm liền",
    "job_title": "Công nhân may",
    "hired_on": "1/3/21",
    "phone": "0912 345 678",
    "consent": "on",
}


def numbered(**fields):
    return {"identity_number": NUMBER, "identity_hash": blind_index(NUMBER, purpose=IDENTITY)} | fields


def test_a_union_nominates_in_one_page(cast, sign_in):
    answer = sign_in(cast.unionist).post(NEW, SHEET)
    candidate = Candidate.objects.select_related("person").get()
    person = candidate.person
    assert (answer.status_code, answer["Location"]) == (302, f"/ho-so/{candidate.pk}/")
    assert (candidate.stage, candidate.unit, candidate.introduced_by, candidate.route, candidate.opened_on) == (
        "introduced",
        cast.committee,
        cast.union,
        "UNION_PLUS_ONE",
        DAY(2022, 2, 20),
    )
    assert (person.full_name, str(person.born), person.identity_number, person.phone) == (
        "Nguyễn Thị Hồng Thắm",
        "14/08/1996",
        NUMBER,
        "0912345678",
    )
    assert list(person.employments.values_list("enterprise__code", "labour_class", "job_title", "from_on")) == [
        ("MAY", "direct", "Công nhân may", DAY(2021, 3, 1))
    ]
    assert list(person.memberships.values_list("kind", "organization__code", "from_on", "from_precision")) == [
        ("union", "CD-MAY", DAY(2021, 4, 1), "month")
    ]
    assert list(Consent.objects.values_list("person", "purpose", "how")) == [
        (person.pk, "nomination", "Phiếu đồng ý đã ký")
    ]


def test_the_usual_case_shows_at_most_twelve_fields(cast, sign_in):
    form = sign_in(cast.unionist).get(NEW).context["form"]
    assert len(form.usual()) <= 12
    assert form["enterprise"].value() == "MAY"
    assert not form["consent"].value()


def test_without_consent_nothing_is_entered_and_nothing_is_lost(cast, sign_in):
    sheet = {name: text for name, text in SHEET.items() if name != "consent"}
    answer = sign_in(cast.unionist).post(NEW, sheet)
    form = answer.context["form"]
    assert (answer.status_code, sorted(form.errors)) == (422, ["consent"])
    assert {name: form[name].value() for name in sheet} == sheet
    assert Candidate.objects.count() == 0


def test_a_number_of_another_sex_is_refused_with_the_article_until_explained(cast, sign_in):
    client, sheet = sign_in(cast.unionist), SHEET | {"identity_number": "060096004521"}
    answer = client.post(NEW, sheet)
    form = answer.context["form"]
    assert (answer.status_code, [finding.rule for finding in form.findings], form.needs_reason) == (
        422,
        ["ID-3"],
        False,
    )
    assert (Person.objects.filter(full_name="Nguyễn Thị Hồng Thắm").count(), form["phone"].value()) == (
        0,
        "0912 345 678",
    )
    sheet |= {"identity_note": "Đã cải chính giới tính", "override_reason": "Có giấy cải chính"}
    assert client.post(NEW, sheet).status_code == 302


def test_less_than_half_of_the_committee_is_refused(cast, sign_in):
    answer = sign_in(cast.unionist).post(NEW, SHEET | {"in_favour": "3"})
    assert [finding.rule for finding in answer.context["form"].findings] == ["ELG-6"]
    assert Candidate.objects.count() == 0


def test_a_known_person_is_offered_and_nominated(cast, sign_in):
    person = make_person("Đỗ Văn Ân", unit=cast.committee, mass_unit=cast.union)
    client = sign_in(cast.unionist)
    page = client.get(f"{URL}?q=do+an")
    assert page.context["hits"] == [(person, None)]
    sheet = {name: SHEET[name] for name in ("labour_class", "resolution_number", "on", "reason", "consent")}
    assert client.post(f"{URL}{person.pk}/", sheet).status_code == 302
    candidate = Candidate.objects.get()
    assert client.get(f"{URL}?q=do+an").context["hits"] == [(person, candidate.pk)]
    again = client.post(f"{URL}{person.pk}/", sheet)
    assert (again.status_code, Candidate.objects.count()) == (422, 1)


def test_a_number_elsewhere_shows_only_that_there_is_one(cast, sign_in):
    make_candidate("Phan Hồng Sơn", unit=cast.foreign_cell, introduced_by=cast.rival_union, person=numbered())
    client = sign_in(cast.unionist)
    page = client.get(f"{URL}?q={NUMBER}")
    text = page.content.decode()
    assert (page.context["elsewhere"], "Phan Hồng Sơn" in text, "Sở Công Thương" in text) == (True, False, False)
    assert Entry.objects.filter(verb="person.search_number").count() == 1
    answer = client.post(NEW, SHEET)
    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["identity_number"])
    assert Candidate.objects.count() == 1


def test_a_name_elsewhere_is_not_shown(cast, sign_in):
    make_candidate("Phan Hồng Sơn", unit=cast.foreign_cell, introduced_by=cast.rival_union)
    assert sign_in(cast.unionist).get(f"{URL}?q=phan+hong+son").context["hits"] == []


def test_a_cell_enters_a_name_without_a_mass_organisation(cast, sign_in):
    sheet = SHEET | {"unit": "MAY.1", "introduced_by": "", "resolution_number": "", "member_since": ""}
    answer = sign_in(cast.secretary).post(NEW, sheet | {"committee_size": "", "in_favour": ""})
    assert answer.status_code == 302
    candidate = Candidate.objects.get()
    assert (candidate.unit, candidate.introduced_by, candidate.route) == (cast.cell, None, "")


@pytest.mark.parametrize("who", ["secretary", "base_officer", "officer"])
def test_staff_enter_what_a_union_resolved(cast, sign_in, who):
    answer = sign_in(getattr(cast, who)).post(NEW, SHEET | {"unit": "MAY.1", "introduced_by": "CD-MAY"})
    assert answer.status_code == 302
    assert [(one.unit, one.introduced_by) for one in Candidate.objects.all()] == [(cast.cell, cast.union)]


@pytest.mark.parametrize("unit", ["SO", "MAY"])
def test_a_unit_out_of_reach_cannot_be_chosen(cast, sign_in, unit):
    answer = sign_in(cast.secretary).post(NEW, SHEET | {"unit": unit, "introduced_by": ""})
    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["unit"])


def test_a_leader_nominates_nobody(cast, sign_in):
    assert sign_in(cast.leader).post(NEW, SHEET).status_code == 403


def test_a_resolution_before_every_edition_is_refused_beside_its_day(cast, sign_in):
    answer = sign_in(cast.unionist).post(NEW, SHEET | {"on": "24/7/2016", "hired_on": "1/3/16", "member_since": "2016"})
    assert (answer.status_code, answer.context["form"].errors) == (
        422,
        {"on": ["Chưa có quy định nào trong hệ thống cho ngày này."]},
    )
    assert (Candidate.objects.count(), Person.objects.filter(full_name="Nguyễn Thị Hồng Thắm").count()) == (0, 0)


def test_nobody_is_put_forward_before_birth(cast, sign_in):
    answer = sign_in(cast.unionist).post(NEW, SHEET | {"born": "21/2/2022", "identity_number": "060322004521"})
    form = answer.context["form"]
    assert (answer.status_code, [finding.rule for finding in form.findings], form.errors) == (
        422,
        ["ELG-1"],
        {"on": ["Ngày nghị quyết 20/02/2022 trước ngày sinh 21/02/2022."]},
    )


def test_one_under_18_is_put_forward_with_a_reason(cast, sign_in):
    client, sheet = sign_in(cast.unionist), SHEET | {"born": "21/2/2004", "identity_number": "060304004521"}
    answer = client.post(NEW, sheet)
    form = answer.context["form"]
    assert (answer.status_code, [finding.message for finding in form.findings], form.needs_reason) == (
        422,
        ["Chưa đủ 18 tuổi (sinh 21/02/2004): có thể giới thiệu, chưa thể xét kết nạp trước 21/02/2022."],
        True,
    )
    assert client.post(NEW, sheet | {"override_reason": "Mai đủ tuổi"}).status_code == 302
    # On the birthday itself nothing is said.
    grown = SHEET | {"born": "20/2/2004", "identity_number": "060304004522", "full_name": "Lê Thị Na"}
    assert client.post(NEW, grown).status_code == 302


def test_a_union_at_a_firm_chooses_no_other_employer(cast, sign_in):
    Enterprise.objects.create(code="KHAC", name="Công ty Khác", search_text="cong ty khac")
    form = sign_in(cast.unionist).get(NEW).context["form"]
    assert (form.fields["enterprise"].choices, form["enterprise"].value()) == (
        [("MAY", "Công ty CP May Hàm Kiệm")],
        "MAY",
    )
