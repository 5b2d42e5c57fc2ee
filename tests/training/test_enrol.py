import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from organizations.permissions import interval_of
from organizations.scope import armed
from tests.training.classroom import DAY, MONDAY, clerk, enrolled, findings, plan, workers
from training.actions import Refused, enrol, enrol_many, leave
from training.models import Course, Enrollment

WORKERS_ONLY = {"audience": Course.Audience.WORKERS}


def states():
    return {row.person.full_name: row.state for row in Enrollment.objects.all()}


def test_whoever_finds_no_seat_waits(cast):
    course = plan(cast, capacity=2)
    enrolled(cast, course, "Nguyễn Văn Một", "Nguyễn Văn Hai", "Nguyễn Văn Ba")
    assert states() == {"Nguyễn Văn Một": "enrolled", "Nguyễn Văn Hai": "enrolled", "Nguyễn Văn Ba": "waiting"}


def test_seat_that_is_left_goes_to_the_next(cast):
    course = plan(cast, capacity=1)
    first, _second = enrolled(cast, course, "Nguyễn Văn Một", "Nguyễn Văn Hai")
    leave(first, actor=cast.trainer, on=MONDAY, reason="Bận ca")
    assert states() == {"Nguyễn Văn Một": "left", "Nguyễn Văn Hai": "enrolled"}
    assert Entry.objects.get(verb="course.leave").reason == "Bận ca"


def test_secretary_frees_a_seat_for_somebody_he_does_not_see(cast):
    course = plan(cast, capacity=1)
    mine, theirs = workers(cast, "Nguyễn Văn Một"), workers(cast, "Nguyễn Văn Hai", unit=cast.foreign_cell)
    enrol_many(course, mine + theirs, actor=cast.trainer, on=MONDAY)
    with armed(interval_of(cast.secretary.acting)):
        leave(Enrollment.objects.get(), actor=cast.secretary, on=MONDAY, reason="Bận ca")
    assert states() == {"Nguyễn Văn Một": "left", "Nguyễn Văn Hai": "enrolled"}


def test_seats_are_counted_over_units_the_actor_does_not_see(cast):
    course = plan(cast, capacity=1)
    enrol_many(course, workers(cast, "Nguyễn Văn Hai", unit=cast.foreign_cell), actor=cast.trainer, on=MONDAY)
    (person,) = workers(cast, "Nguyễn Văn Một")
    with armed(interval_of(cast.secretary.acting)):
        assert enrol(course, person, actor=cast.secretary, on=MONDAY).state == "waiting"


def test_secretary_enrols_his_own_people_alone(cast):
    course = plan(cast)
    mine, theirs = workers(cast, "Nguyễn Văn Một") + workers(cast, "Nguyễn Văn Hai", unit=cast.foreign_cell)
    assert enrol(course, mine, actor=cast.secretary, on=MONDAY).state == "enrolled"
    with pytest.raises(PermissionDenied):
        enrol_many(course, [theirs], actor=cast.secretary, on=MONDAY)
    for actor in (cast.leader, cast.unionist, cast.inspector):
        with pytest.raises(PermissionDenied):
            enrol(course, theirs, actor=actor, on=MONDAY)


def test_class_for_workers_refuses_a_clerk(cast):
    course = plan(cast, **WORKERS_ONLY)
    with pytest.raises(Refused) as refused:
        enrol(course, clerk(cast), actor=cast.trainer, on=MONDAY)
    assert findings(refused) == [
        (
            "TRN-2",
            "Lớp dành riêng cho công nhân, lao động trực tiếp; "
            "việc làm hiện nay của Đỗ Thị Kế Toán không phải vị trí này.",
        )
    ]


def test_training_staff_admit_a_clerk_with_a_written_reason(cast):
    row = enrol(
        plan(cast, **WORKERS_ONLY), clerk(cast), actor=cast.trainer, on=MONDAY, override_reason="Còn chỗ, đã báo cáo"
    )
    assert (row.state, row.is_direct_worker, row.override_reason) == ("enrolled", False, "Còn chỗ, đã báo cáo")
    assert Entry.objects.get(verb="course.enrol").reason == "Còn chỗ, đã báo cáo"


def test_secretary_cannot_override(cast):
    with pytest.raises(Refused):
        enrol(plan(cast, **WORKERS_ONLY), clerk(cast), actor=cast.secretary, on=MONDAY, override_reason="Xin cho học")


def test_reason_opens_no_other_door(cast):
    with pytest.raises(Refused) as refused:
        enrol(plan(cast), cast.probationer, actor=cast.trainer, on=MONDAY, override_reason="Xin cho học")
    assert [finding.rule for finding in refused.value.findings] == ["TRN-2"]


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ("mentor", "Trần Văn Long đã là đảng viên chính thức."),
        ("worker", "Nguyễn Văn Một chưa được kết nạp; lớp này dành cho đảng viên dự bị."),
        ("probationer", None),
    ],
)
def test_new_member_class_is_for_probationers(cast, who, message):
    person = workers(cast, "Nguyễn Văn Một")[0] if who == "worker" else getattr(cast, who)
    course = plan(cast, kind="new_member", code="DVM-01/2026")
    if message is None:
        assert enrol(course, person, actor=cast.trainer, on=MONDAY).state == "enrolled"
        return
    with pytest.raises(Refused) as refused:
        enrol(course, person, actor=cast.trainer, on=MONDAY)
    assert findings(refused) == [("TRN-5", message)]


def test_one_refusal_refuses_the_list(cast):
    course = plan(cast)
    with pytest.raises(Refused):
        enrol_many(course, [*workers(cast, "Nguyễn Văn Một"), cast.mentor], actor=cast.trainer, on=MONDAY)
    assert Enrollment.objects.count() == 0


def test_nobody_sits_in_two_classes_of_a_kind(cast):
    (row,) = enrolled(cast, plan(cast), "Nguyễn Văn Một")
    other = plan(cast, code="NT-02/2026", starts_on=DAY(2026, 4, 6))
    with pytest.raises(Refused) as refused:
        enrol(other, row.person, actor=cast.trainer, on=MONDAY)
    assert findings(refused) == [("TRN-2", "Nguyễn Văn Một đang học lớp NT-01/2026 cùng loại.")]


def test_a_seat_elsewhere_ends_the_waiting(cast):
    full = plan(cast, capacity=1)
    _seated, waiting = enrolled(cast, full, "Nguyễn Văn Một", "Nguyễn Văn Hai")
    enrol(plan(cast, code="NT-02/2026"), waiting.person, actor=cast.trainer, on=MONDAY)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reason) == ("left", "Đã vào lớp NT-02/2026")


def test_base_committees_class_takes_its_own_people(cast):
    course = plan(cast, organization=cast.committee)
    with pytest.raises(Refused) as refused:
        enrol_many(course, workers(cast, "Nguyễn Văn Hai", unit=cast.foreign_cell), actor=cast.trainer, on=MONDAY)
    assert findings(refused) == [("TRN-2", "Nguyễn Văn Hai không thuộc phạm vi chiêu sinh của Đảng bộ Công ty May.")]


def test_whoever_left_may_come_back(cast):
    course = plan(cast)
    (row,) = enrolled(cast, course, "Nguyễn Văn Một")
    leave(row, actor=cast.secretary, on=MONDAY, reason="Bận ca")
    again = enrol(course, row.person, actor=cast.secretary, on=DAY(2026, 3, 3))
    assert (again.pk, again.state, again.left_on, again.reason) == (row.pk, "enrolled", None, "")
