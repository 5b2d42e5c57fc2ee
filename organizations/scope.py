"""How far a user sees: one office at a time, one interval of the tree.

The interval is told to PostgreSQL for the length of a transaction (`armed`), where the
row-level policies of the person, candidate and paper tables repeat it. Nothing told means
nothing seen: a forgotten filter returns no row rather than every row.
"""

from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction


@dataclass(frozen=True)
class Interval:
    """A half-open range of paths. `line` says which of the two path columns it speaks of."""

    low: str
    high: str

    @property
    def sees_nothing(self):
        return self.low >= self.high


WHOLE = Interval("/", "0")
NOTHING = Interval("", "")


def acting_office(user):
    """The office in which this user acts now, or None. Set on the user by the middleware."""
    return getattr(user, "acting", None)


@contextmanager
def armed(interval):
    """Open a transaction in which the database shows the rows of this interval alone."""
    is_nested = connection.in_atomic_block
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT coalesce(current_setting('app.scope_from', true), ''),"
                " coalesce(current_setting('app.scope_to', true), ''),"
                " set_config('app.scope_from', %s, true), set_config('app.scope_to', %s, true)",
                [interval.low, interval.high],
            )
            before = cursor.fetchone()[:2]
        yield
        # Only a nested block has something to give back; a failed one is rolled back whole.
        if is_nested and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT set_config('app.scope_from', %s, true), set_config('app.scope_to', %s, true)",
                    before,
                )


def whole():
    """Arm for the system itself: jobs and commands that work on the whole tree."""
    return armed(WHOLE)
