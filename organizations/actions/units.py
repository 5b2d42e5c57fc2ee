"""Facts of one unit that do not move it in the tree."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from exchange.folding import search_text
from organizations.actions.manner import must_manage, record_act, refuse_if
from organizations.models import Line, Organization

# The base organisation's code in the national database: province, superior, base, section, cell (ORG-5).
NATIONAL_CODE = re.compile(r"\d{2}(\.\d{3}){4}")
CORRECTABLE = ("short_name", "national_code", "sector", "founded_on", "party_unit")


@transaction.atomic
def change_facts(organization, *, actor, on, **facts):
    """Correct short_name, national_code, sector, founded_on or party_unit. Raises Refused, PermissionDenied."""
    unit = _locked(organization, actor)
    changed = {name: facts[name] for name in CORRECTABLE if name in facts and facts[name] != getattr(unit, name)}
    refuse_if(_impossible(unit, changed))
    if not changed:
        return unit
    before = {name: str(getattr(unit, name) or "") for name in changed}
    for name, value in changed.items():
        setattr(unit, name, value)
    unit.search_text = " ".join(filter(None, map(search_text, (unit.name, unit.short_name, unit.code))))[:400]
    unit.save(update_fields=[*changed, "search_text"])
    after = {name: str(value or "") for name, value in changed.items()}
    record_act("organization.change_facts", unit, actor, on=on, before=before, after=after)
    return unit


@transaction.atomic
def delegate(organization, *, delegated, actor, on, decision):
    """Give the base committee the power to decide admissions, or take it back, by a decision that must be named."""
    unit = _locked(organization, actor)
    refuse_if(_undelegable(unit, delegated, decision))
    unit.is_delegated = delegated
    unit.save(update_fields=["is_delegated"])
    verb = "organization.delegate" if delegated else "organization.withdraw_delegation"
    record_act(verb, unit, actor, on=on, decision=decision)
    return unit


@transaction.atomic
def set_enterprise(organization, *, enterprise, actor, on):
    """Say in which enterprise the unit stands; None takes it out of any."""
    unit = _locked(organization, actor)
    before = unit.enterprise
    unit.enterprise = enterprise
    unit.save(update_fields=["enterprise"])
    record_act(
        "organization.set_enterprise",
        unit,
        actor,
        on=on,
        before=before.name if before else "",
        after=enterprise.name if enterprise else "",
    )
    return unit


def _locked(organization, actor):
    unit = Organization.objects.select_for_update(of=["self"]).select_related("party_unit").get(pk=organization.pk)
    must_manage(actor, unit)
    return unit


def _impossible(unit, changed):
    code = changed.get("national_code")
    if code and not NATIONAL_CODE.fullmatch(code):
        yield _("Mã quốc gia gồm 14 chữ số dạng 58.012.003.000.001 (tỉnh, cấp trên, cơ sở, bộ phận, chi bộ).")
    founded = changed.get("founded_on")
    if founded and unit.closed_on and founded > unit.closed_on:
        yield _("Ngày thành lập không được sau ngày kết thúc hoạt động.")
    beside = changed.get("party_unit")
    if beside and unit.line == Line.PARTY:
        yield _("Chỉ tổ chức đoàn thể mới ghi tổ chức đảng nơi đơn vị.")
    if beside and beside.line != Line.PARTY:
        yield _("%(unit)s không phải là tổ chức đảng.") % {"unit": beside}


def _undelegable(unit, delegated, decision):
    if delegated and unit.kind != Organization.Kind.BASE_COMMITTEE:
        yield _("Chỉ đảng ủy cơ sở mới được ủy quyền quyết định kết nạp đảng viên.")
    if delegated and unit.closed_on:
        yield _("%(unit)s đã kết thúc hoạt động.") % {"unit": unit}
    if delegated == unit.is_delegated:
        yield _("Thẩm quyền quyết định kết nạp không thay đổi.")
    if not decision.strip():
        yield _("Ghi số, ngày và cơ quan ban hành văn bản ủy quyền.")
