"""How PostgreSQL is to look for rows while tables fill up or empty within one transaction."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def by_index():
    """Look rows up by index inside this transaction.

    What one transaction writes is not in the statistics until it commits: a table that grew from nothing is still
    planned for as empty, and thousands of look-ups by key would each read it whole.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = on")
