import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from tests.training.classroom import AFTER, DAY, MONDAY, enrolled, findings, plan, teach, workers
from training.actions import (
    Refused,
    close_course,
    mark_attendance,
    record_results,
    register_external_certificate,
    revoke_certificate,
)
from training.models import Attendance, Certificate, Enrollment

UNIT = "Chi bộ Xưởng 1, Đảng bộ Công ty May"


def test_eight_of_ten_sessions_pass_and_seven_do_not(cast):
    course = plan(cast)
    a, b, c = enrolled(cast, course, "Nguyễn Văn An", "Nguyễn Văn Bình", "Nguyễn Văn Cường")
    teach(course, {a: (8, "good"), b: (7, "excellent"), c: (10, "fail")}, actor=cast.trainer)
    close_course(course, actor=cast.trainer, on=AFTER)
    assert [(row.person.full_name, row.state, row.reason) for row in Enrollment.objects.all()] == [
        ("Nguyễn Văn An", "passed", ""),
        ("Nguyễn Văn Bình", "failed", "Dự 7/10 buổi (70 %), dưới mức tối thiểu 80 %."),
        ("Nguyễn Văn Cường", "failed", "Bài thu hoạch không đạt."),
    ]
    assert [
        (row.number, row.issued_on, row.issuer, row.kind, row.unit_name, row.party_path)
        for row in Certificate.objects.all()
    ] == [
        ("001/2026-GCN", AFTER, "Trung tâm Chính trị Phan Thiết", "awareness", UNIT, "/duk/may/may.1/"),
    ]
    course.refresh_from_db()
    assert (course.state, course.closed_on) == ("closed", AFTER)
    assert sorted(
        Entry.objects.filter(verb__in=["course.close", "certificate.issue"]).values_list("verb", flat=True)
    ) == [
        "certificate.issue",
        "course.close",
    ]


def test_numbers_run_on_through_the_year_of_one_issuer(cast):
    for code, organizer, closed_on in [
        ("A", "Trung tâm A", DAY(2026, 3, 9)),
        ("B", "Trung tâm A", DAY(2026, 3, 10)),
        ("C", "Trung tâm B", DAY(2026, 3, 10)),
        ("D", "Trung tâm A", DAY(2027, 1, 5)),
    ]:
        course = plan(cast, code=code, organizer=organizer)
        learners = enrolled(cast, course, f"Lê Văn {code}", f"Lê Thị {code}")
        teach(course, dict.fromkeys(learners, (10, "pass")), actor=cast.trainer)
        close_course(course, actor=cast.trainer, on=closed_on)
    assert [(row.enrollment.course.code, row.number) for row in Certificate.objects.order_by("id")] == [
        ("A", "001/2026-GCN"),
        ("A", "002/2026-GCN"),
        ("B", "003/2026-GCN"),
        ("B", "004/2026-GCN"),
        ("C", "001/2026-GCN"),
        ("C", "002/2026-GCN"),
        ("D", "001/2027-GCN"),
        ("D", "002/2027-GCN"),
    ]


def test_class_does_not_close_before_all_is_known(cast):
    course = plan(cast)
    (row,) = enrolled(cast, course, "Nguyễn Văn An")
    for session in course.sessions.exclude(number__in=(3, 10)):
        mark_attendance(session, {row.pk}, actor=cast.trainer, on=AFTER)
    with pytest.raises(Refused) as refused:
        close_course(course, actor=cast.trainer, on=DAY(2026, 3, 5))
    assert findings(refused) == [
        ("TRN-3", "Lớp học đến ngày 06/03/2026 mới bế giảng."),
        ("TRN-3", "Chưa điểm danh buổi 3, 10."),
        ("TRN-3", "Chưa có kết quả bài thu hoạch: Nguyễn Văn An."),
    ]
    assert Certificate.objects.count() == 0


