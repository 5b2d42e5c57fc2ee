"""Figures of small histories counted by hand; the people behind a number are exactly as many as it says."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candidates.models import Candidate, Policy, StageChange
from candidates.pipeline import TRANSITIONS
from candidates.pipeline.transition import UNDER_WAY
from candidates.stages import Stage
from organizations.models import LabourClass
from reports.figures import FIGURES, compute, people_of
from reports.models import Target
from reports.periods import Window, month
from tests.cast import make_person
from tests.reports.histories import DAY, make_act, make_way, until
from training.models import Certificate, Course, Enrollment

NOVEMBER = month(2025, 11)
NOTHING = {"period": 0, "year": 0, "last_period": 0, "last_year": 0}


def cell(row, key):
    return tuple(row[key].get(window) for window in ("period", "year", "last_period", "last_year"))


@pytest.fixture
def small_year(cast):
    """Four people: two admitted in November (one a worker), one last November, one dropped before."""
    make_way("Trần An", cast.cell, *until("admit"), introduced_by=cast.union)
    make_way("Lê Bình", cast.other_cell, *until("admit", shift=9), labour_class=LabourClass.INDIRECT)
    make_way("Phạm Chi", cast.foreign_cell, *until("admit", shift=-365))
    make_way("Vũ Dung", cast.cell, *until("list"), ("drop", DAY(2025, 6, 1)))
    return cast


def test_flows_are_counted_up_the_tree(small_year):
    rows = compute(NOVEMBER)
    asked = {
        "root": rows[small_year.root.pk],
        "committee": rows[small_year.committee.pk],
        "cell": rows[small_year.cell.pk],
        "union": rows[small_year.union.pk],
    }
    assert {
        (who, key): cell(row, key)
        for who, row in asked.items()
        for key in ("nominated", "admitted", "admitted_workers", "ended")
        if key in row
    } == {
        ("root", "nominated"): (0, 3, 0, 1),
        ("root", "admitted"): (2, 2, 1, 1),
        ("root", "admitted_workers"): (1, 1, 1, 1),
        ("root", "ended"): (0, 1, 0, 0),
        ("committee", "nominated"): (0, 3, 0, 0),
        ("committee", "admitted"): (2, 2, 0, 0),
        ("committee", "admitted_workers"): (1, 1, 0, 0),
        ("committee", "ended"): (0, 1, 0, 0),
        ("cell", "nominated"): (0, 2, 0, 0),
        ("cell", "admitted"): (1, 1, 0, 0),
        ("cell", "admitted_workers"): (1, 1, 0, 0),
        ("cell", "ended"): (0, 1, 0, 0),
        ("union", "nominated"): (0, 1, 0, 0),
        ("union", "admitted"): (1, 1, 0, 0),
        ("union", "admitted_workers"): (1, 1, 0, 0),
    }


def test_mass_organisations_are_told_coarse_progress_alone(small_year):
    assert set(compute(NOVEMBER)[small_year.union.pk]) == {
        "nominated",
        "nominated_workers",
        "admitted",
        "admitted_workers",
    }


def test_one_unit_asked_alone_gives_the_same_row(small_year):
    whole = compute(NOVEMBER)
    for unit in (small_year.root, small_year.committee, small_year.other_cell, small_year.union):
        assert compute(NOVEMBER, unit)[unit.pk] == whole[unit.pk]


def test_stock_is_that_of_the_last_day(small_year):
    def stages(period):
        row = compute(period)[small_year.root.pk]
        return {key: numbers["period"] for key, numbers in row.items() if "stage_" in key and numbers["period"]}

    # Lê Bình's acts fall nine days later than Trần An's: on 31 October he is decided upon only on 6 November.
    assert {number: stages(month(2025, number)) for number in (2, 3, 10, 11)} == {
        2: {"stage_introduced": 2, "stage_on_probation": 1},
        3: {"stage_on_source_list": 3, "stage_on_probation": 1},
        10: {"stage_decided": 1, "stage_endorsed": 1, "stage_on_probation": 1},
        11: {"stage_on_probation": 3},
    }


def test_act_withdrawn_as_mistaken_no_longer_counts(small_year):
    act = StageChange.objects.get(transition="admit", candidate__person__full_name="Trần An")
    StageChange.objects.filter(pk=act.pk).update(withdrawn_at="2025-12-01T00:00:00+07:00")
    row = compute(NOVEMBER)[small_year.root.pk]
    assert (cell(row, "admitted"), row["stage_decided"]["period"], row["stage_on_probation"]["period"]) == (
        (1, 1, 1, 1),
        1,
        2,
    )


def test_admission_may_be_counted_by_its_decision(small_year):
    Policy.objects.create(organization=small_year.root, key="admission_counted_by", value="decision")
    october, november = (compute(month(2025, number))[small_year.root.pk] for number in (10, 11))
    assert (cell(october, "admitted"), cell(november, "admitted")) == ((1, 1, 1, 1), (1, 2, 0, 1))


def test_labour_class_of_the_candidacy_stands_in_where_the_act_has_none(cast):
    candidate = make_way("Trần An", cast.cell, *until("decide"))
    make_act(candidate, "admit", DAY(2025, 11, 11), labour_class="")
    assert cell(compute(NOVEMBER)[cast.cell.pk], "admitted_workers") == (1, 1, 0, 0)


def make_course(cast, kind, starts_on, ends_on, **fields):
    return Course.objects.create(
        kind=kind, code=f"{kind}-{starts_on}", title="Lớp", organization=cast.root, organizer="TTCT",
        starts_on=starts_on, ends_on=ends_on, **fields,
    )  # fmt: skip


def test_learners_and_certificates_are_counted_by_their_days(cast):
    october = make_course(cast, "awareness", DAY(2025, 10, 28), DAY(2025, 11, 3))
    november = make_course(cast, "awareness", DAY(2025, 11, 10), DAY(2025, 11, 14))
    cancelled = make_course(cast, "awareness", DAY(2025, 11, 20), DAY(2025, 11, 24), state="cancelled")
    people = [make_person(f"Người {n}", unit=cast.cell) for n in range(4)]
    for course, person, state in [
        (october, people[0], "passed"),
        (november, people[0], "enrolled"),
        (november, people[1], "failed"),
        (november, people[2], "waiting"),
        (cancelled, people[3], "enrolled"),
    ]:
        Enrollment.objects.create(course=course, person=person, state=state, enrolled_on=course.starts_on)
    for person, revoked_on in ((people[0], None), (people[1], DAY(2025, 12, 5)), (people[2], DAY(2025, 11, 29))):
        Certificate.objects.create(
            person=person, kind="awareness", number=str(person.pk), issued_on=DAY(2025, 11, 28), issuer="TTCT",
            revoked_on=revoked_on, revoked_reason="Cấp nhầm" if revoked_on else "",
        )  # fmt: skip
    row = compute(NOVEMBER)[cast.root.pk]
    assert {key: cell(row, key) for key in ("awareness_learners", "awareness_certificates", "new_member_learners")} == {
        "awareness_learners": (2, 2, 0, 0),
        "awareness_certificates": (2, 2, 0, 0),
        "new_member_learners": (0, 0, 0, 0),
    }


def test_targets_stand_beside_their_figures(small_year):
    Target.objects.create(organization=small_year.committee, year=2025, kind="admission", value=4)
    Target.objects.create(organization=small_year.committee, year=2025, kind="admission", dimension="workers", value=3)
    Target.objects.create(organization=small_year.committee, year=2024, kind="nomination", value=9)
    rows = compute(NOVEMBER)
    assert [
        rows[small_year.committee.pk][key].get("target") for key in ("admitted", "admitted_workers", "nominated")
    ] == [
        4,
        3,
        None,
    ]
    assert "target" not in rows[small_year.root.pk]["admitted"]


def test_every_number_has_exactly_its_people(small_year):
    rows = compute(NOVEMBER)
    windows = NOVEMBER.windows
    for unit in (small_year.root, small_year.committee, small_year.cell, small_year.union):
        for key, numbers in rows[unit.pk].items():
            for window in ("period", "year", "last_period", "last_year"):
                if window in numbers:
                    people = people_of(FIGURES[key], unit, windows[window])
                    assert (key, window, numbers[window]) == (key, window, people.count())


def test_queries_do_not_grow_with_units_or_people(cast, django_assert_num_queries):
    for number in (1, 3):
        for n in range(number):
            make_way(f"Người {number}{n}", cast.cell, *until("admit"))
        with django_assert_num_queries(9):
            dict(compute(NOVEMBER))


FIRST = DAY(2024, 1, 10)
WALK = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30)), min_size=1, max_size=14)


def walked(cast, walk):
    """A random way through the pipeline: each step some days later, to any act open at the stage."""
    candidate = make_way("Trần An", cast.cell, ("nominate", FIRST))
    on = FIRST
    for days, choice in walk:
        possible = [row for row in TRANSITIONS.values() if candidate.stage in row.sources]
        if not possible:
            break
        on += datetime.timedelta(days=days)
        make_act(candidate, possible[choice % len(possible)].code, on)
    return candidate


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walks=st.lists(WALK, min_size=1, max_size=4), days=st.integers(0, 1000))
def test_stock_is_what_came_in_less_what_went_out(cast, walks, days):
    with transaction.atomic():
        for walk in walks:
            walked(cast, walk)
        day = FIRST + datetime.timedelta(days=days)
        row = compute(month(day.year, day.month), keys=[f"stage_{stage.value}" for stage in UNDER_WAY])[cast.root.pk]
        upto = StageChange.objects.filter(on__lte=month(day.year, day.month).to_on)
        flows = {
            f"stage_{stage.value}": upto.filter(to_stage=stage).count() - upto.filter(from_stage=stage).count()
            for stage in UNDER_WAY
        }
        stocks = {key: numbers["period"] for key, numbers in row.items()}
        transaction.set_rollback(True)
    assert stocks == flows


def test_today_s_stock_is_the_stage_on_the_candidacies_themselves(small_year):
    row = compute(month(2026, 10))[small_year.root.pk]
    now = {stage: Candidate.objects.filter(stage=stage).count() for stage in UNDER_WAY}
    assert {stage: row[f"stage_{stage.value}"]["period"] for stage in UNDER_WAY} == now
    assert now[Stage.ON_PROBATION] == 3


def test_share_has_no_people_of_its_own(small_year):
    with pytest.raises(ValueError, match="worker_share"):
        people_of(FIGURES["worker_share"], small_year.root, Window(*NOVEMBER.days))
