"""The database role that web, worker and commands run as: it owns no table, so row-level security binds it.

Granted after each `migrate`, by the owner of the tables. An app whose tables must not be changed names them here from
its AppConfig.ready().
"""

import time
from collections.abc import Iterable
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections, transaction
from django.db.backends.postgresql.base import DatabaseWrapper
from psycopg2 import errors, sql

APP_ROLE = settings.DATABASE_ROLE
# Tables that grow and are never altered (the audit trail): SELECT and INSERT only.
READ_AND_ADD_ONLY: set[str] = set()
# Tables the application reads but never writes: SELECT only.
NO_WRITE: set[str] = {"django_migrations"}

WRITE = "SELECT, INSERT, UPDATE, DELETE"
# Two databases of one server may be migrated at once; PostgreSQL then refuses one of two changes to the shared role.
CONCURRENT = (errors.DuplicateObject, errors.UniqueViolation, errors.InternalError_)


def grant(connection: DatabaseWrapper, *, logins: Iterable[str] = ()) -> None:
    """Let the application's role, and `logins` through it, do what it may. May be repeated.

    Raises ImproperlyConfigured with the statement to run where this login may not create or grant the role.
    """
    for attempt in range(5):
        try:
            with transaction.atomic(using=connection.alias):
                ensure_role(connection, {connection.settings_dict["USER"], *logins} - {""})
                grant_tables(connection)
        except DatabaseError as error:
            if attempt == 4 or not isinstance(error.__cause__, CONCURRENT):
                raise
            time.sleep(0.2 * (attempt + 1))
        else:
            return


def ensure_role(connection: DatabaseWrapper, logins: set[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APP_ROLE])
        if not cursor.fetchone():
            administer(cursor, sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(APP_ROLE)))
        # From PostgreSQL 16 on, whoever creates a role is its member without being able to become it.
        right = "SET" if connection.pg_version >= 160000 else "MEMBER"
        for login in sorted(logins):
            cursor.execute("SELECT pg_has_role(%s, %s, %s)", [login, APP_ROLE, right])
            if not cursor.fetchone()[0]:
                administer(cursor, sql.SQL("GRANT {} TO {}").format(sql.Identifier(APP_ROLE), sql.Identifier(login)))


def administer(cursor: Any, statement: sql.Composed) -> None:
    try:
        cursor.execute(statement)
    except DatabaseError as error:
        if not isinstance(error.__cause__, errors.InsufficientPrivilege):
            raise
        raise ImproperlyConfigured(
            "The owner's login may not manage roles. Run this once as a superuser: "
            f"{statement.as_string(cursor.connection)};"
        ) from error


def grant_tables(connection: DatabaseWrapper) -> None:
    """Rights on every table and sequence of the current schema that this login owns, and on those to come."""
    role = sql.Identifier(APP_ROLE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = sql.Identifier(cursor.fetchone()[0])
        cursor.execute(
            "SELECT relname, relkind FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
            " AND relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_has_role(current_user, relowner, 'USAGE')"
            " ORDER BY relname"
        )
        owned = cursor.fetchall()
        sequences = [name for name, kind in owned if kind == "S"]
        kinds: dict[str, list[str]] = {WRITE: [], "SELECT, INSERT": [], "SELECT": []}
        for name, kind in owned:
            if kind != "S":
                kinds[rights_on(name, kind)].append(name)
        cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, role))
        for rights, names in kinds.items():
            if names:
                tables = sql.SQL(", ").join(map(sql.Identifier, names))
                cursor.execute(sql.SQL("REVOKE ALL ON {} FROM {}").format(tables, role))
                cursor.execute(sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(rights), tables, role))
        if sequences:
            cursor.execute(
                sql.SQL("GRANT USAGE, SELECT ON SEQUENCE {} TO {}").format(
                    sql.SQL(", ").join(map(sql.Identifier, sequences)), role
                )
            )
        for rights, kind in ((WRITE, "TABLES"), ("USAGE, SELECT", "SEQUENCES")):
            cursor.execute(
                sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA {} GRANT {} ON {} TO {}").format(
                    schema, sql.SQL(rights), sql.SQL(kind), role
                )
            )


def rights_on(table: str, kind: str) -> str:
    if table in NO_WRITE or kind in "vm":
        return "SELECT"
    if table in READ_AND_ADD_ONLY:
        return "SELECT, INSERT"
    return WRITE


def grant_after_migrate(*, using: str, **kwargs: Any) -> None:
    """Receiver of post_migrate. Does nothing in a session that is not the tables' owner (tests that flush)."""
    connection = cast(DatabaseWrapper, connections[using])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class"
            " WHERE oid = to_regclass('django_migrations')"
        )
        found = cursor.fetchone()
    if found and found[0]:
        grant(connection, logins=[settings.DATABASE_LOGIN])
