"""Persons: whoever keeps the record at the unit."""

from people.models import Employment
from tests.access import row
from tests.cast import DAY, make_person

KEEPERS = "secretary base_officer officer"


def somebody(cast):
    return {"pk": make_person(unit=cast.cell, mass_unit=cast.union).pk}


def a_job(cast):
    person = make_person(unit=cast.cell)
    job = Employment.objects.create(
        person=person, enterprise=cast.enterprise, labour_class="direct", from_on=DAY(2020, 1, 1)
    )
    return {"pk": person.pk, "kind": "employment", "row": job.pk}


def cell(cast):
    return {"pk": cast.cell.pk}


def member(cast):
    return {"pk": cast.mentor.party_memberships.get().pk}


ROWS = {
    "people:members": row(opens=f"{KEEPERS} leader", hidden="stranger", kwargs=cell),
    "people:add_member": row(opens=KEEPERS, hidden="stranger", kwargs=cell),
    "people:change_member": row(opens=KEEPERS, hidden="stranger", kwargs=member),
    "people:end_member": row(opens=KEEPERS, hidden="stranger", kwargs=member),
    "people:edit": row(opens=KEEPERS, hidden="stranger", kwargs=somebody),
    "people:employ": row(opens=KEEPERS, hidden="stranger", kwargs=somebody),
    "people:join": row(opens=KEEPERS, hidden="stranger", kwargs=somebody),
    "people:end": row(opens=KEEPERS, hidden="stranger", kwargs=a_job),
}
