"""Writing the rows of a list that may go in: persons, what hangs on them, and a candidacy for each.

The candidacies begin as introduced, on the day of the import and marked as taken from paper records; every later stage
is an act of its own. Running an import again adds nobody: whoever has an identity number that is known is passed over.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from audit import actions as audit
from candidates.imports.judgement import OK, Judgement
from candidates.imports.reading import WARNING, Facts
from candidates.models import Candidate, StageChange
from candidates.stages import Stage
from candidates.statute import edition_on
from exchange.folding import fold
from organizations.models import Ethnicity, LabourClass, Line, Organization, Qualification, Religion
from people.fields import IDENTITY, PHONE, blind_index
from people.models import Employment, Membership, Person
from people.names import search_text, sort_key
from training.models import Certificate, Kind

TRANSITION = "nominate"
# How the words of a job begin, folded, and the labour class that is (RPT-5); any other is direct production.
LABOUR_CLASSES = {
    LabourClass.LEADER: (
        "giam doc",
        "pho giam doc",
        "tong giam doc",
        "pho tong giam doc",
        "truong phong",
        "pho phong",
        "pho truong phong",
        "quan doc",
        "pho quan doc",
        "ke toan truong",
        "chu tich",
    ),
    LabourClass.INDIRECT: (
        "nhan vien",
        "can bo",
        "ke toan",
        "chuyen vien",
        "van thu",
        "bao ve",
        "thu kho",
        "thu quy",
        "lai xe",
        "y te",
        "ky su",
        "giao vien",
        "tap vu",
    ),
}


@dataclass
class Written:
    """What an import did, by row number: `created`, `existing` (known already), `unconfirmed` warnings, `errors`."""

    created: list[int] = field(default_factory=list)
    existing: list[int] = field(default_factory=list)
    unconfirmed: list[int] = field(default_factory=list)
    errors: list[int] = field(default_factory=list)


def labour_class_of(job_title: str) -> str:
    """The labour class that the words of a job speak of."""
    words = fold(job_title)
    for labour_class, beginnings in LABOUR_CLASSES.items():
        if words.startswith(beginnings):
            return labour_class
    return LabourClass.DIRECT


@transaction.atomic
def write_judgements(
    judgements: Iterable[Judgement],
    *,
    actor: Any,
    on: datetime.date,
    source: str,
    accept_warnings: bool = False,
) -> Written:
    """Write the rows that are ok and, once someone accepts them, the warnings; all of them or, on failure, none.

    `source` is the file's name, kept with every candidacy; `actor` is None for the system itself. The caller arms the
    scope (organizations.scope).
    """
    written = Written()
    known = _known_numbers(judgements := list(judgements))
    chosen: list[Judgement] = []
    for judgement in judgements:
        number = judgement.facts.number
        if judgement.status not in (OK, WARNING):
            written.errors.append(number)
        elif _hash(judgement.facts) in known:
            written.existing.append(number)
        elif judgement.status == WARNING and not accept_warnings:
            written.unconfirmed.append(number)
        else:
            chosen.append(judgement)
            written.created.append(number)
    if chosen:
        _write(chosen, actor=actor, on=on, source=source)
    audit.record(
        "candidates.import",
        None,
        actor=actor,
        source=source,
        created=len(written.created),
        existing=len(written.existing),
        unconfirmed=len(written.unconfirmed),
        errors=len(written.errors),
    )
    return written


def _known_numbers(judgements: Sequence[Judgement]) -> set[str]:
    # In parts: an unknown hash costs one index look-up, and a list may hold fifty thousand.
    hashes = [_hash(judgement.facts) for judgement in judgements if judgement.status in (OK, WARNING)]
    return set(Person.objects.filter(identity_hash__in=hashes).values_list("identity_hash", flat=True))


def _hash(facts: Facts) -> str:
    return blind_index(facts.identity_number, purpose=IDENTITY)


def _write(judgements: Sequence[Judgement], *, actor: Any, on: datetime.date, source: str) -> None:
    units = {
        unit.code: unit
        for unit in Organization.objects.party()
        .filter(code__in={judgement.organization for judgement in judgements})
        .select_related("enterprise")
    }
    unions = _only_unions(units.values())
    persons = Person.objects.bulk_create(_persons(judgements, units), batch_size=500)
    employments, memberships, certificates, candidates = [], [], [], []
    for person, judgement in zip(persons, judgements, strict=True):
        facts, unit = judgement.facts, units[judgement.organization]
        labour_class = labour_class_of(facts.job_title)
        joined = facts.union_on
        if unit.enterprise is not None:
            employments.append(
                Employment(
                    person=person,
                    enterprise=unit.enterprise,
                    labour_class=labour_class,
                    job_title=facts.job_title,
                    # The list does not say since when; a member of the enterprise's union works there at least as long.
                    from_on=min(joined.date, on) if joined else on,
                )
            )
        if joined:
            memberships.append(
                Membership(
                    person=person,
                    kind=Membership.Kind.UNION,
                    organization=unions.get(unit.pk),
                    from_on=joined.date,
                    from_precision=joined.precision,
                )
            )
        if facts.certificate_on:
            certificates.append(
                Certificate(
                    person=person,
                    kind=Kind.AWARENESS,
                    number=_("không ghi"),
                    issued_on=facts.certificate_on.date,
                    issuer=_("theo danh sách của cấp ủy"),
                )
            )
        candidates.append(
            Candidate(
                person=person,
                unit=unit,
                stage=Stage.INTRODUCED,
                stage_since=on,
                opened_on=on,
                labour_class=labour_class,
            )
        )
    Employment.objects.bulk_create(employments, batch_size=1000)
    Membership.objects.bulk_create(memberships, batch_size=1000)
    Certificate.objects.bulk_create(certificates, batch_size=1000)
    candidates = Candidate.objects.bulk_create(candidates, batch_size=1000)
    StageChange.objects.bulk_create(
        [
            _stage_change(candidate, judgement, actor=actor, on=on, source=source)
            for candidate, judgement in zip(candidates, judgements, strict=True)
        ],
        batch_size=1000,
    )
    for candidate in candidates:
        audit.record("candidate.import", candidate, actor=actor, scope_path=candidate.unit.path, source=source)


def _persons(judgements: Sequence[Judgement], units: dict[str, Organization]) -> list[Person]:
    ethnicities = {row.code: row for row in Ethnicity.objects.all()}
    religions = {row.code: row for row in Religion.objects.all()}
    qualifications = {row.code: row for row in Qualification.objects.all()}
    persons = []
    for judgement in judgements:
        facts, unit = judgement.facts, units[judgement.organization]
        assert facts.sex is not None and facts.born is not None  # noqa: S101 a row without them is in error
        persons.append(
            Person(
                full_name=facts.name,
                sort_key=sort_key(facts.name),
                search_text=search_text(facts.name),
                sex=facts.sex,
                born_on=facts.born.date,
                born_precision=facts.born.precision,
                identity_number=facts.identity_number,
                identity_hash=_hash(facts),
                identity_note=_reason(judgement, "identity_mismatch")[:200],
                phone=facts.phone,
                phone_hash=blind_index(facts.phone, purpose=PHONE) if facts.phone else "",
                ethnicity=ethnicities.get(facts.ethnicity),
                religion=religions.get(facts.religion),
                schooling_grade=facts.schooling.grade if facts.schooling else None,
                schooling_system=facts.schooling.system if facts.schooling else Person.SchoolingSystem.TWELVE,
                qualification=qualifications.get(facts.qualification),
                qualification_note=facts.qualification_note,
                hometown=facts.hometown,
                residence=facts.residence,
                unit=unit,
                party_path=unit.path,
            )
        )
    return persons


def _stage_change(
    candidate: Candidate, judgement: Judgement, *, actor: Any, on: datetime.date, source: str
) -> StageChange:
    facts = judgement.facts
    remarks = [_("Đảng viên giúp đỡ theo danh sách: %(name)s.") % {"name": facts.mentor}] if facts.mentor else []
    remarks += [facts.note] if facts.note else []
    return StageChange(
        candidate=candidate,
        transition=TRANSITION,
        to_stage=Stage.INTRODUCED,
        on=on,
        organization=candidate.unit,
        organization_name=candidate.unit.name,
        labour_class=candidate.labour_class,
        edition=edition_on(on).key,
        findings=[
            {"code": slip.code, "severity": slip.severity, "message": slip.message} for slip in judgement.reasons
        ],
        override_reason=_("Xác nhận khi nhập danh sách.") if judgement.reasons else "",
        facts={"source": source, "row": facts.number},
        note=" ".join(remarks)[:300],
        from_paper_record=True,
        actor=actor,
        actor_name=str(actor) if actor else _("Hệ thống"),
    )


def _reason(judgement: Judgement, code: str) -> str:
    return " ".join(slip.message for slip in judgement.slips if slip.code == code)


def _only_unions(units: Iterable[Organization]) -> dict[int, Organization]:
    """The union that stands beside each Party unit, where there is exactly one."""
    beside: dict[int, list[Organization]] = {}
    for union in Organization.objects.filter(line=Line.UNION, party_unit__in=list(units), closed_on=None):
        if union.party_unit_id is not None:
            beside.setdefault(union.party_unit_id, []).append(union)
    return {unit: found[0] for unit, found in beside.items() if len(found) == 1}
