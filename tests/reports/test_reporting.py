"""Reports are opened once for every closed month, made once, sent once, and frozen."""

import datetime
import json

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

import jobs.actions
from audit.models import Entry
from candidates.models import StageChange
from jobs.models import Job
from organizations.models import Placement
from reports import tasks
from reports.actions import (
    FiguresMoved,
    NotNow,
    correct,
    fingerprint,
    generate_reports,
    open_due_reports,
    refresh,
    submit,
)
from reports.actions.submitting import digest
from reports.models import Report
from reports.periods import month
from tests.reports.histories import DAY, make_act, make_way, until

NOVEMBER = month(2025, 11)
# The Party units of the cast, in the order of the tree.
UNITS = ["DUK", "MAY", "MAY.1", "MAY.2", "SO"]


@pytest.fixture
def sent(monkeypatch):
    """Ids handed to the broker, instead of a worker."""
    ids = []
    monkeypatch.setattr(jobs.actions.current_app, "send_task", lambda name, args, **rest: ids.append(args[0]))
    return ids


@pytest.fixture
def history(cast):
    make_way("Trần An", cast.cell, *until("admit"), introduced_by=cast.union)
    make_way("Lê Bình", cast.other_cell, *until("admit", shift=9))
    return cast


def make_all(period=NOVEMBER):
    return generate_reports(period, progress=lambda done, total: None, is_cancelled=lambda: False)


def opened():
    return sorted(
        f"{to_on:%m/%Y} {code} {state}"
        for to_on, code, state in Report.objects.values_list("period_to", "organization__code", "state")
    )


def run(sent):
    """What the workers would do with what was sent."""
    for pk in sent:
        tasks.generate(pk)
    sent.clear()


def test_nothing_is_due_without_any_act(cast, sent):
    assert (open_due_reports(DAY(2025, 12, 1)), opened()) == (0, [])


def test_month_is_opened_when_it_has_closed_and_only_once(history, sent, django_capture_on_commit_callbacks):
    StageChange.objects.filter(on__lt=DAY(2025, 11, 1)).delete()
    with django_capture_on_commit_callbacks(execute=True):
        numbers = [open_due_reports(day) for day in (DAY(2025, 11, 30), DAY(2025, 12, 1), DAY(2025, 12, 1))]
    assert (numbers, opened(), len(sent)) == ([0, 5, 0], [f"11/2025 {code} due" for code in UNITS], 1)


def test_beat_that_was_away_for_two_months_catches_up_exactly(history, sent, django_capture_on_commit_callbacks):
    StageChange.objects.filter(on__lt=DAY(2025, 11, 1)).delete()
    for day in ("2025-12-01T00:05:00+07:00", "2026-02-03T09:15:00+07:00", "2026-02-03T09:25:00+07:00"):
        with time_machine.travel(day, tick=False), django_capture_on_commit_callbacks(execute=True):
            tasks.open_due()
        run(sent)
    assert opened() == [f"{name} {code} ready" for name in ("01/2026", "11/2025", "12/2025") for code in UNITS]
    assert Job.objects.values_list("key", "state").order_by("key").distinct().count() == 3
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


def test_unit_is_reported_on_only_while_it_exists_and_by_its_name_of_the_day(history, sent):
    StageChange.objects.filter(on__lt=DAY(2025, 11, 1)).delete()
    history.other_cell.closed_on = DAY(2025, 12, 15)
    history.other_cell.save()
    Placement.objects.create(
        organization=history.cell, name="Chi bộ Xưởng Một", parent=history.committee, kind="cell",
        from_on=DAY(2020, 1, 1), to_on=DAY(2025, 12, 10),
    )  # fmt: skip
    open_due_reports(DAY(2026, 1, 1))
    assert opened() == [
        *(f"11/2025 {code} due" for code in UNITS),
        *(f"12/2025 {code} due" for code in UNITS if code != "MAY.2"),
    ]
    names = Report.objects.filter(organization=history.cell).order_by("period_to")
    assert list(names.values_list("organization_name", flat=True)) == ["Chi bộ Xưởng Một", "Chi bộ Xưởng 1"]


