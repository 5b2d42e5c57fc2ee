"""The dossier read from rows: whole, and in as many queries for three candidacies as for one."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.dossier import Document, Employer, rows
from candidates.models import Candidate, Paper
from candidates.pipeline import deadlines
from people.models import Employment
from tests.candidates.history import ExampleA
from tests.cast import make_candidate, make_organization

DAY = datetime.date
ON = DAY(2024, 9, 20)


def dossier_of(candidate, on=ON):
    return rows.of(Candidate.objects.with_dossier().get(pk=candidate.pk), on=on)


def test_what_the_acts_left_behind_is_read_back(cast):
    dossier = dossier_of(ExampleA(cast).until())
    assert (dossier.decided_on, dossier.ceremony_on, dossier.recognition.number, dossier.stage) == (
        DAY(2023, 7, 20),
        DAY(2023, 8, 11),
        "401-QĐ/ĐUK",
        "recognised",
    )
    assert (dossier.votes["propose"].base, dossier.votes["decide"].committee_size) == (12, 11)
    assert dossier.employer == Employer(cast.enterprise.name, youth_union=False, union=True)


def test_members_record_meets_its_deadline(cast):
    candidate = ExampleA(cast).until("propose_recognition")
    Paper.objects.create(candidate=candidate, form_code="member_record", dated_on=DAY(2023, 9, 5))
    done = {due.code: (due.due_on, due.done_on) for due in deadlines(dossier_of(candidate), ON)}
    assert done["profile"] == (DAY(2023, 9, 26), DAY(2023, 9, 5))


def test_the_youth_union_that_introduces_is_there(cast):
    youth = make_organization("DOAN", kind="youth_base", line="youth_union", party_unit=cast.committee)
    candidate = make_candidate(unit=cast.cell, introduced_by=youth)
    assert dossier_of(candidate).employer == Employer(youth_union=True)
    Employment.objects.create(
        person=candidate.person, enterprise=cast.enterprise, labour_class="direct", from_on=DAY(2021, 3, 1)
    )
    assert dossier_of(candidate).employer == Employer(cast.enterprise.name, youth_union=True, union=True)


def test_how_a_readmitted_person_left_is_read(cast):
    left = {"left_on": "2015-04-01", "ground": "resigned", "agreement": {"number": "5-CV/TU"}}
    candidate = make_candidate(unit=cast.cell, is_readmission=True, exceptions={"readmission": left})
    readmission = dossier_of(candidate).readmission
    assert (readmission.left_on, readmission.ground, readmission.agreement) == (
        DAY(2015, 4, 1),
        "resigned",
        Document("5-CV/TU"),
    )


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(cast, count):
    example = ExampleA(cast)
    example.until("recognise")
    for number in range(count - 1):
        make_candidate(f"Người Thứ {number}", unit=cast.cell)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        read = [rows.of(candidate, on=ON) for candidate in Candidate.objects.with_dossier()]
    assert (len(read), len(captured)) == (count, 15)
