"""The test database as the application meets it: sessions run as the role that owns no table.

The owner makes and migrates it; rows that the migrations put there (code tables) come back after each test that
commits.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.test import TransactionTestCase

SEED = "seed_of_tests"  # a schema with a copy of every table that is not empty after migrating


@contextmanager
def as_owner() -> Iterator[None]:
    """Inside, this session owns the tables: for tests that change the schema or look behind row-level security.

    The login owns them; SET ROLE NONE goes back to it, which a login of production, owning nothing, could not use.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(f"SET ROLE {settings.DATABASE_ROLE}")


def drop_to_application_role() -> None:
    """From here on every new session of this process, in any thread, begins as the application's role."""
    connection.close()
    options = connection.settings_dict["OPTIONS"]
    options["options"] = f"{options['options']} -c role={settings.DATABASE_ROLE}"


def return_to_owner() -> None:
    connection.close()
    options = connection.settings_dict["OPTIONS"]
    options["options"] = options["options"].removesuffix(f" -c role={settings.DATABASE_ROLE}")


def tables() -> list[str]:
    """Every table of the models, without the partitions below a partitioned one."""
    models = apps.get_models(include_auto_created=True)
    present = set(connection.introspection.table_names())
    return sorted({model._meta.db_table for model in models if model._meta.managed} & present)


def filled(names: list[str]) -> list[str]:
    quote = connection.ops.quote_name
    asked = (f"SELECT '{name}' WHERE EXISTS (SELECT FROM {quote(name)})" for name in names)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return [name for (name,) in cursor.fetchall()]


def columns(name: str) -> str:
    """The columns that can be written: all but generated ones."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute"
            " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
            [connection.ops.quote_name(name)],
        )
        return cursor.fetchone()[0]


def keep_seed() -> None:
    """Remember the rows the migrations made. Called by the owner, once."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SEED} CASCADE")
        cursor.execute(f"CREATE SCHEMA {SEED}")
        for name in filled(tables()):
            table = connection.ops.quote_name(name)
            cursor.execute(f"CREATE TABLE {SEED}.{table} AS TABLE {table}")


def return_to_seed() -> None:
    """Empty every table that a committing test has filled, and put the migrations' rows back; sequences go on.

    Triggers (append-only tables, kept counts) do not fire: this is no act of the application.
    """
    quote = connection.ops.quote_name
    with as_owner(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '30s'")
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY tablename", [SEED])
        seeded = [name for (name,) in cursor.fetchall()]
        emptied = sorted({*filled(tables()), *seeded})
        if not emptied:
            return
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger"
            " JOIN pg_class ON pg_class.oid = tgrelid AND relnamespace = current_schema()::regnamespace"
            " WHERE NOT tgisinternal AND tgparentid = 0 AND tgenabled <> 'D'"
        )
        guarded = [name for (name,) in cursor.fetchall()]
        for table in guarded:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {', '.join(map(quote, emptied))} CASCADE")
        for name in seeded:
            listed = columns(name)
            cursor.execute(f"INSERT INTO {quote(name)} ({listed}) SELECT {listed} FROM {SEED}.{quote(name)}")  # noqa: S608
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in guarded:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def teardown_of_committing_tests(case: TransactionTestCase) -> None:
    """Replaces Django's flush, which the application's role may not do and which would lose the code tables."""
    connection.close()
    return_to_seed()
