"""The role that web and worker run as."""

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from accounts import roles
from tests.database import as_owner


def one(statement: str, *parameters: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_tests_run_as_the_application_role() -> None:
    assert one("SELECT current_user") == settings.DATABASE_ROLE


@pytest.mark.django_db
def test_application_role_owns_nothing_and_cannot_sign_in() -> None:
    owned = one("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = %s", settings.DATABASE_ROLE)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = %s",
            [settings.DATABASE_ROLE],
        )
        rights = cursor.fetchone()
    assert (owned, rights) == (0, (False, False, False, False, False))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["CREATE TABLE stray (id int)", "TRUNCATE auth_group", "DROP TABLE auth_group CASCADE"]
)
def test_application_role_cannot_change_the_schema(statement: str) -> None:
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
        one(statement)


@pytest.mark.django_db
def test_migrations_are_read_only_to_the_application() -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        one("DELETE FROM django_migrations RETURNING 1")


@pytest.mark.django_db
def test_rights_follow_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("plain_table", "growing_table", "read_table")
    monkeypatch.setattr(roles, "READ_AND_ADD_ONLY", {"growing_table"})
    monkeypatch.setattr(roles, "NO_WRITE", {"read_table"})
    with as_owner():
        with connection.cursor() as cursor:
            for name in names:
                cursor.execute(f"CREATE TABLE {name} (id int)")
        roles.grant(connection)
        roles.grant(connection)
    held = {
        name: [
            right
            for right in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")
            if one("SELECT has_table_privilege(%s, %s, %s)", settings.DATABASE_ROLE, name, right)
        ]
        for name in names
    }
    assert held == {
        "plain_table": ["SELECT", "INSERT", "UPDATE", "DELETE"],
        "growing_table": ["SELECT", "INSERT"],
        "read_table": ["SELECT"],
    }


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_committed_rows_are_gone_in_the_next_test_and_code_tables_stay(turn: int) -> None:
    stray = one("SELECT count(*) FROM django_content_type WHERE app_label = 'stray'")
    kept = one("SELECT count(*) FROM django_content_type WHERE app_label = 'auth' AND model = 'group'")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_content_type (app_label, model) VALUES ('stray', 'row')")
    assert (stray, kept) == (0, 1)