def test_old_histories_open_reports_for_a_year_at_most(history, sent):
    make_way("Phạm Chi", history.cell, *until("list", shift=-3000))
    open_due_reports(DAY(2026, 2, 3))
    periods = Report.objects.order_by("period_to").values_list("period_to", flat=True).distinct()
    assert [periods[0], len(periods)] == [DAY(2025, 2, 28), 12]


def test_first_month_may_be_set(history, sent, settings):
    settings.REPORT_FIRST_MONTH = DAY(2025, 12, 1)
    open_due_reports(DAY(2026, 1, 1))
    assert opened() == [f"12/2025 {code} due" for code in UNITS]


def test_making_twice_leaves_the_same_reports(history, sent):
    open_due_reports(DAY(2025, 12, 1))
    first = (make_all(), {report.pk: report.figures for report in Report.objects.filter(period_to=NOVEMBER.to_on)})
    second = (make_all(), {report.pk: report.figures for report in Report.objects.filter(period_to=NOVEMBER.to_on)})
    assert (first[0], first == second) == (5, True)
    root = Report.objects.get(organization=history.root, period_to=NOVEMBER.to_on)
    assert (root.figures["admitted"], root.edition, root.state) == (
        {"period": 2, "year": 2, "last_period": 0, "last_year": 0},
        "RV2025b",
        "ready",
    )


def test_failure_is_kept_with_the_reports_and_the_job(history, sent, monkeypatch, django_capture_on_commit_callbacks):
    StageChange.objects.filter(on__lt=DAY(2025, 11, 1)).delete()
    with django_capture_on_commit_callbacks(execute=True):
        open_due_reports(DAY(2025, 12, 1))

    def broken(period):
        raise ArithmeticError("no sum")

    with monkeypatch.context() as patched:
        patched.setattr("reports.actions.generating.compute", broken)
        run(sent)
    assert (Job.objects.get().state, set(Report.objects.values_list("state", "error"))) == (
        "failed",
        {("failed", "ArithmeticError: no sum")},
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert open_due_reports(DAY(2025, 12, 1)) == 0
    assert sent == []  # not tried for ever: a person looks at it and asks again
    make_all()
    assert set(Report.objects.values_list("state", "error")) == {("ready", "")}


def test_cancelled_job_leaves_what_it_made_and_says_what_it_did_not(
    history, sent, settings, django_capture_on_commit_callbacks
):
    settings.REPORT_CHUNK = 2
    StageChange.objects.filter(on__lt=DAY(2025, 11, 1)).delete()
    with django_capture_on_commit_callbacks(execute=True):
        open_due_reports(DAY(2025, 12, 1))
    job = jobs.actions.claim(sent[0])

    def progress(done, total):
        jobs.actions.progress(job, done, total)
        if done == 2:
            jobs.actions.cancel(job, actor=history.admin)

    def is_cancelled():
        return Job.objects.filter(pk=job.pk, state="cancelled").exists()

    with pytest.raises(jobs.actions.Stopped):
        generate_reports(NOVEMBER, progress=progress, is_cancelled=is_cancelled)
    states = list(Report.objects.order_by("path").values_list("state", flat=True))
    assert states == ["ready"] * 4 + ["failed"]


def test_reports_left_by_a_job_that_gave_up_are_failed(history, sent):
    open_due_reports(DAY(2025, 12, 1))
    Job.objects.update(state="failed")
    Report.objects.update(state="generating")
    open_due_reports(DAY(2025, 12, 1))
    assert set(Report.objects.values_list("state", "error")) == {("failed", "Tiến trình lập báo cáo bị ngắt.")}


@pytest.fixture
def ready(history, sent):
    """The committee's report of November, made."""
    open_due_reports(DAY(2025, 12, 1))
    make_all()
    return Report.objects.get(organization=history.committee, period_to=NOVEMBER.to_on)


def test_sending_keeps_figures_people_and_fingerprint(ready, history):
    report = submit(ready, actor=history.base_officer, seen=digest(ready.figures), remarks=" Thiếu lớp học. ")
    admitted = sorted(StageChange.objects.filter(transition="admit").values_list("candidate", flat=True))
    assert (
        report.state,
        report.people["admitted"],
        report.people["stage_on_probation"],
        report.remarks,
        report.submitted_name,
        report.fingerprint,
    ) == (
        "submitted",
        {"period": admitted, "year": admitted},
        {"period": admitted},
        "Thiếu lớp học.",
        "dang-uy (Cán bộ đảng ủy cơ sở)",
        fingerprint(Report.objects.get(pk=report.pk)),
    )
    assert Entry.objects.filter(verb="report.submit", subject_id=str(report.pk)).count() == 1
    for key, columns in report.people.items():
        assert {column: len(people) for column, people in columns.items()} == {
            column: report.figures[key][column] for column in columns
        }


def test_sent_report_cannot_be_changed_even_by_hand(ready, history):
    submit(ready, actor=history.base_officer, seen=digest(ready.figures))
    for statement in (
        "UPDATE reports_report SET figures = '{}' WHERE id = %s",
        "DELETE FROM reports_report WHERE id = %s",
    ):
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, [ready.pk])