def test_closed_class_takes_no_more_marks(cast):
    course = plan(cast)
    (row,) = enrolled(cast, course, "Nguyễn Văn An")
    teach(course, {row: (10, "pass")}, actor=cast.trainer)
    close_course(course, actor=cast.trainer, on=AFTER)
    for act in (
        lambda: mark_attendance(course.sessions.first(), set(), actor=cast.trainer, on=AFTER),
        lambda: record_results(course, {row.pk: "fail"}, actor=cast.trainer),
        lambda: close_course(course, actor=cast.trainer, on=AFTER),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert findings(refused) == [("TRN-2", "Lớp đã bế giảng hoặc đã hủy.")]


def test_whole_session_is_marked_at_once_and_again(cast):
    course = plan(cast)
    a, b = enrolled(cast, course, "Nguyễn Văn An", "Nguyễn Văn Bình")
    session = course.sessions.first()
    mark_attendance(session, {a.pk}, actor=cast.trainer, on=MONDAY)
    mark_attendance(session, {b.pk, 999999}, actor=cast.trainer, on=MONDAY)
    rows = Attendance.objects.values_list("enrollment_id", "is_present")
    assert (sorted(rows), course.sessions.first().is_marked) == ([(a.pk, False), (b.pk, True)], True)


def test_session_to_come_is_not_marked(cast):
    with pytest.raises(Refused) as refused:
        mark_attendance(plan(cast).sessions.last(), set(), actor=cast.trainer, on=MONDAY)
    assert findings(refused) == [("TRN-3", "Buổi học ngày 06/03/2026 chưa diễn ra.")]


def test_secretary_neither_marks_nor_grades_nor_closes(cast):
    course = plan(cast)
    for act in (
        lambda: mark_attendance(course.sessions.first(), set(), actor=cast.secretary, on=MONDAY),
        lambda: record_results(course, {}, actor=cast.secretary),
        lambda: close_course(course, actor=cast.secretary, on=AFTER),
    ):
        with pytest.raises(PermissionDenied):
            act()


EXTERNAL = {"kind": "awareness", "number": "045/2025-GCN", "issued_on": DAY(2025, 5, 27), "issuer": "TTCT Tuy Phong"}


def test_certificate_from_elsewhere_is_entered_once(cast):
    (person,) = workers(cast, "Nguyễn Văn An")
    register_external_certificate(person, actor=cast.secretary, on=AFTER, **EXTERNAL)
    with pytest.raises(Refused) as refused:
        register_external_certificate(person, actor=cast.secretary, on=DAY(2025, 5, 1), **EXTERNAL)
    assert findings(refused) == [
        ("TRN-4", "Ngày cấp 27/05/2025 ở tương lai."),
        ("TRN-4", "Giấy chứng nhận này đã được ghi nhận cho người này."),
    ]
    assert [(row.number, row.party_path) for row in Certificate.objects.all()] == [("045/2025-GCN", "/duk/may/may.1/")]


def test_certificate_is_entered_and_revoked_for_ones_own_people(cast):
    (person,) = workers(cast, "Nguyễn Văn An")
    certificate = register_external_certificate(person, actor=cast.trainer, on=AFTER, **EXTERNAL)
    for actor in (cast.stranger, cast.leader, cast.unionist):
        with pytest.raises(PermissionDenied):
            register_external_certificate(person, actor=actor, on=AFTER, **EXTERNAL)
        with pytest.raises(PermissionDenied):
            revoke_certificate(certificate, actor=actor, on=AFTER, reason="Cấp sai")


def test_revoked_certificate_stays_with_its_reason(cast):
    (person,) = workers(cast, "Nguyễn Văn An")
    certificate = register_external_certificate(person, actor=cast.trainer, on=AFTER, **EXTERNAL)
    with pytest.raises(Refused) as refused:
        revoke_certificate(certificate, actor=cast.trainer, on=DAY(2025, 1, 1), reason=" ")
    assert findings(refused) == [
        ("TRN-4", "Ngày thu hồi trước ngày cấp."),
        ("TRN-4", "Phải ghi lý do thu hồi."),
    ]
    revoke_certificate(certificate, actor=cast.trainer, on=AFTER, reason="Cấp sai người")
    with pytest.raises(Refused):
        revoke_certificate(certificate, actor=cast.trainer, on=AFTER, reason="Lần nữa")
    assert list(Certificate.objects.values_list("revoked_on", "revoked_reason")) == [(AFTER, "Cấp sai người")]
    assert Certificate.objects.standing().count() == 0


def test_certificate_of_a_class_is_revoked_by_training_staff_alone(cast):
    course = plan(cast)
    (row,) = enrolled(cast, course, "Nguyễn Văn An")
    teach(course, {row: (10, "pass")}, actor=cast.trainer)
    (certificate,) = close_course(course, actor=cast.trainer, on=AFTER)
    with pytest.raises(PermissionDenied):
        revoke_certificate(certificate, actor=cast.secretary, on=AFTER, reason="Cấp sai")
    assert revoke_certificate(certificate, actor=cast.trainer, on=AFTER, reason="Cấp sai").revoked_on == AFTER
