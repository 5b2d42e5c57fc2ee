"""Acts through the screens: the way of worked example A, and what comes back when the rules stand against one."""

import datetime

import pytest

from candidates.models import Candidate, StageChange, Vote
from candidates.pipeline import Stage
from tests.candidates.history import ExampleA

DAY = datetime.date


def typed(on, act):
    """What a clerk would type for an act: days as dd/mm/yyyy, persons by their key."""
    fields = {"on": f"{on:%d/%m/%Y}", "override_reason": ""}
    for name, value in act.items():
        if isinstance(value, DAY):
            value = f"{value.day}/{value.month}/{value.year % 100:02}"
        fields[name] = getattr(value, "pk", value)
    return fields


def post(client, candidate, code, fields):
    version = Candidate.objects.get(pk=candidate.pk).version
    return client.post(f"/ho-so/{candidate.pk}/ghi/{code}/", {"version": version} | fields)


def errors(page):
    """The findings on the page as (rule, the field they stand beside)."""
    return sorted((shown.finding.rule, shown.field) for shown in page.context["form"].findings)


def test_worked_example_a_runs_through_the_screens(cast, sign_in):
    example = ExampleA(cast)
    candidate = example.nominate()
    for code, actor, on, act in example.steps:
        page = post(sign_in(actor), candidate, code, typed(on, act))
        assert page.status_code == 302, (code, errors(page), page.context["form"].errors)
    candidate = Candidate.objects.get(pk=candidate.pk)
    assert (candidate.stage, candidate.official_on) == (Stage.RECOGNISED, DAY(2024, 8, 11))


@pytest.fixture
def ready(cast):
    """ExampleA just before the cell's vote: (the example, the candidate, the vote as it was)."""
    example = ExampleA(cast)
    candidate = example.until("propose")
    return example, candidate, next(step for step in example.steps if step[0] == "propose")


def test_too_few_votes_are_refused_beside_the_field_and_nothing_is_lost(cast, ready, sign_in):
    _example, candidate, (code, actor, on, act) = ready
    fields = typed(on, act | {"in_favour": 7, "present": 8, "against": 1, "note": "Họp tại xưởng"})
    page = post(sign_in(actor), candidate, code, fields)
    form = page.context["form"]
    assert (page.status_code, errors(page)) == (422, [("ADM-8", "in_favour")])
    assert form.errors["in_favour"] == [form.findings[0].finding.message]
    assert {name: str(form[name].value()) for name in fields} == {name: str(value) for name, value in fields.items()}
    assert (Candidate.objects.get(pk=candidate.pk).stage, Vote.objects.filter(transition="propose").count()) == (
        Stage.CONSULTED,
        0,
    )
    text = page.content.decode()
    assert "ADM-8" in text and form.findings[0].finding.citation in text


def test_unreadable_days_and_numbers_stand_beside_their_fields(cast, ready, sign_in):
    _example, candidate, (code, actor, on, act) = ready
    page = post(sign_in(actor), candidate, code, typed(on, act) | {"on": "31/4/2023", "present": "mười"})
    assert page.status_code == 422
    assert sorted(page.context["form"].errors) == ["on", "present"]
    assert page.context["form"]["on"].value() == "31/4/2023"


def test_a_warning_asks_for_a_reason_and_then_lets_go_on(cast, ready, sign_in):
    example, candidate, _vote = ready
    for before in ("propose", "endorse"):
        example.do(candidate, before)
    code, actor, _on, act = next(step for step in example.steps if step[0] == "decide")
    late = typed(DAY(2023, 9, 29), act)
    client = sign_in(actor)
    page = post(client, candidate, code, late)
    assert (page.status_code, errors(page), page.context["form"].needs_reason) == (
        422,
        [("ADM-14", "override_reason")],
        True,
    )
    assert post(client, candidate, code, late | {"override_reason": "Chờ ý kiến cấp trên"}).status_code == 302
    change = StageChange.objects.get(candidate=candidate, transition="decide")
    assert (change.override_reason, [row["rule"] for row in change.findings]) == ("Chờ ý kiến cấp trên", ["ADM-14"])


