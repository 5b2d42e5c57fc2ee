from training import timetable
from training.models import Curriculum


def test_curricula_hold_what_the_guidance_says(db):
    assert {
        row.kind: (row.periods, row.sessions, len([x for x in row.lessons if x["title"].startswith("Bài ")]))
        for row in Curriculum.objects.all()
    } == {"awareness": (50, 10, 5), "new_member": (70, 14, 10)}


def test_lessons_add_up_to_the_periods_and_fill_the_sessions(db):
    for row in Curriculum.objects.all():
        assert sum(lesson["periods"] for lesson in row.lessons) == row.periods
        assert "" not in timetable.topics(row.lessons, row.sessions)


def test_attendance_is_eighty_per_cent_and_marked_as_not_verified(db):
    rows = Curriculum.objects.values_list("kind", "minimum_attendance", "is_verified")
    assert sorted(rows) == [("awareness", 80, False), ("new_member", 80, False)]
