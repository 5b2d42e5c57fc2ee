"""How a candidacy goes: the acts of one person with their days and papers, as a clerk would enter them."""

import datetime
from dataclasses import dataclass, field
from typing import Any


def days(count):
    return datetime.timedelta(days=count)


@dataclass
class Story:
    """One candidacy to be told: who, where, under whose introduction, and how far luck lets it come.

    `halt` is the act before which it stalls (a lasting delay, so that something is overdue);
    `exit` the act that ends it early, with the act it stands in for.
    """

    person: Any
    unit: Any
    members: list
    introduced_by: Any
    lines: dict
    is_worker: bool
    begins_on: datetime.date
    halt: str = ""
    exit: tuple = ()
    enterprise: Any = None
    hired_on: datetime.date | None = None
    facts: dict = field(default_factory=dict)


def tell(story, random, classrooms):
    """Yield (transition, day, act) from the source list on; the listener stops when the day has not come."""
    cell_size = random.randint(7, 19)
    serial = random.randint(1, 60)
    mentor, second = random.sample(story.members, 2)
    day = story.begins_on + days(random.randint(8, 35))
    yield "list", day, {"mentor": mentor, "document_number": f"{serial:02}-NQ/CB"}

    course = classrooms.seat(story.person, "awareness", after=day, is_worker=story.is_worker)
    if course is None:
        return
    day = classrooms.issued_on(course)
    story.facts["awareness"] = course
    yield "finish_class", day, {}

    day += days(random.randint(20, 150))
    record_on = day + days(random.randint(6, 15))
    yield "apply", record_on, {"application_on": day, "personal_record_on": record_on}

    sent_on = record_on + days(random.randint(2, 7))
    answered_on = sent_on + days(random.randint(12, 38))
    yield (
        "verify",
        answered_on,
        {
            "request_number": f"{serial + 3}-CV/ĐU",
            "addressee": "Đảng ủy xã, phường nơi cư trú",
            "sent_on": sent_on,
            "received_on": sent_on + days(1),
            "answered_on": answered_on,
            "is_certified": True,
        },
    )

    letter_on = answered_on + days(random.randint(3, 10))
    opinions_on = letter_on + days(random.randint(2, 6))
    yield "consult", opinions_on, _opinions(story, random, mentor, second, letter_on, opinions_on, serial)

    day = opinions_on + days(random.randint(5, 20))
    in_favour = cell_size - random.choice((0, 0, 0, 1, 1, 2))
    yield (
        "propose",
        day,
        {
            "members": cell_size,
            "present": cell_size,
            "in_favour": in_favour,
            "against": cell_size - in_favour,
            "cell_resolution_number": f"{serial + 5:02}-NQ/CB",
        },
    )
    if story.unit.kind == "cell":
        day += days(random.randint(6, 18))
        yield "endorse", day, _committee(random, 9, f"{serial + 9}-NQ/ĐU", "committee_resolution")

    day += days(random.randint(14, 45))
    yield "decide", day, _committee(random, 11, f"{serial + 210}-QĐ/ĐUK", "admission_decision")
    decided_on = day

    day += days(random.randint(10, 28))
    yield "admit", day, {"received_on": decided_on + days(random.randint(2, 5))}

    new_member = classrooms.seat(story.person, "new_member", after=day, is_worker=story.is_worker)
    ends_on = day.replace(year=day.year + 1, day=min(day.day, 28))
    if new_member is None or classrooms.issued_on(new_member) > ends_on:
        return
    story.facts["new_member"] = new_member
    day = ends_on + days(random.randint(8, 25))
    yield (
        "propose_recognition",
        day,
        {
            "self_review_on": ends_on + days(4),
            "mentor_comment_on": ends_on + days(5),
            "probation_opinions_on": ends_on + days(6),
            "members": cell_size,
            "present": cell_size,
            "in_favour": cell_size,
            "recognition_cell_resolution_number": f"{serial + 15:02}-NQ/CB",
        },
    )
    if story.unit.kind == "cell":
        day += days(random.randint(4, 9))
        yield (
            "endorse_recognition",
            day,
            _committee(random, 9, f"{serial + 29}-NQ/ĐU", "recognition_committee_resolution"),
        )
    day += days(random.randint(6, 16))
    act = _committee(random, 11, f"{serial + 310}-QĐ/ĐUK", "recognition_decision")
    yield "recognise", day, act | {"party_age_from": decided_on}


def _route(story, on):
    """Who introduces at that age: the youth union while it may, else the union, else two members (ELG-6)."""
    young = on.replace(year=on.year - 31, day=min(on.day, 28)) < story.person.born_on
    if young and "youth_union" in story.lines:
        return "YOUTH_PLUS_ONE"
    return "UNION_PLUS_ONE" if young and "union" in story.lines else "TWO_MEMBERS"


def _opinions(story, random, mentor, second, letter_on, opinions_on, serial):
    route = _route(story, opinions_on)
    since = max(story.hired_on or story.begins_on, letter_on - days(5 * 365)) - days(30)
    since = min(since, letter_on - days(random.randint(400, 900)))
    act = {
        "route": route,
        "introducer_1": mentor,
        "together_since_1": since,
        "together_at_1": "work",
        "letter_1_on": letter_on,
        "opinions_on": opinions_on,
    }
    if route == "TWO_MEMBERS":
        act |= {
            "introducer_2": second,
            "together_since_2": since,
            "together_at_2": "work",
            "letter_2_on": letter_on,
        }
    else:
        paper = "youth_resolution" if route == "YOUTH_PLUS_ONE" else "union_resolution"
        act |= {f"{paper}_on": letter_on + days(1), f"{paper}_number": f"{serial + 1:02}-NQ/BCH"}
    return act


def _committee(random, size, number, paper):
    in_favour = size - random.choice((0, 0, 0, 1))
    return {
        "members": size,
        "present": size,
        "in_favour": in_favour,
        "against": size - in_favour,
        f"{paper}_number": number,
    }
