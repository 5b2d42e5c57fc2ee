"""Writing the rows of a list that may go in: persons, what hangs on them, and a candidacy for each.

The candidacies begin as introduced, on the day of the import and marked as taken from paper records; every later stage
is an act of its own. Running an import again adds nobody: whoever has an identity number that is known is passed over.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from audit import actions as audit
from candidates.imports.judgement import OK, Judgement
from candidates.imports.reading import WARNING
from candidates.imports.rows import (
    candidate_of,
    certificate_of,
    employment_of,
    identity_hash,
    membership_of,
    persons_of,
    stage_change_of,
)
from candidates.models import Candidate, StageChange
from organizations.models import Line, Organization
from people.models import Employment, Membership, Person
from training.models import Certificate


@dataclass
class Written:
    """What an import did, by row number: `created`, `existing` (known already), `unconfirmed` warnings, `errors`."""

    created: list[int] = field(default_factory=list)
    existing: list[int] = field(default_factory=list)
    unconfirmed: list[int] = field(default_factory=list)
    errors: list[int] = field(default_factory=list)


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
        elif identity_hash(judgement.facts) in known:
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
    hashes = [identity_hash(judgement.facts) for judgement in judgements if judgement.status in (OK, WARNING)]
    return set(Person.objects.filter(identity_hash__in=hashes).values_list("identity_hash", flat=True))


def _write(judgements: Sequence[Judgement], *, actor: Any, on: datetime.date, source: str) -> None:
    units = {
        unit.code: unit
        for unit in Organization.objects.party()
        .filter(code__in={judgement.organization for judgement in judgements})
        .select_related("enterprise")
    }
    unions = _only_unions(units.values())
    persons = Person.objects.bulk_create(persons_of(judgements, units), batch_size=500)
    rows = [
        (person, judgement.facts, units[judgement.organization])
        for person, judgement in zip(persons, judgements, strict=True)
    ]
    Employment.objects.bulk_create(
        [employment_of(*row, on=on) for row in rows if row[2].enterprise_id], batch_size=1000
    )
    Membership.objects.bulk_create(
        [membership_of(person, facts, unions.get(unit.pk)) for person, facts, unit in rows if facts.union_on],
        batch_size=1000,
    )
    Certificate.objects.bulk_create(
        [certificate_of(person, facts) for person, facts, _unit in rows if facts.certificate_on], batch_size=1000
    )
    candidates = Candidate.objects.bulk_create([candidate_of(*row, on=on) for row in rows], batch_size=1000)
    StageChange.objects.bulk_create(
        [
            stage_change_of(candidate, judgement, actor=actor, on=on, source=source)
            for candidate, judgement in zip(candidates, judgements, strict=True)
        ],
        batch_size=1000,
    )
    for candidate in candidates:
        audit.record("candidate.import", candidate, actor=actor, scope_path=candidate.unit.path, source=source)


def _only_unions(units: Iterable[Organization]) -> dict[int, Organization]:
    """The union that stands beside each Party unit, where there is exactly one."""
    beside: dict[int, list[Organization]] = {}
    for union in Organization.objects.filter(line=Line.UNION, party_unit__in=list(units), closed_on=None):
        if union.party_unit_id is not None:
            beside.setdefault(union.party_unit_id, []).append(union)
    return {unit: found[0] for unit, found in beside.items() if len(found) == 1}
