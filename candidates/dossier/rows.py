"""Reading the facts of a candidacy from its rows, in a fixed number of queries.

The candidate must come with `RELATED` selected and `PREFETCHED` prefetched (see
`CandidateQuerySet.with_dossier`); nothing here asks the database again.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from candidates.dossier import reading
from candidates.dossier.facts import Dossier
from candidates.dossier.parts import (
    Body,
    Ceremony,
    Certificate,
    Decision,
    Document,
    Employer,
    Exceptions,
    Introducer,
    Mentor,
    Paper,
    Person,
    Policies,
    Probation,
    Readmission,
    Route,
    Together,
    Unit,
    UnitKind,
    Verification,
    Vote,
)
from candidates.stages import Stage
from people.dates import PartialDate

RELATED = ("person", "unit", "unit__parent", "unit__parent__parent", "introduced_by")
PREFETCHED = (
    "stage_changes",
    "papers",
    "votes",
    "introductions__member__party_memberships",
    "mentor_assignments__mentor__party_memberships",
    "verifications",
    "person__memberships",
)


def of(candidate: Any, *, on: date, policies: Policies | None = None) -> Dossier:
    """The dossier of a candidate as its rows tell it; `on` chooses employment and membership."""
    standing = [change for change in candidate.stage_changes.all() if change.withdrawn_at is None]
    admission, recognition = _last(standing, "decide"), _last(standing, "recognise")
    exceptions, papers = candidate.exceptions, _papers(candidate)
    return Dossier(
        stage=Stage(candidate.stage),
        person=_person(candidate, on),
        unit=unit_of(candidate.unit),
        employer=_employer(candidate, on),
        route=Route(candidate.route) if candidate.route else None,
        introducers=tuple(
            introducer(
                row.member,
                together_since=row.together_since,
                together_where=row.together_at,
                relative=row.is_relative,
                replacement=row.is_replacement,
            )
            for row in candidate.introductions.all()
            if row.ended_on is None
        ),
        mentors=tuple(
            mentor(row.mentor, from_on=row.from_on, to_on=row.to_on, replacement=row.is_replacement)
            for row in candidate.mentor_assignments.all()
        ),
        certificates=tuple(_certificate(row) for row in candidate.person.certificates.all()),
        papers=papers,
        verification=_verification(candidate),
        votes=_votes(candidate, standing),
        events={change.transition: change.on for change in standing},
        decision=Decision(
            number=admission.document_number,
            on=admission.on,
            received_on=candidate.received_on,
            extension=document(exceptions.get("decision_extension")),
        )
        if admission
        else None,
        ceremony=Ceremony(on=candidate.admitted_on, late_agreement=document(exceptions.get("late_ceremony")))
        if candidate.admitted_on
        else None,
        probation=Probation(
            votes_without_result=sum(change.transition == "defer_recognition" for change in standing),
            profile_on=max((paper.on for paper in papers.get("member_record", ())), default=None),
        ),
        recognition=Decision(
            number=recognition.document_number,
            on=recognition.on,
            extension=document(exceptions.get("recognition_extension")),
        )
        if recognition
        else None,
        readmission=reading.read_part(Readmission, exceptions.get("readmission", {}), "readmission")
        if candidate.is_readmission
        else None,
        exceptions=Exceptions(
            over_age=document(exceptions.get("over_age")),
            education_ground=exceptions.get("education_ground", ""),
            education=document(exceptions.get("education")),
        ),
        policies=policies or Policies(),
    )


def document(stored: Mapping[str, str] | None) -> Document | None:
    """A document kept as JSON: number, on (ISO), issuer."""
    if not stored:
        return None
    on = stored.get("on")
    return Document(stored.get("number", ""), date.fromisoformat(on) if on else None, stored.get("issuer", ""))


def introducer(
    member: Any, *, together_since: date, together_where: Together, relative: bool = False, replacement: bool = False
) -> Introducer:
    """The facts of an introducing member; `member.party_memberships` must be prefetched."""
    return Introducer(
        name=str(member),
        full_from=_full_from(member),
        together_since=PartialDate.of(together_since),
        together_where=together_where,
        relative=relative,
        replacement=replacement,
    )


def mentor(member: Any, *, from_on: date, to_on: date | None = None, replacement: bool = False) -> Mentor:
    """The facts of an assigned mentor; `member.party_memberships` must be prefetched."""
    return Mentor(name=str(member), full_from=_full_from(member), from_on=from_on, to_on=to_on, replacement=replacement)


def _full_from(member: Any) -> date | None:
    since = [row.full_from for row in member.party_memberships.all() if row.full_from and row.ended_on is None]
    return min(since, default=None)


def _last(standing: list[Any], transition: str) -> Any:
    return next((change for change in reversed(standing) if change.transition == transition), None)


def _person(candidate: Any, on: date) -> Person:
    person = candidate.person
    held = {row.kind for row in person.memberships.all() if row.holds_on(on)}
    return Person(
        full_name=person.full_name,
        sex=person.sex,
        born_on=person.born,
        identity_number=person.identity_number,
        identity_note=person.identity_note,
        citizen=person.is_citizen,
        schooling_grade=person.schooling_grade,
        schooling_system=person.schooling_system,
        youth_member="youth_union" in held,
        union_member="union" in held,
        labour_class=candidate.labour_class,
    )


def unit_of(unit: Any) -> Unit:
    """What the rules ask of a unit; it should come with its parents selected."""
    parent = unit.parent
    sectional = bool(parent and parent.kind == "sectional_committee")
    base = parent.parent if sectional else parent
    return Unit(
        name=unit.name,
        kind=UnitKind.BASE_CELL if unit.kind == "base_cell" else UnitKind.CELL,
        sectional_committee=sectional,
        delegated=bool(base and base.kind == "base_committee" and base.is_delegated),
    )


def _employer(candidate: Any, on: date) -> Employer:
    # Whoever introduced the person is there, even where nobody has said in which enterprise it stands.
    introducing = {candidate.introduced_by.line} if candidate.introduced_by else set()
    current = next((row for row in candidate.person.employments.all() if row.holds_on(on)), None)
    if current is None:
        return Employer(youth_union="youth_union" in introducing or None, union="union" in introducing or None)
    lines = introducing | {
        unit.line for unit in current.enterprise.organizations.all() if unit.closed_on is None or unit.closed_on > on
    }
    return Employer(current.enterprise.name, youth_union="youth_union" in lines, union="union" in lines)


def _certificate(row: Any) -> Certificate:
    return Certificate(
        kind=row.kind,
        issued_on=row.issued_on,
        number=row.number,
        class_from=row.enrollment.course.starts_on if row.enrollment else None,
        revoked_on=row.revoked_on,
    )


def _papers(candidate: Any) -> dict[str, tuple[Paper, ...]]:
    by_code = defaultdict(list)
    for row in candidate.papers.all():
        if row.superseded_at is None and row.state != "missing":
            by_code[row.form_code].append(Paper(row.dated_on, row.number, row.issuer))
    return {code: tuple(rows) for code, rows in by_code.items()}


def _verification(candidate: Any) -> Verification | None:
    # Several requests may be out; the one that matters is the last answered, else the last sent.
    rows = sorted(candidate.verifications.all(), key=lambda row: (row.answered_on or date.min, row.sent_on))
    if not rows:
        return None
    row = rows[-1]
    return Verification(
        sent_on=row.sent_on,
        received_on=row.received_on,
        abroad=row.is_abroad,
        answered_on=row.answered_on,
        certified=row.is_certified,
        certified_on=row.answered_on,
        by_relative=row.is_by_relative,
        waived=row.is_waived,
    )


_VOTE_FIELDS = {field.name for field in fields(Vote)}


def _votes(candidate: Any, standing: list[Any]) -> dict[str, Vote]:
    made_by = {change.pk for change in standing}
    votes: dict[str, Vote] = {}
    # What mass organisations voted stands in their own act: they may not see the table of votes.
    for change in standing:
        if "vote" in change.facts:
            votes[change.transition] = Vote(
                on=change.on,
                body=Body.MASS_COMMITTEE,
                **{name: value for name, value in change.facts["vote"].items() if name in _VOTE_FIELDS},
            )
    for row in candidate.votes.all():
        if row.stage_change_id is None or row.stage_change_id in made_by:
            earlier = votes.get(row.transition)
            votes[row.transition] = vote_of(row, count=earlier.count + 1 if earlier else 1)
    return votes


def vote_of(row: Any, *, count: int = 1) -> Vote:
    """The facts of one vote; `row.members` is a cell's full members or a committee's size."""
    is_cell = row.body == Body.CELL
    return Vote(
        on=row.held_on,
        body=Body(row.body),
        full_members=row.members if is_cell else None,
        committee_size=None if is_cell else row.members,
        temporary_elsewhere=row.temporary_elsewhere,
        exempt_absent=row.exempt_absent,
        present=row.present,
        in_favour=row.in_favour,
        against=row.against,
        blank=row.blank,
        probationary_in_favour=row.probationers_voting,
        count=count,
    )
