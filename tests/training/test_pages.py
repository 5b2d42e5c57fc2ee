"""The pages of classes: happy once, refused once, and nothing of other units on them."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from audit.models import Entry
from tests.training.classroom import AFTER, DAY, MONDAY, clerk, enrolled, plan, teach, workers
from training.actions import close_course, enrol_many
from training.models import Certificate, Course, Enrollment

NAMES = ("Nguyễn Văn An", "Trần Thị Bích", "Đỗ Văn Cường")


def queries_of(act):
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


def address(name, *args):
    return reverse(f"training:{name}", args=args)


PLANNED = {
    "kind": "awareness",
    "code": "NT-05/2026",
    "title": "Lớp nhận thức về Đảng cho công nhân",
    "organizer": "Trung tâm Chính trị Phan Thiết",
    "audience": "workers",
    "shift": "evening",
    "weekdays": ["0", "2", "4"],
    "starts_on": "2/3/26",
    "days_off": "04/03/2026",
    "capacity": "30",
    "place": "Hội trường Công ty May",
    "lecturer": "",
}


def test_trainer_plans_evenings_for_workers(cast, sign_in):
    answer = sign_in(cast.trainer).post(address("plan"), PLANNED | {"organization": cast.root.pk})
    course = Course.objects.get()
    assert (answer.status_code, answer.url) == (302, address("detail", course.pk))
    assert (course.audience, course.shift, course.sessions.count()) == ("workers", "evening", 10)
    assert [f"{day:%d/%m}" for day in course.sessions.values_list("on", flat=True)][:4] == [
        "02/03",
        "06/03",
        "09/03",
        "11/03",
    ]


def test_refused_plan_keeps_what_was_typed_and_says_why_beside_the_field(cast, sign_in):
    answer = sign_in(cast.trainer).post(
        address("plan"), PLANNED | {"organization": cast.root.pk, "starts_on": "3/3/26"}
    )
    text = answer.content.decode()
    assert Course.objects.count() == 0
    assert "Hội trường Công ty May" in text
    assert answer.context["form"].errors["starts_on"] == [
        "Ngày khai giảng 03/03/2026 không phải ngày học của lớp; buổi đầu sớm nhất là 06/03/2026. "
        "(TRN-1, Hướng dẫn 61-HD/BTGTW ngày 16/06/2022, Ban Tuyên giáo Trung ương)"
    ]


def test_list_is_filtered_by_its_address(cast, sign_in):
    plan(cast)
    plan(cast, code="DVM-01/2025", kind="new_member", title="Lớp đảng viên mới", starts_on=DAY(2025, 5, 5))
    client = sign_in(cast.leader)
    shown = {
        query: [course.code for course, _count in client.get(f"{address('list')}?{query}").context["rows"]]
        for query in ("", "kind=new_member", "year=2026", "state=closed", "q=dang+vien+moi", "year=abc")
    }
    assert shown == {
        "": ["NT-01/2026", "DVM-01/2025"],
        "kind=new_member": ["DVM-01/2025"],
        "year=2026": ["NT-01/2026"],
        "state=closed": [],
        "q=dang+vien+moi": ["DVM-01/2025"],
        "year=abc": ["NT-01/2026", "DVM-01/2025"],
    }


def test_class_of_another_unit_is_not_there(cast, sign_in):
    course = plan(cast, organization=cast.committee)
    assert sign_in(cast.stranger).get(address("detail", course.pk)).status_code == 404
    assert sign_in(cast.secretary).get(address("detail", course.pk)).status_code == 200


@pytest.mark.parametrize("page", ["detail", "enrol", "roster", "certificates", "export"])
def test_secretary_sees_no_learner_of_another_unit(cast, sign_in, page):
    course = plan(cast, capacity=2)
    mine, theirs = workers(cast, "Nguyễn Văn An"), workers(cast, "Phan Thị Bí Mật", unit=cast.foreign_cell)
    enrol_many(course, mine + theirs, actor=cast.trainer, on=MONDAY)
    teach(course, dict.fromkeys(Enrollment.objects.all(), (10, "good")), actor=cast.trainer)
    if page == "certificates":
        close_course(course, actor=cast.trainer, on=AFTER)
    client = sign_in(cast.secretary)
    answer = client.get(address(page, *([] if page in ("certificates", "export") else [course.pk])))
    text = (
        " ".join(str(cell.value) for row in load_workbook(io.BytesIO(answer.content)).active for cell in row)
        if page in ("roster", "export")
        else answer.content.decode()
    )
    assert answer.status_code == 200
    assert "Bí Mật" not in text
    # The seats are counted with the stranger's learner, whom the page does not name.
    if page == "detail":
        assert ("2/2 chỗ" in text, "Nguyễn Văn An" in text) == (True, True)


def test_whoever_may_only_look_changes_nothing(cast, sign_in):
    course = plan(cast)
    enrolled(cast, course, "Nguyễn Văn An")
    client = sign_in(cast.leader)
    posts = ["enrol", "change", "schedule", "cancel", "close", "results"]
    assert {name: client.post(address(name, course.pk), {}).status_code for name in posts} == dict.fromkeys(posts, 403)


def test_base_secretary_enrols_his_own_worker_found_without_accents(cast, sign_in):
    course = plan(cast)
    workers(cast, "Phan Thị Ẩn", unit=cast.foreign_cell)
    (person,) = workers(cast, "Phan Thị Ánh")
    client = sign_in(cast.secretary)
    found = client.get(address("enrol", course.pk) + "?q=phan+thi+an").context["people"]
    assert [str(one) for one in found] == ["Phan Thị Ánh"]
    answer = client.post(address("enrol", course.pk), {"person": [person.pk]})
    assert (answer.status_code, Enrollment.objects.get().person) == (302, person)


def test_posting_somebody_elses_person_finds_nobody(cast, sign_in):
    course = plan(cast)
    (theirs,) = workers(cast, "Phan Thị Bí Mật", unit=cast.foreign_cell)
    answer = sign_in(cast.secretary).post(address("enrol", course.pk), {"person": [theirs.pk]})
    assert (answer.status_code, Enrollment.objects.count()) == (404, 0)


def test_refused_enrolment_says_why_and_keeps_the_tick(cast, sign_in):
    course = plan(cast, audience="workers")
    person = clerk(cast)
    client = sign_in(cast.trainer)
    answer = client.post(address("enrol", course.pk), {"person": [person.pk], "override_reason": ""})
    assert ([finding.rule for finding in answer.context["findings"]], answer.context["ticked"]) == (
        ["TRN-2"],
        {person.pk},
    )
    client.post(address("enrol", course.pk), {"person": [person.pk], "override_reason": "Còn chỗ"})
    assert Enrollment.objects.get().override_reason == "Còn chỗ"


def test_new_member_class_offers_probationers(cast, sign_in):
    course = plan(cast, kind="new_member", code="DVM-01/2026")
    workers(cast, "Nguyễn Văn An")
    people = sign_in(cast.trainer).get(address("enrol", course.pk)).context["people"]
    assert [str(person) for person in people] == ["Phạm Văn Mới"]


def test_awareness_class_offers_those_who_wait_first_and_no_holder(cast, sign_in):
    full = plan(cast, capacity=1)
    _seated, waiting = enrolled(cast, full, "Bùi Văn Bình", "Nguyễn Văn Vinh")
    (holder, _lacking) = workers(cast, "Lê Văn Có", "Lê Văn An")
    holder.certificates.create(
        kind="awareness", number="1", issued_on=MONDAY, issuer="TTCT", party_path=holder.party_path
    )
    course = plan(cast, code="NT-02/2026")
    people = sign_in(cast.trainer).get(address("enrol", course.pk)).context["people"]
    assert [(str(person), person.waits) for person in people] == [("Nguyễn Văn Vinh", True), ("Lê Văn An", False)]
    assert waiting.person in people


def test_attendance_results_and_closing_by_the_pages(cast, sign_in, time_machine):
    time_machine.move_to("2026-03-09 09:00+07:00")
    course = plan(cast)
    a, b = enrolled(cast, course, *NAMES[:2])
    client = sign_in(cast.trainer)
    assert client.get(address("attendance", course.pk)).url == address("attendance_of", course.pk, 1)
    for number in range(1, 11):
        present = [a.pk] if number > 7 else [a.pk, b.pk]
        answer = client.post(address("attendance_of", course.pk, number), {"present": present})
        assert answer.url == address("attendance_of", course.pk, min(number + 1, 10))
    client.post(address("results", course.pk), {f"grade-{a.pk}": "good", f"grade-{b.pk}": "pass"})
    answer = client.post(address("close", course.pk), {"on": "09/03/2026"})
    assert (answer.status_code, list(Certificate.objects.values_list("number", "person__full_name"))) == (
        302,
        [("001/2026-GCN", NAMES[0])],
    )
    assert [row.state for row in Enrollment.objects.order_by("id")] == ["passed", "failed"]


def test_closing_too_early_is_refused_on_the_page(cast, sign_in):
    course = plan(cast)
    enrolled(cast, course, *NAMES[:1])
    answer = sign_in(cast.trainer).post(address("close", course.pk), {"on": "01/03/2026"})
    assert answer.context["form"].errors["on"] == [
        "Lớp học đến ngày 06/03/2026 mới bế giảng. (TRN-3, Quy chế lớp học (thông lệ, chưa có văn bản của Trung ương))"
    ]
    assert [finding.message for finding in answer.context["findings"]] == [
        "Chưa điểm danh buổi 1, 2, 3, 4, 5, 6, 7, 8, 9, 10."
    ]


def test_external_certificate_is_entered_after_finding_its_holder(cast, sign_in):
    (person,) = workers(cast, "Nguyễn Văn An")
    client = sign_in(cast.secretary)
    assert list(client.get(address("register") + "?q=nguyen+an").context["people"]) == [person]
    data = {"kind": "awareness", "number": "045/2025-GCN", "issued_on": "27-05-2025", "issuer": "TTCT Tuy Phong"}
    assert client.post(f"{address('register')}?nguoi={person.pk}", data).status_code == 302
    assert Certificate.objects.get().issued_on == DAY(2025, 5, 27)
    assert sign_in(cast.stranger).post(f"{address('register')}?nguoi={person.pk}", data).status_code == 404


def test_change_of_the_curriculum_leaves_planned_classes(cast, sign_in):
    course = plan(cast)
    data = {"kind": "awareness", "awareness-minimum_attendance": "90", "awareness-source": "Quy chế số 5"}
    assert sign_in(cast.trainer).post(address("curricula"), data).status_code == 302
    course.refresh_from_db()
    assert (course.minimum_attendance, plan(cast, code="NT-02/2026").minimum_attendance) == (80, 90)


def test_looking_and_exporting_are_recorded_with_the_people_shown(cast, sign_in):
    course = plan(cast)
    (row,) = enrolled(cast, course, "Nguyễn Văn An")
    client = sign_in(cast.secretary)
    before = Entry.objects.count()
    for name in ("detail", "roster"):
        client.get(address(name, course.pk))
    seen = Entry.objects.order_by("id")[before:].values_list("verb", "actor_name", "details")
    assert list(seen) == [
        ("course.view", "bi-thu", {"people": [row.person_id]}),
        ("course.export", "bi-thu", {"people": [row.person_id]}),
    ]


@pytest.mark.parametrize(
    "page", ["list", "detail", "enrol", "attendance_of", "results", "close", "certificates", "roster"]
)
def test_three_learners_cost_the_queries_of_one(cast, sign_in, page):
    course = plan(cast)
    args = [] if page in ("list", "certificates") else [course.pk] + ([1] if page == "attendance_of" else [])
    client = sign_in(cast.trainer)
    costs = []
    for names in (NAMES[:1], NAMES[1:]):
        for learner in enrolled(cast, course, *names):
            learner.person.certificates.create(
                kind="new_member",
                number=str(learner.pk),
                issued_on=MONDAY,
                issuer="TTCT",
                party_path=learner.party_path,
            )
        workers(cast, *(f"{name} Chờ" for name in names))
        plan(cast, code=f"NT-{len(names)}")
        client.get(address(page, *args))
        costs.append(queries_of(lambda: client.get(address(page, *args))))
    assert costs[0] == costs[1]
