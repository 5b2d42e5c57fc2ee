"""The day on which the pages are read, and the histories they tell."""

import pytest
import time_machine

from reports.models import Target
from tests.reports.histories import DAY, make_way, until


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2025-12-02T09:00:00+07:00", tick=False):
        yield DAY(2025, 12, 2)


@pytest.fixture
def history(cast):
    make_way("Trần Thị An", cast.cell, *until("admit"), introduced_by=cast.union)
    make_way("Lê Văn Bình", cast.other_cell, *until("admit", shift=9), labour_class="indirect")
    make_way("Phạm Lan Chi", cast.foreign_cell, *until("admit", shift=-365))
    Target.objects.create(organization=cast.root, year=2025, kind="admission", value=3)
    Target.objects.create(organization=cast.committee, year=2025, kind="admission", value=4)
    return cast
