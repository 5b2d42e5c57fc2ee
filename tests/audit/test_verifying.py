"""manage.py verify_audit finds every manner of breaking the record, as one who owns the tables could break it."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from audit.actions import record
from audit.chain import Proof, prove
from audit.models import Entry, Link
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def entries():
    """Five entries, each in a transaction of its own."""
    return [record("test.done", None, actor=None, number=number) for number in range(5)]


def tamper(table, statement, *parameters):
    """What a superuser would do: lift the guard, write, put the guard back."""
    with as_owner(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, parameters)
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def verify(**options):
    out = io.StringIO()
    call_command("verify_audit", stdout=out, **options)
    return out.getvalue().splitlines()


def complaint(**options):
    with pytest.raises(CommandError) as error:
        verify(**options)
    assert error.value.returncode == 1
    return str(error.value).removeprefix("NHẬT KÝ KHÔNG NGUYÊN VẸN. ")


def fingerprint(position):
    return bytes(Link.objects.get(position=position).fingerprint).hex()


def test_whole_record_is_proved_with_its_anchor(entries):
    assert verify() == ["Nhật ký nguyên vẹn: 5 dòng.", f"Mốc: 5:{fingerprint(5)}"]


def test_empty_record_is_whole():
    assert prove() == Proof(0, "")


def test_entries_of_one_transaction_are_chained_each():
    with transaction.atomic():
        for number in range(3):
            record("test.done", None, actor=None, number=number)
    assert prove() == Proof(3, fingerprint(3))


@pytest.mark.parametrize(
    "change", ["actor_name = 'Khác'", "details = '{}'", "at = at - interval '1 second'", "scope_path = '/x/'"]
)
def test_changed_entry_is_found(entries, change):
    tamper("audit_entry", f"UPDATE audit_entry SET {change} WHERE id = %s", entries[2].pk)  # noqa: S608
    assert complaint() == "Dòng của mắt xích số 3 đã bị sửa."


def test_removed_entry_is_found(entries):
    tamper("audit_entry", "DELETE FROM audit_entry WHERE id = %s", entries[1].pk)
    assert complaint() == "Dòng của mắt xích số 2 đã bị xóa."


@pytest.mark.parametrize("position", [1, 3])
def test_removed_link_is_a_gap(entries, position):
    tamper("audit_link", "DELETE FROM audit_link WHERE position = %s", position)
    assert complaint() == f"Mất mắt xích số {position}."


def test_removal_closed_by_renumbering_is_found(entries):
    tamper("audit_entry", "DELETE FROM audit_entry WHERE id = %s", entries[1].pk)
    tamper("audit_link", "DELETE FROM audit_link WHERE position = 2")
    for position in (3, 4, 5):
        tamper("audit_link", "UPDATE audit_link SET position = position - 1 WHERE position = %s", position)
    assert complaint() == "Dòng của mắt xích số 2 đã bị sửa."


def test_entry_slipped_in_without_a_link_is_found(entries):
    with as_owner(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        slipped = record("test.slipped", None, actor=None)
        cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")
    assert complaint() == f"Dòng số {slipped.pk} không có mắt xích."


def test_end_cut_off_is_found_by_the_anchor_that_was_kept(entries):
    anchor = f"5:{fingerprint(5)}"
    assert verify(anchor=anchor)[0] == "Nhật ký nguyên vẹn: 5 dòng."
    tamper("audit_link", "DELETE FROM audit_link WHERE position = 5")
    tamper("audit_entry", "DELETE FROM audit_entry WHERE id = %s", entries[4].pk)
    assert verify()[0] == "Nhật ký nguyên vẹn: 4 dòng."
    assert complaint(anchor=anchor) == "Nhật ký không còn chứa mốc số 5."


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET verb = 'x'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "UPDATE audit_link SET position = 9",
        "DELETE FROM audit_link",
        "TRUNCATE audit_link",
        "INSERT INTO audit_link (position, entry_id, fingerprint) VALUES (99, 99, '')",
        "ALTER TABLE audit_entry DISABLE TRIGGER USER",
    ],
)
def test_application_has_no_way_to_alter_the_record(entries, statement):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), connection.cursor() as cursor:
        cursor.execute(statement)
    assert (Entry.objects.count(), Link.objects.count()) == (5, 5)


def test_rolled_back_act_leaves_neither_entry_nor_link(entries):
    with transaction.atomic():
        record("test.undone", None, actor=None)
        transaction.set_rollback(True)
    assert prove() == Proof(5, fingerprint(5))
