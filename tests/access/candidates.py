"""Candidates: Party offices by their tree, mass organisations by what they put forward themselves."""

from tests.access import row
from tests.cast import make_candidate

KEEPERS = "secretary base_officer officer"
READERS = f"{KEEPERS} stranger leader unionist rival_unionist"


def candidate_of_the_cell(cast, **fields):
    return make_candidate(unit=cast.cell, introduced_by=cast.union, **fields)


def one(cast):
    return {"pk": candidate_of_the_cell(cast).pk}


def of_act(cast):
    return one(cast) | {"code": "list"}


ROWS = {
    "candidates:list": row(opens=READERS),
    "candidates:detail": row(opens=f"{KEEPERS} leader unionist", hidden="stranger rival_unionist", kwargs=one),
    "candidates:reveal": row(opens=KEEPERS, hidden="stranger", kwargs=one),
    "candidates:act": row(opens=KEEPERS, hidden="stranger", kwargs=of_act),
    "candidates:check": row(opens=KEEPERS, hidden="stranger", kwargs=of_act, method="post"),
    "candidates:note": row(opens=KEEPERS, hidden="stranger", kwargs=lambda cast: one(cast) | {"kind": "mentor"}),
    "candidates:nominate": row(opens=f"{KEEPERS} stranger unionist rival_unionist"),
    "candidates:nominate_newcomer": row(opens=f"{KEEPERS} stranger unionist rival_unionist"),
    "candidates:nominate_known": row(
        opens=f"{KEEPERS} unionist",
        hidden="stranger rival_unionist",
        kwargs=lambda cast: {"pk": candidate_of_the_cell(cast).person_id},
    ),
    "candidates:close_unit": row(opens="officer admin", kwargs=lambda cast: {"pk": cast.other_cell.pk}),
}