def test_later_corrections_do_not_touch_a_sent_report(ready, history):
    report = submit(ready, actor=history.base_officer, seen=digest(ready.figures))
    StageChange.objects.filter(transition="admit", candidate__unit=history.cell).update(
        withdrawn_at=datetime.datetime.now(datetime.UTC)
    )
    make_all()
    kept = Report.objects.get(pk=report.pk)
    root = Report.objects.get(organization=history.root, period_to=NOVEMBER.to_on)
    assert (kept.figures["admitted"]["period"], root.figures["admitted"]["period"]) == (2, 1)


def test_replacement_stands_beside_what_was_sent(ready, history):
    report = submit(ready, actor=history.base_officer, seen=digest(ready.figures))
    late = make_way("Vũ Dung", history.cell, *until("decide"))
    make_act(late, "admit", DAY(2025, 11, 30))
    replacement = correct(report, actor=history.base_officer, reason="Nhập thiếu một người")
    assert [
        (one.revision, one.state, one.figures["admitted"]["period"], one.reason)
        for one in Report.objects.filter(organization=history.committee, period_to=NOVEMBER.to_on).order_by("revision")
    ] == [(1, "submitted", 2, ""), (2, "ready", 3, "Nhập thiếu một người")]
    with pytest.raises(NotNow):
        correct(report, actor=history.base_officer, reason="Lần nữa")
    assert (
        submit(replacement, actor=history.base_officer, seen=digest(replacement.figures)).fingerprint
        != report.fingerprint
    )


def test_figures_that_moved_are_not_sent_unseen(ready, history):
    seen = digest(ready.figures)
    make_way("Vũ Dung", history.cell, *until("admit"))
    with pytest.raises(FiguresMoved):
        submit(ready, actor=history.base_officer, seen=seen)
    refreshed = refresh(ready, actor=history.base_officer)
    assert (refreshed.state, refreshed.figures["admitted"]["period"]) == ("ready", 3)
    assert submit(refreshed, actor=history.base_officer, seen=digest(refreshed.figures)).state == "submitted"


@pytest.mark.parametrize("who", ["secretary", "leader", "unionist", "stranger", "admin"])
def test_only_committees_send(ready, history, who):
    with pytest.raises(PermissionDenied):
        submit(ready, actor=getattr(history, who), seen=digest(ready.figures))


def test_committee_does_not_send_for_its_superior(ready, history):
    root = Report.objects.get(organization=history.root, period_to=NOVEMBER.to_on)
    with pytest.raises(PermissionDenied):
        submit(root, actor=history.base_officer, seen=digest(root.figures))


def test_reports_hold_no_names(ready, history):
    report = submit(ready, actor=history.base_officer, seen=digest(ready.figures))
    assert "Trần An" not in json.dumps([report.figures, report.people], ensure_ascii=False)
