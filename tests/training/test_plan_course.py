import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from tests.training.classroom import AFTER, DAY, MONDAY, enrolled, findings, plan
from training.actions import Refused, cancel_course, change_course, reschedule
from training.models import Course, Enrollment


def test_class_gets_its_sessions_from_the_curriculum(cast):
    course = plan(cast)
    assert [(s.number, f"{s.on:%d/%m}", s.part, s.topic[:6]) for s in course.sessions.all()][:4] == [
        (1, "02/03", "morning", "Bài 1:"),
        (2, "02/03", "afternoon", "Bài 2:"),
        (3, "03/03", "morning", "Bài 2:"),
        (4, "03/03", "afternoon", "Bài 3:"),
    ]
    assert (course.sessions.count(), course.ends_on, course.minimum_attendance) == (10, DAY(2026, 3, 6), 80)
    assert Entry.objects.get(verb="course.plan").subject_name == str(course)


def test_opening_day_must_be_a_day_of_the_class(cast):
    with pytest.raises(Refused) as refused:
        plan(cast, starts_on=DAY(2026, 3, 1))
    assert findings(refused) == [
        (
            "TRN-1",
            "Ngày khai giảng 01/03/2026 không phải ngày học của lớp; buổi đầu sớm nhất là 02/03/2026.",
        )
    ]
    assert Course.objects.count() == 0


def test_code_is_used_once(cast):
    plan(cast)
    with pytest.raises(Refused) as refused:
        plan(cast)
    assert findings(refused) == [("TRN-4", "Mã lớp NT-01/2026 đã dùng.")]


def test_only_training_staff_plan(cast):
    for actor in ("secretary", "base_officer", "leader", "unionist", "admin"):
        with pytest.raises(PermissionDenied):
            plan(type("Cast", (), {"trainer": getattr(cast, actor), "root": cast.root}))


def test_more_seats_go_to_those_who_wait_longest(cast):
    course = plan(cast, capacity=1)
    enrolled(cast, course, "Nguyễn Văn Một", "Nguyễn Văn Hai", "Nguyễn Văn Ba")
    change_course(course, actor=cast.trainer, on=MONDAY, capacity=2)
    assert [(row.person.full_name, row.state) for row in Enrollment.objects.order_by("id")] == [
        ("Nguyễn Văn Một", "enrolled"),
        ("Nguyễn Văn Hai", "enrolled"),
        ("Nguyễn Văn Ba", "waiting"),
    ]


def test_moving_the_last_session_moves_the_end(cast):
    course = reschedule(plan(cast), {10: {"on": DAY(2026, 3, 7), "lecturer": "Cô Lan"}}, actor=cast.trainer)
    assert (course.ends_on, course.sessions.get(number=10).lecturer) == (DAY(2026, 3, 7), "Cô Lan")


def test_sessions_keep_the_order_of_days(cast):
    with pytest.raises(Refused) as refused:
        reschedule(plan(cast), {10: {"on": DAY(2026, 3, 1)}}, actor=cast.trainer)
    assert findings(refused) == [("TRN-1", "Các buổi phải theo thứ tự ngày.")]


def test_cancelled_class_sets_its_learners_free(cast):
    course = plan(cast)
    (row,) = enrolled(cast, course, "Nguyễn Văn Một")
    cancel_course(course, actor=cast.trainer, on=AFTER, reason="Không đủ học viên")
    row.refresh_from_db()
    course.refresh_from_db()
    assert (course.state, row.state, row.left_on) == ("cancelled", "left", AFTER)
    with pytest.raises(Refused):
        change_course(course, actor=cast.trainer, on=AFTER, capacity=2)
