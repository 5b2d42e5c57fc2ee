"""Judged rows as rows of the database, not yet written."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from candidates.imports.judgement import Judgement
from candidates.imports.reading import Facts, Slip
from candidates.models import Candidate, StageChange
from candidates.stages import Stage
from candidates.statute import edition_on
from exchange.folding import fold
from organizations.models import Ethnicity, LabourClass, Organization, Qualification, Religion
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


def labour_class_of(job_title: str) -> str:
    """The labour class that the words of a job speak of."""
    words = fold(job_title)
    for labour_class, beginnings in LABOUR_CLASSES.items():
        if words.startswith(beginnings):
            return labour_class
    return LabourClass.DIRECT


def identity_hash(facts: Facts) -> str:
    return blind_index(facts.identity_number, purpose=IDENTITY)


def persons_of(judgements: Sequence[Judgement], units: dict[str, Organization]) -> list[Person]:
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
                identity_hash=identity_hash(facts),
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


def employment_of(person: Person, facts: Facts, unit: Organization, *, on: datetime.date) -> Employment:
    """Work at the unit's enterprise.

    The list does not say since when: a member of the enterprise's union has worked there at least as long.
    """
    return Employment(
        person=person,
        enterprise=unit.enterprise,
        labour_class=labour_class_of(facts.job_title),
        job_title=facts.job_title,
        from_on=min(facts.union_on.date, on) if facts.union_on else on,
    )


def membership_of(person: Person, facts: Facts, union: Organization | None) -> Membership:
    assert facts.union_on is not None  # noqa: S101 asked for only where there is one
    return Membership(
        person=person,
        kind=Membership.Kind.UNION,
        organization=union,
        from_on=facts.union_on.date,
        from_precision=facts.union_on.precision,
    )


def certificate_of(person: Person, facts: Facts) -> Certificate:
    """The certificate of the awareness class; the list gives neither its number nor who issued it."""
    assert facts.certificate_on is not None  # noqa: S101 asked for only where there is one
    return Certificate(
        person=person,
        kind=Kind.AWARENESS,
        number=_("không ghi"),
        issued_on=facts.certificate_on.date,
        issuer=_("theo danh sách của cấp ủy"),
    )


def candidate_of(person: Person, facts: Facts, unit: Organization, *, on: datetime.date) -> Candidate:
    return Candidate(
        person=person,
        unit=unit,
        stage=Stage.INTRODUCED,
        stage_since=on,
        opened_on=on,
        labour_class=labour_class_of(facts.job_title),
    )


def stage_change_of(
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
        findings=[_finding_row(slip, on) for slip in judgement.reasons],
        override_reason=_("Xác nhận khi nhập danh sách.") if judgement.reasons else "",
        facts={"source": source, "row": facts.number},
        note=" ".join(remarks)[:300],
        from_paper_record=True,
        actor=actor,
        actor_name=str(actor) if actor else _("Hệ thống"),
    )


def _finding_row(slip: Slip, on: datetime.date) -> dict[str, Any]:
    """A confirmed warning in the words that acts keep their findings in."""
    edition = edition_on(on)
    rule, clears, provision = {
        "identity_mismatch": ("ID-3", "person.identity_note", None),
        "no_birth_date": ("", "person.born_on", None),
        "below_lower_secondary": ("ELG-3", "person.schooling_grade", edition.education),
        "under_18": ("ELG-1", "person.born_on", edition.minimum_age),
    }[slip.code]
    return {
        "rule": rule,
        "severity": "warn",
        "message": slip.message,
        "citation": provision.citation if provision else "",
        "clears": clears,
        "unverified": bool(provision and not provision.verified),
    }


def _reason(judgement: Judgement, code: str) -> str:
    return " ".join(slip.message for slip in judgement.slips if slip.code == code)
