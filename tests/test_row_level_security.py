"""Row-level security alone: every ORM filter taken away, and still nothing leaks.

The rows of one worked example stand in the database; another cell's secretary, another union and somebody without an
office look for them.
"""

import pytest
from django.db import DatabaseError, connection, transaction

from candidates.models import (
    Candidate,
    Introduction,
    MentorAssignment,
    Paper,
    StageChange,
    Verification,
    Vote,
)
from organizations.permissions import interval_of
from organizations.scope import NOTHING, armed
from people.models import Consent, Employment, Membership, PartyMembership, Person
from people.querysets import ScopedQuerySet
from tests.candidates.history import ExampleA
from tests.cast import make_candidate, make_person
from training.models import Certificate

# What a dossier consists of. Mass organisations see the first group of their own people, and never the second (DP-8).
COARSE = (Person, Employment, Membership, Consent, Candidate, StageChange)
PARTY_ONLY = (Paper, Vote, Introduction, MentorAssignment, Verification, Certificate, PartyMembership)

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(cast):
    """A candidacy come to full membership, so that every table has rows of it."""
    candidate = ExampleA(cast).until()
    Consent.objects.create(
        person=candidate.person, purpose="nomination", text_version="1", given_on=candidate.opened_on, how="giấy"
    )
    assert not [model.__name__ for model in (*COARSE, *PARTY_ONLY) if not model.objects.exists()]
    return candidate


def seen(office):
    """How many rows of each table the database shows to an office, with no filter of ours at all."""
    with armed(interval_of(office)):
        return {model.__name__: model.objects.count() for model in (*COARSE, *PARTY_ONLY)}


def nothing():
    return {model.__name__: 0 for model in (*COARSE, *PARTY_ONLY)}


def test_the_application_is_not_the_owner_nor_above_the_policies():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("tao_nguon_app", False)


def test_another_cell_sees_nothing(cast, dossier):
    assert seen(cast.stranger.acting) == nothing()


def test_another_union_sees_nothing(cast, dossier):
    assert seen(cast.rival_unionist.acting) == nothing()


@pytest.mark.parametrize("name", ["admin", "inspector", "nobody"])
def test_those_who_work_with_no_dossier_see_nothing(cast, dossier, name):
    assert seen(getattr(getattr(cast, name), "acting", None)) == nothing()


def test_an_interval_never_told_shows_nothing(cast, dossier):
    with armed(NOTHING):
        assert {model.__name__: model.objects.count() for model in (*COARSE, *PARTY_ONLY)} == nothing()


def test_the_union_that_introduced_sees_its_person_and_no_paper_vote_or_verification(cast, dossier):
    shown = seen(cast.unionist.acting)
    assert {model.__name__: shown[model.__name__] for model in PARTY_ONLY} == {
        model.__name__: 0 for model in PARTY_ONLY
    }
    assert (shown["Person"], shown["Candidate"]) == (1, 1)


def test_the_cell_sees_its_own_dossier(cast, dossier):
    shown = seen(cast.secretary.acting)
    assert (shown["Candidate"], shown["Vote"], shown["Verification"]) == (1, 6, 1)


@pytest.mark.parametrize("model", [Candidate, Person, Paper, Vote])
def test_rows_out_of_scope_can_be_neither_changed_nor_removed(cast, dossier, model):
    with armed(interval_of(cast.stranger.acting)):
        assert model.objects.all()._raw_delete(model.objects.db) == 0
    assert model.objects.exists()


def test_a_row_cannot_be_put_into_another_scope(cast, dossier):
    with pytest.raises(DatabaseError), transaction.atomic(), armed(interval_of(cast.stranger.acting)):
        make_person("Người Bị Đưa Sang", unit=cast.cell)


def test_pages_with_every_filter_removed_still_show_nothing(cast, dossier, sign_in, monkeypatch):
    """The same pages as always, their one filter taken out of the code."""
    make_candidate("Quách Thị Riêng", unit=cast.foreign_cell)
    monkeypatch.setattr(ScopedQuerySet, "visible_to", lambda self, user: self.all())
    client = sign_in(cast.stranger)
    page = client.get("/ho-so/", {"state": "all"}).content.decode()
    assert "Quách Thị Riêng" in page
    assert dossier.person.full_name not in page
    statuses = {
        address: client.get(address).status_code
        for address in (f"/ho-so/{dossier.pk}/", f"/ho-so/{dossier.pk}/ghi/annul/", f"/nguoi/{dossier.person_id}/")
    }
    assert statuses == dict.fromkeys(statuses, 404)