def test_a_second_editor_sees_who_was_first_and_keeps_the_typing(cast, ready, sign_in):
    _example, candidate, (code, actor, on, act) = ready
    stale = {"version": Candidate.objects.get(pk=candidate.pk).version}
    assert post(sign_in(cast.base_officer), candidate, code, typed(on, act)).status_code == 302
    page = sign_in(actor).post(f"/ho-so/{candidate.pk}/ghi/{code}/", stale | typed(on, act) | {"note": "Bản của tôi"})
    form = page.context["form"]
    assert (page.status_code, [(line.who, str(line.what)) for line in form.changes[:1]], form["note"].value()) == (
        422,
        [("dang-uy", "Chi bộ xét, đề nghị kết nạp")],
        "Bản của tôi",
    )
    assert int(form["version"].value()) == Candidate.objects.get(pk=candidate.pk).version
    assert StageChange.objects.filter(candidate=candidate, transition="propose").count() == 1


def test_the_secretary_cannot_decide(cast, ready, sign_in):
    example, candidate, _vote = ready
    for before in ("propose", "endorse"):
        example.do(candidate, before)
    assert sign_in(cast.secretary).get(f"/ho-so/{candidate.pk}/ghi/decide/").status_code == 403


def test_an_unknown_act_does_not_exist(cast, ready, sign_in):
    _example, candidate, _vote = ready
    assert sign_in(cast.secretary).get(f"/ho-so/{candidate.pk}/ghi/bay/").status_code == 404


@pytest.mark.parametrize(
    ("in_favour", "said"),
    [("8", ("8/12", "đạt 2/3")), ("7", ("7/12", "chưa đạt 2/3: cần ít nhất 8 phiếu")), ("", ("", ""))],
)
def test_the_arithmetic_is_said_while_typing(cast, ready, sign_in, in_favour, said):
    _example, candidate, (code, actor, _on, _act) = ready
    client = sign_in(actor)
    page = client.post(
        f"/ho-so/{candidate.pk}/ghi/{code}/kiem-tra/",
        {"on": "25/5/23", "members": "12", "present": "", "in_favour": in_favour},
    )
    text = " ".join(page.content.decode().split())
    assert page.status_code == 200 and all(words in text for words in said)
    assert bool(text) == bool(in_favour)
    assert Candidate.objects.get(pk=candidate.pk).stage == Stage.CONSULTED


def test_every_act_of_the_way_has_a_form(cast, sign_in):
    example = ExampleA(cast)
    candidate = example.nominate()
    for code, actor, _on, act in example.steps:
        page = sign_in(actor).get(f"/ho-so/{candidate.pk}/ghi/{code}/")
        assert page.status_code == 200
        assert set(act) <= set(page.context["form"].fields), code
        example.do(candidate, code)


@pytest.mark.parametrize(
    ("changes", "beside"),
    [
        ({"received_on": DAY(2023, 3, 26)}, "received_on"),
        ({"answered_on": DAY(2023, 3, 20)}, "answered_on"),
        ({"received_on": None, "answered_on": DAY(2023, 3, 20)}, "answered_on"),
    ],
)
def test_an_answer_before_its_request_is_refused_beside_its_day(cast, sign_in, changes, beside):
    example = ExampleA(cast)
    candidate = example.until("verify")
    code, actor, on, act = next(step for step in example.steps if step[0] == "verify")
    fields = {name: value for name, value in typed(on, act | changes).items() if value is not None}
    page = post(sign_in(actor), candidate, code, fields)
    assert (page.status_code, errors(page)) == (422, [("ADM-0b", beside)])
    assert Candidate.objects.get(pk=candidate.pk).stage == Stage.APPLYING


def test_one_member_does_not_introduce_twice(cast, sign_in):
    example = ExampleA(cast)
    candidate = example.until("consult")
    code, actor, on, act = next(step for step in example.steps if step[0] == "consult")
    page = post(sign_in(actor), candidate, code, typed(on, act | {"introducer_2": act["introducer_1"]}))
    assert (page.status_code, sorted(page.context["form"].errors)) == (422, ["introducer_2"])


def test_a_day_before_every_edition_has_no_arithmetic(cast, ready, sign_in):
    _example, candidate, (code, actor, _on, _act) = ready
    fields = {"on": "25/5/2003", "members": "12", "in_favour": "8"}
    page = sign_in(actor).post(f"/ho-so/{candidate.pk}/ghi/{code}/kiem-tra/", fields)
    assert (page.status_code, page.content.decode().strip()) == (200, "")
