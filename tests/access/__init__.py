"""Who may open which address: one row a URL name, in a module for each app (`ROWS`), read by tests/test_access.py.

    ROWS = {
        "organizations:tree": row(opens=OFFICES),
        "organizations:unit": row(opens="secretary", hidden="stranger", kwargs=lambda cast: {"pk": cast.cell.pk}),
        "organizations:close": row(opens="officer", method="post", status=302, data=lambda cast: {"on": "01/06/2025"}),
    }

Members of the cast are named as in tests/cast.py. Whoever is not named gets 403, the visitor is sent to sign in.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field

CELLS = "secretary stranger"
COMMITTEES = "base_officer officer"
UNIONS = "unionist rival_unionist"
# Everybody who holds an office, and everybody who has an account.
OFFICES = f"{CELLS} {COMMITTEES} {UNIONS} leader trainer inspector admin"
ACCOUNTS = f"{OFFICES} nobody"


def nothing(cast):
    return {}


@dataclass(frozen=True)
class Row:
    opens: frozenset[str]
    hidden: frozenset[str]
    kwargs: Callable = field(default=nothing)
    query: str = ""
    method: str = "get"
    data: Callable = field(default=nothing)
    status: int = 200
    public: bool = False

    def expected(self, who):
        if self.public or who in self.opens:
            return self.status
        if who == "visitor":
            return 302
        return 404 if who in self.hidden else 403


def row(opens="", *, hidden="", **rest):
    """`opens`: who gets `status` (200); `hidden`: who has the ability but must not learn that the row exists (404)."""
    return Row(frozenset(opens.split()), frozenset(hidden.split()), **rest)


def rows():
    """The rows of every module here; a name in two modules is a mistake."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        for name, line in importlib.import_module(f"{__name__}.{module.name}").ROWS.items():
            assert name not in found, f"{name} has two rows"
            found[name] = line
    return found
