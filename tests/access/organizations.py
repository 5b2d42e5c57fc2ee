from organizations.models import HolidayOverride
from tests.access import OFFICES, row
from tests.cast import DAY

# Bloc officer and administrator shape the tree; both hold their office at the top of it.
MANAGERS = "officer admin"


def cell(cast):
    return {"pk": cast.cell.pk}


def committee(cast):
    return {"pk": cast.committee.pk}


def enterprise(cast):
    return {"pk": cast.enterprise.pk}


def holiday(cast):
    override, _created = HolidayOverride.objects.get_or_create(
        on=DAY(2025, 5, 2), defaults={"is_working": False, "reason": "Hoán đổi", "source": "TB 6150"}
    )
    return {"pk": override.pk}


ROWS = {
    "organizations:list": row(opens=OFFICES),
    "organizations:detail": row(
        opens="secretary base_officer officer leader trainer inspector admin",
        hidden="stranger unionist rival_unionist",
        kwargs=cell,
    ),
    "organizations:create": row(opens=MANAGERS, kwargs=committee),
    "organizations:rename": row(opens=MANAGERS, kwargs=cell),
    "organizations:move": row(opens=MANAGERS, kwargs=cell),
    "organizations:reclassify": row(opens=MANAGERS, kwargs=cell),
    "organizations:delegate": row(opens=MANAGERS, kwargs=committee),
    "organizations:change_facts": row(opens=MANAGERS, kwargs=cell),
    "organizations:set_enterprise": row(opens=MANAGERS, kwargs=cell),
    "organizations:record_strength": row(opens=MANAGERS, kwargs=cell),
    "organizations:enterprises": row(opens=OFFICES),
    "organizations:enterprise": row(opens=OFFICES, kwargs=enterprise),
    "organizations:create_enterprise": row(opens=MANAGERS),
    "organizations:change_enterprise": row(opens=MANAGERS, kwargs=enterprise),
    "organizations:holidays": row(opens=MANAGERS),
    "organizations:withdraw_holiday": row(opens=MANAGERS, kwargs=holiday, method="post", status=302),
    "audit:list": row(opens="inspector"),
}
