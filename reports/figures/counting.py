"""What is counted, and whom: each kind of source counts for the whole tree at once and names the people behind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from django.db import connection
from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf

from candidates.models import Candidate, StageChange
from candidates.pipeline import TRANSITIONS
from organizations.models import LabourClass, Line, Organization
from people.models import Person
from reports.periods import DAY, Period, Window
from training.models import Certificate, Course, Enrollment

# (path of a unit, key of a figure, window, number)
Count_ = tuple[str, str, str, int]


class CountedBy(StrEnum):
    """On which day someone counts as admitted (OPEN-8); the ceremony unless the local policy says the decision."""

    CEREMONY = "ceremony"
    DECISION = "decision"

    @property
    def act(self) -> str:
        return "decide" if self is CountedBy.DECISION else "admit"


def path_columns(root: Organization | None) -> list[str]:
    """The scope keys to count by: the line of the unit asked for, or both lines for the whole tree."""
    if root is None:
        return ["party_path", "mass_path"]
    return ["party_path" if root.line == Line.PARTY else "mass_path"]


def beneath(rows: QuerySet, root: Organization | None, column: str) -> QuerySet:
    if root is None:
        return rows.exclude(**{column: ""})
    low, high = root.scope
    return rows.filter(**{f"{column}__gte": low, f"{column}__lt": high})


@dataclass(frozen=True)
class Acts:
    """Acts that stand, by their day. `admission` counts whichever act the local policy names; `workers` only those
    who were direct production workers at the act (RPT-5).
    """

    transitions: tuple[str, ...] = ()
    admission: bool = False
    workers: bool = False

    subject: ClassVar = Candidate
    mass: ClassVar[bool] = True

    def acts(self, counted_by: CountedBy) -> tuple[str, ...]:
        return (counted_by.act,) if self.admission else self.transitions

    def people(self, window: Window, root: Organization | None, counted_by: CountedBy) -> QuerySet:
        acts = _acts(root).filter(_is(self.acts(counted_by)), on__range=window.days)
        if self.workers:
            acts = acts.filter(labour=LabourClass.DIRECT)
        return Candidate.objects.filter(pk__in=acts.values("candidate"))

    @staticmethod
    def count(sources: dict[str, "Acts"], period: Period, root, counted_by: CountedBy) -> Iterator[Count_]:
        """One grouped query a line, whatever the number of figures and units."""
        wanted: dict[tuple[str, bool], list[str]] = {}
        for key, source in sources.items():
            for act in source.acts(counted_by):
                for is_worker in (True,) if source.workers else (True, False):
                    wanted.setdefault((act, is_worker), []).append(key)
        segments = _segments(period)
        transitions = {act for act, _ in wanted}
        for column in path_columns(root):
            grouped = (
                _acts(root, column)
                .filter(_is(transitions), on__range=(period.last.to_date.from_on, period.to_on))
                .annotate(segment=_segment(segments))
                .exclude(segment="")
                .values_list(column, "transition", "labour", "segment")
                .annotate(number=Count("pk"))
                .order_by()
            )
            for path, act, labour, segment, number in grouped:
                for key in wanted.get((act, labour == LabourClass.DIRECT), ()):
                    for window in segments[segment][1]:
                        yield path, key, window, number


@dataclass(frozen=True)
class Stock:
    """Candidacies whose last standing act on or before the last day led to one of these stages."""

    stages: tuple[str, ...]

    subject: ClassVar = Candidate
    mass: ClassVar[bool] = False

    def people(self, window: Window, root: Organization | None, counted_by: CountedBy) -> QuerySet:
        latest = _latest(window, root)
        there = StageChange.objects.filter(pk__in=latest.values("pk"), to_stage__in=self.stages)
        return Candidate.objects.filter(pk__in=there.values("candidate"))

    @staticmethod
    def count(sources: dict[str, "Stock"], period: Period, root, counted_by: CountedBy) -> Iterator[Count_]:
        """One grouped query for the end of the period and one for the year before."""
        keys: dict[str, list[str]] = {}
        for key, source in sources.items():
            for stage in source.stages:
                keys.setdefault(stage, []).append(key)
        for name in ("period", "last_period"):
            # The very rows that `people` names, grouped; the ORM cannot group over DISTINCT ON.
            latest, parameters = (
                _latest(period.windows[name], root).values("party_path", "to_stage").query.sql_with_params()
            )
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT party_path, to_stage, count(*) FROM ({latest}) latest GROUP BY 1, 2",  # noqa: S608
                    parameters,
                )
                for path, stage, number in cursor.fetchall():
                    for key in keys.get(stage, ()):
                        yield path, key, name, number


@dataclass(frozen=True)
class Learners:
    """Persons enrolled in a class of the kind that sat on any day of the window."""

    kind: str

    subject: ClassVar = Person
    mass: ClassVar[bool] = False

    def people(self, window: Window, root: Organization | None, counted_by: CountedBy) -> QuerySet:
        rows = beneath(_enrollments().filter(course__kind=self.kind), root, "party_path").filter(_sat_in(window))
        return Person.objects.filter(pk__in=rows.values("person"))

    @staticmethod
    def count(sources: dict[str, "Learners"], period: Period, root, counted_by: CountedBy) -> Iterator[Count_]:
        keys = {source.kind: key for key, source in sources.items()}
        yield from _by_kind(beneath(_enrollments(), root, "party_path"), "course__kind", keys, period, _sat_in)


@dataclass(frozen=True)
class Certificates:
    """Persons issued a certificate of the kind within the window, not revoked by its end."""

    kind: str

    subject: ClassVar = Person
    mass: ClassVar[bool] = False

    def people(self, window: Window, root: Organization | None, counted_by: CountedBy) -> QuerySet:
        rows = beneath(Certificate.objects.filter(kind=self.kind), root, "party_path").filter(_issued_in(window))
        return Person.objects.filter(pk__in=rows.values("person"))

    @staticmethod
    def count(sources: dict[str, "Certificates"], period: Period, root, counted_by: CountedBy) -> Iterator[Count_]:
        keys = {source.kind: key for key, source in sources.items()}
        yield from _by_kind(beneath(Certificate.objects.all(), root, "party_path"), "kind", keys, period, _issued_in)


def _acts(root: Organization | None, column: str | None = None) -> QuerySet:
    """Standing acts beneath the unit, with `labour`: the class of work at the act."""
    rows = beneath(StageChange.objects.standing(), root, column or path_columns(root)[0])
    return rows.annotate(labour=Coalesce(NullIf("labour_class", Value("")), F("candidate__labour_class")))


def _is(transitions: Iterable[str]) -> Q:
    """These acts; their stages are named too, because that is what the index of acts begins with."""
    return Q(transition__in=transitions, to_stage__in={TRANSITIONS[act].target.value for act in transitions})


def _latest(window: Window, root: Organization | None) -> QuerySet:
    rows = beneath(StageChange.objects.standing().filter(on__lte=window.to_on), root, path_columns(root)[0])
    return rows.order_by("candidate_id", "-on", "-pk").distinct("candidate_id")


def _segments(period: Period) -> dict[str, tuple[Window | None, tuple[str, ...]]]:
    """Disjoint stretches of days, and the windows each belongs to."""
    last = period.last
    return {
        "d": (period, ("period", "year")),
        "c": (_before(period), ("year",)),
        "b": (last, ("last_period", "last_year")),
        "a": (_before(last), ("last_year",)),
    }


def _before(period: Period) -> Window | None:
    """The days of the year before the period; None where it begins with the year."""
    begins = period.to_date.from_on
    return None if begins == period.from_on else Window(begins, period.from_on - DAY)


def _segment(segments: dict[str, tuple[Window | None, tuple[str, ...]]]) -> Case:
    whens = [When(on__range=window.days, then=Value(name)) for name, (window, _) in segments.items() if window]
    return Case(*whens, default=Value(""), output_field=CharField())


def _enrollments() -> QuerySet:
    states = Enrollment.State
    return Enrollment.objects.filter(state__in=[states.ENROLLED, states.PASSED, states.FAILED]).exclude(
        course__state=Course.State.CANCELLED
    )


def _sat_in(window: Window) -> Q:
    return Q(course__starts_on__lte=window.to_on, course__ends_on__gte=window.from_on, enrolled_on__lte=window.to_on)


def _issued_in(window: Window) -> Q:
    standing = Q(revoked_on__isnull=True) | Q(revoked_on__gt=window.to_on)
    return Q(issued_on__range=window.days) & standing


def _by_kind(rows: QuerySet, column: str, keys: dict[str, str], period: Period, lies_in) -> Iterator[Count_]:
    windows = period.windows
    lying = [lies_in(window) for window in windows.values()]
    grouped = (
        rows.filter(lying[0] | lying[1] | lying[2] | lying[3], **{f"{column}__in": list(keys)})
        .values_list("party_path", column)
        .annotate(**{name: Count("person", distinct=True, filter=q) for name, q in zip(windows, lying, strict=True)})
        .order_by()
    )
    for path, kind, *numbers in grouped:
        for name, number in zip(windows, numbers, strict=True):
            if number:
                yield path, keys[kind], name, number
