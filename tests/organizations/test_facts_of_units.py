"""Delegated power, facts, head counts, enterprises and days declared otherwise."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from organizations import actions
from organizations.models import Enterprise, HolidayOverride, OwnershipType, Strength
from tests.cast import DAY

ON = DAY(2025, 6, 1)


def refusal(act, *args, **kwargs):
    with pytest.raises(actions.Refused) as refused:
        act(*args, **kwargs)
    return refused.value.findings


def test_base_committee_is_delegated_by_a_document(cast):
    unit = actions.delegate(cast.committee, delegated=True, actor=cast.officer, on=ON, decision="QĐ 15-QĐ/ĐUK")
    assert unit.is_delegated is True
    entry = Entry.objects.get(verb="organization.delegate")
    assert (entry.details, entry.scope_path) == ({"on": "2025-06-01", "decision": "QĐ 15-QĐ/ĐUK"}, "/duk/may/")


def test_cell_cannot_be_delegated_and_a_document_is_needed(cast):
    assert refusal(actions.delegate, cast.cell, delegated=True, actor=cast.officer, on=ON, decision=" ") == [
        "Chỉ đảng ủy cơ sở mới được ủy quyền quyết định kết nạp đảng viên.",
        "Ghi số, ngày và cơ quan ban hành văn bản ủy quyền.",
    ]


def test_facts_are_corrected_and_the_old_ones_remembered(cast):
    unit = actions.change_facts(
        cast.committee, actor=cast.officer, on=ON, short_name="ĐB May", national_code="58.012.003.000.000"
    )
    assert (unit.short_name, unit.national_code) == ("ĐB May", "58.012.003.000.000")
    assert Entry.objects.get(verb="organization.change_facts").details == {
        "on": "2025-06-01",
        "before": {"short_name": "", "national_code": ""},
        "after": {"short_name": "ĐB May", "national_code": "58.012.003.000.000"},
    }


def test_nothing_changed_leaves_no_entry(cast):
    actions.change_facts(cast.committee, actor=cast.officer, on=ON, short_name="")
    assert Entry.objects.filter(verb="organization.change_facts").count() == 0


def test_national_code_has_fourteen_digits(cast):
    assert refusal(actions.change_facts, cast.cell, actor=cast.officer, on=ON, national_code="58.12") == [
        "Mã quốc gia gồm 14 chữ số dạng 58.012.003.000.001 (tỉnh, cấp trên, cơ sở, bộ phận, chi bộ)."
    ]


def test_strength_of_one_day_is_written_once(cast):
    actions.record_strength(cast.cell, actor=cast.officer, on=ON, members=20, worker_members=3)
    actions.record_strength(cast.cell, actor=cast.officer, on=ON, members=21, worker_members=4)
    assert list(Strength.objects.values_list("organization", "on", "members", "worker_members")) == [
        (cast.cell.pk, ON, 21, 4)
    ]


def test_part_larger_than_its_whole_is_refused(cast):
    assert refusal(
        actions.record_strength, cast.cell, actor=cast.officer, on=ON, members=2, worker_members=3, direct_workers=1
    ) == [
        "Đảng viên là công nhân nhiều hơn tổng số đảng viên.",
        "Công nhân trực tiếp nhiều hơn tổng số lao động.",
    ]


def test_unit_is_placed_in_an_enterprise(cast):
    unit = actions.set_enterprise(cast.foreign_cell, enterprise=cast.enterprise, actor=cast.officer, on=ON)
    assert unit.enterprise == cast.enterprise
    assert Entry.objects.get(verb="organization.set_enterprise").details == {
        "on": "2025-06-01",
        "after": "Công ty CP May Hàm Kiệm",
    }


def test_enterprise_is_registered_once_and_corrected(cast):
    ownership = OwnershipType.objects.get(code="9b1")
    enterprise = actions.register_enterprise(
        code="GIAY", name="Công ty Giày", ownership=ownership, actor=cast.officer, on=ON
    )
    assert refusal(actions.register_enterprise, code="giay", name="Khác", actor=cast.officer, on=ON) == [
        "Mã giay đã có trong danh mục."
    ]
    actions.change_enterprise(enterprise, name="Công ty CP Giày", actor=cast.officer, on=ON)
    assert Enterprise.objects.filter(code="GIAY").values_list("name", "search_text").get() == (
        "Công ty CP Giày",
        "cong ti cp giai giai",
    )


def test_day_is_declared_otherwise_with_its_source(cast):
    override = actions.override_day(
        on_day=DAY(2025, 5, 2), is_working=False, reason="Hoán đổi", source="TB 6150", actor=cast.officer, on=ON
    )
    assert str(override) == "02/05/2025"
    actions.withdraw_override(override, actor=cast.officer, on=ON)
    assert HolidayOverride.objects.count() == 0
    assert list(Entry.objects.filter(subject_type="organizations.holidayoverride").values_list("verb", flat=True)) == [
        "holiday.withdraw",
        "holiday.override",
    ]


@pytest.mark.parametrize("who", ["secretary", "base_officer", "leader", "unionist", "inspector", "nobody"])
def test_others_may_not_change_registers(cast, who):
    with pytest.raises(PermissionDenied):
        actions.register_enterprise(code="X", name="X", actor=getattr(cast, who), on=ON)
