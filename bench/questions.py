"""What is asked: each question as a request to the site and as statements to the database."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone

from bench import direct
from bench.site import Request
from candidates.actions import preview
from candidates.models import Candidate
from candidates.stages import Stage
from organizations.scope import whole
from people.names import search_text
from reports.actions import generate_reports
from reports.demo.staff import home_of_the_demo
from reports.periods import Period, months_closed, year_to_date

OFFICER, BASE_OFFICER = "bantochuc", "danguy"
EARLY = [Stage.ON_SOURCE_LIST.value, Stage.TRAINED.value, Stage.APPLYING.value]
DROPPED = "Chuyển công tác, không còn nguyện vọng"
FRESH = 150  # each may be ended once
PAGES = 40  # how many different candidates' pages are opened in turn


@dataclass(frozen=True)
class Goal:
    """The most a question may cost: in H at the median and at p95, in the first page of the list, in the same question
    put to the database directly, in statements. None: no goal."""

    h: float | None = None
    p95_h: float | None = None
    of_list: float | None = None
    above_list_h: float | None = None
    direct: float | None = None
    statements: int | None = None


@dataclass
class Question:
    """`requests` and `parameters` give the next turn's; a question without requests is `work` of this process."""

    key: str
    label: str
    goal: Goal
    statements: tuple[str, ...]
    parameters: Iterator[dict[str, Any]]
    requests: Iterator[Request] | None = None
    work: Callable[[], Any] | None = None
    user: str = OFFICER
    writes: bool = False
    measured: dict[str, Any] = field(default_factory=dict)


def plan(users: dict[str, Any]) -> list[Question]:
    """The questions for the people that are there now."""
    today = timezone.localdate()
    with whole():
        home = home_of_the_demo()
        return [*_lists(users, home), *_pages(users, today), *_saves(users, today), *_figures(today)]


def _lists(users, home) -> Iterator[Question]:
    root = dict(zip(("low", "high"), home.parent.scope, strict=True))
    base = dict(zip(("low", "high"), home.scope, strict=True))
    ordered = Candidate.objects.open().order_by("-opened_on", "-pk")
    deep = ordered[9 * ordered.count() // 10]
    name = search_text(ordered[ordered.count() // 2].person.full_name)
    words = " & ".join(f"{word}:*" for word in name.split())
    page = direct.LIST, direct.COUNT

    def asked(where, count=None):
        return (page[0].replace("{where}", where), page[1].replace("{where}", count or where))

    def question(key, label, goal, path, statements, parameters, user=OFFICER):
        return Question(
            key, label, goal, statements, itertools.repeat(parameters), itertools.repeat(Request(path)), user=user
        )

    near = Goal(of_list=1.5, statements=8)
    yield question("list", "list, first page", Goal(h=5, p95_h=8, statements=8), "/ho-so/", asked(direct.OPEN), root)
    yield question(
        "deep", "list, page at nine tenths", Goal(of_list=1.2, statements=9), f"/ho-so/?after={deep.pk}",
        asked(direct.DEEP, direct.OPEN), root | {"opened_on": deep.opened_on, "pk": deep.pk},
    )  # fmt: skip
    yield question("subtree", "list, one base of the tree", near, f"/ho-so/?unit={home.code}", asked(direct.OPEN), base)
    yield question("base", "list, as the base's own officer", near, "/ho-so/", asked(direct.OPEN), base, BASE_OFFICER)
    yield question(
        "search", "list, name without accents", Goal(above_list_h=3, statements=8), f"/ho-so/?{urlencode({'q': name})}",
        asked(direct.NAMED), root | {"words": words},
    )  # fmt: skip


def _pages(users, today) -> Iterator[Question]:
    some = list(Candidate.objects.order_by("pk").values_list("pk", "person_id"))
    some = some[:: max(1, len(some) // PAGES)]
    actor = users[OFFICER]
    looks = [{"pk": pk, "person": person, "actor": actor.pk, "verb": "candidate.view"} for pk, person in some]
    yield Question(
        "detail", "candidate page", Goal(h=3.5, statements=8), (*direct.DOSSIER, direct.LOOK),
        itertools.cycle(looks), itertools.cycle([Request(f"/ho-so/{pk}/") for pk, _person in some]), writes=True,
    )  # fmt: skip
    low, high = actor.acting.organization.scope
    yield Question(
        "form", "nomination form", Goal(h=3), direct.FORM, itertools.repeat({"low": low, "high": high}),
        itertools.repeat(Request("/ho-so/gioi-thieu/nguoi-moi/")),
    )  # fmt: skip
    yield Question(
        "frame", "the frame alone (a page of text)", Goal(), (), itertools.repeat({}),
        itertools.repeat(Request("/tai-khoan/xu-ly-du-lieu/")),
    )  # fmt: skip


def _saves(users, today) -> Iterator[Question]:
    goal = Goal(h=4.5, direct=1.4, statements=12)
    actor = users[OFFICER].pk
    fresh = iter(_droppable(today))

    def acts():
        for candidate in fresh:
            data = {"on": f"{today:%d/%m/%Y}", "version": candidate.version, "note": DROPPED}
            yield Request(f"/ho-so/{candidate.pk}/ghi/drop/", data, status=302)

    yield Question(
        "act",
        "save of an act (thôi theo dõi)",
        goal,
        direct.DROP_ACT,
        ({"pk": candidate.pk, "actor": actor, "verb": "candidate.drop"} for candidate in fresh),
        acts(),
        writes=True,
    )
    open_ones = Candidate.objects.open().exclude(stage__in=EARLY).order_by("-pk")
    papers = iter(list(open_ones.values_list("pk", flat=True)[:500]))
    paper = {"form_code": "opinions", "dated_on": f"{today:%d/%m/%Y}", "state": "signed", "number": "1-NQ/CB"}
    yield Question(
        "paper", "save of a paper", goal, direct.PAPER,
        ({"pk": pk, "actor": actor, "verb": "candidate.record_paper"} for pk in papers),
        (Request(f"/ho-so/{pk}/them/paper/", paper, status=302) for pk in papers), writes=True,
    )  # fmt: skip


def _droppable(today):
    """Candidacies that nothing stands against ending today."""
    early = Candidate.objects.with_dossier().open().filter(stage__in=EARLY).order_by("-pk")[:FRESH]
    return [candidate for candidate in early if not preview(candidate, "drop", on=today, act={"note": DROPPED})]


def _figures(today: date) -> Iterator[Question]:
    dates = _dates(year_to_date(today.year, today))
    yield Question(
        "dashboard", "dashboard of the root", Goal(h=6), direct.DASHBOARD,
        itertools.repeat(dates | {"low": "/", "high": "0"}), itertools.repeat(Request("/tong-quan/")),
    )  # fmt: skip
    month = last_month(today)

    def report():
        return generate_reports(month, progress=lambda done, total: None, is_cancelled=lambda: False)

    yield Question(
        "report", "monthly report of every unit", Goal(direct=2), (direct.REPORT,), itertools.repeat(_dates(month)),
        work=report, writes=True,
    )  # fmt: skip


def last_month(today: date) -> Period:
    return list(months_closed(date(today.year - 1, 1, 1), today))[-1]


def _dates(period: Period) -> dict[str, date]:
    windows = period.windows
    return {
        "from_on": period.from_on,
        "to_on": period.to_on,
        "year": windows["year"].from_on,
        "last_from": windows["last_period"].from_on,
        "last_to": windows["last_period"].to_on,
        "last_year": windows["last_year"].from_on,
    }
