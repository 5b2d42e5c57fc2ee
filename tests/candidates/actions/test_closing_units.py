"""A unit ends only when nobody is left in it."""

import pytest
from django.urls import reverse

from candidates.actions.closing_units import close_unit
from organizations.actions import Refused
from organizations.permissions import interval_of
from organizations.scope import armed
from tests.cast import DAY, make_candidate, make_organization

ON = DAY(2025, 6, 1)


def findings(unit, **how):
    with pytest.raises(Refused) as refusal:
        close_unit(unit, on=ON, **how)
    unit.refresh_from_db()
    assert unit.closed_on is None
    return refusal.value.findings


LEFT = [
    "Còn 1 hồ sơ đang theo dõi; chuyển hoặc kết thúc các hồ sơ này trước.",
    "Còn 3 đảng viên đang sinh hoạt; ghi họ rời chi bộ trước.",
]


def test_cell_with_dossiers_and_members_stays_open(cast):
    make_candidate(unit=cast.cell)
    assert findings(cast.cell, actor=cast.officer) == LEFT
    assert findings(cast.cell, actor=cast.officer, successor=cast.other_cell) == LEFT


def test_who_sees_no_person_cannot_close_over_them(cast):
    make_candidate(unit=cast.cell)
    with armed(interval_of(cast.admin.acting)):
        assert findings(cast.cell, actor=cast.admin) == LEFT


def test_every_reason_is_told_at_once(cast):
    make_candidate(unit=cast.committee)
    assert findings(cast.committee, actor=cast.officer) == [
        LEFT[0],
        "Còn tổ chức trực thuộc đang hoạt động: Chi bộ Xưởng 1.",
        "Còn tổ chức trực thuộc đang hoạt động: Chi bộ Xưởng 2.",
    ]


def test_committee_is_merged_with_the_people_of_its_cells(cast, sign_in):
    heir = make_organization("GIAY", parent=cast.root, kind="base_committee", name="Đảng bộ Công ty Giày")
    candidate = make_candidate(unit=cast.cell)
    answer = sign_in(cast.officer).post(
        reverse("candidates:close_unit", args=[cast.committee.pk]),
        {"successor": heir.pk, "on": "01/06/2025", "decision": "QĐ 7"},
    )
    assert answer.url == reverse("organizations:detail", args=[cast.committee.pk])
    for row in (cast.committee, candidate):
        row.refresh_from_db()
    assert (cast.committee.closed_on, cast.committee.successor, candidate.party_path) == (ON, heir, "/duk/giay/may.1/")


def test_empty_cell_is_closed(cast):
    assert close_unit(cast.other_cell, actor=cast.officer, on=ON).closed_on == ON
