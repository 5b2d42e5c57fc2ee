"""Nominating somebody who is not in the system yet: the person, his work and membership, and the candidacy at once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from candidates.actions.nominate import nominate
from people import actions as people
from people.dates import PartialDate
from people.models import Consent

# Of the notice that was read to the person; a new text gets a new version.
NOTICE_VERSION = "2026-01"


class AlreadyFollowed(Exception):
    """The person has an open candidacy, perhaps at a unit out of the asker's sight. Nothing was written."""


@dataclass(frozen=True)
class Work:
    """Where the person works; `since` is the first day there."""

    enterprise: Any
    labour_class: str
    since: date
    job_title: str = ""


@dataclass(frozen=True)
class Member:
    """Membership of the organisation that introduces; `since` is known to its own precision."""

    kind: str
    organization: Any
    since: PartialDate


@transaction.atomic
def nominate_newcomer(*, actor, on, unit, introduced_by, facts, work=None, member=None, told_on, how, **nomination):
    """Enter a person and open the candidacy; returns the candidate.

    `facts` are what people.actions.register_person takes; `told_on` and `how` record the consent (DP-3). Raises
    what register_person and nominate raise; then nothing was written.
    """
    person = people.register_person(actor=actor, unit=unit, mass_unit=introduced_by, **facts)
    if work:
        people.employ(
            person,
            actor=actor,
            enterprise=work.enterprise,
            labour_class=work.labour_class,
            job_title=work.job_title,
            on=work.since,
        )
    if member:
        people.join(
            person,
            actor=actor,
            kind=member.kind,
            organization=member.organization,
            on=member.since.date,
            precision=member.since.precision,
        )
    _remember_consent(person, actor=actor, on=told_on, how=how)
    return nominate(person=person, unit=unit, introduced_by=introduced_by, actor=actor, on=on, **nomination)


@transaction.atomic
def nominate_again(*, person, actor, told_on, how, **nomination):
    """Open a candidacy of a person who is in the system. Raises AlreadyFollowed and what nominate raises."""
    _remember_consent(person, actor=actor, on=told_on, how=how)
    try:
        with transaction.atomic():
            return nominate(person=person, actor=actor, **nomination)
    except IntegrityError as error:
        if "one_open_candidacy_per_person" in str(error):
            raise AlreadyFollowed from error
        raise


def _remember_consent(person, *, actor, on, how):
    people.give_consent(
        person, actor=actor, purpose=Consent.Purpose.NOMINATION, text_version=NOTICE_VERSION, on=on, how=how
    )
