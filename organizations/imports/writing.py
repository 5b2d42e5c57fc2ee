"""Writing a sound workbook into the trees, through the same acts as a person's."""

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from audit import actions as audit
from exchange.folding import fold
from organizations import actions
from organizations.imports.sheet import Kind, Problem, Sector, Unit
from organizations.imports.tree import BrokenTree, Table
from organizations.models import Enterprise, Line, Organization, OwnershipType, Strength

DECISION = "Nhập từ bảng tính"
PARTY_NAMES = re.compile(r"^(Đảng bộ|Chi bộ)\s+(cơ sở\s+)?", re.IGNORECASE)
PROVINCE = re.compile(r"(tỉnh|thành phố)\s+(\S.*)$", re.IGNORECASE)
# Rows of Biểu 5-BTCTW by sector, and within the non-state sector by how the enterprise's name begins, folded.
OWNERSHIP = {Sector.STATE: "9a", Sector.NON_STATE: "9b", Sector.FOREIGN: "9b5"}
NON_STATE_OWNERSHIP = {
    "cong ty co phan": "9b1",
    "cong ty cp": "9b1",
    "doanh nghiep tu nhan": "9b2",
    "dntn": "9b2",
    "cong ty tnhh": "9b3",
    "cong ty trach nhiem huu han": "9b3",
    "cong ty hop danh": "9b4",
    "hop tac xa": "9c",
    "htx": "9c",
}


@dataclass(frozen=True)
class MassLine:
    """How the base units of a mass line are called and coded, and what stands above them in the province."""

    line: str
    upper_kind: str
    upper_code: str
    upper_name: str
    base_kind: str
    base_code: str
    base_name: str


UNION = MassLine(
    Line.UNION, Kind.UNION_UPPER, "LDLD", "Liên đoàn Lao động %s", Kind.UNION_BASE, "CD-%s", "Công đoàn cơ sở %s"
)
YOUTH_UNION = MassLine(
    Line.YOUTH_UNION, Kind.YOUTH_UPPER, "TD", "Đoàn TNCS Hồ Chí Minh %s", Kind.YOUTH_BASE, "DTN-%s", "Đoàn cơ sở %s"
)


@dataclass
class Written:
    """What an import did: how often each thing, and the units of the workbook by their codes."""

    counts: Counter[str] = field(default_factory=Counter)
    units: dict[str, Organization] = field(default_factory=dict)


@transaction.atomic
def write_table(table: Table, *, actor: Any, on: datetime.date) -> Written:
    """Found, rename, move and describe units until the trees agree with the workbook; all of it or nothing.

    Head counts are those of the eve of the targets' year. Units that the workbook does not name are left alone.
    Raises BrokenTree where the trees that are there stand against it, Refused and PermissionDenied as the acts do.
    """
    written = Written()
    codes = [code for unit in table.units for code in _codes(unit)] + [UNION.upper_code, YOUTH_UNION.upper_code]
    present = {unit.code: unit for unit in Organization.objects.filter(code__in=codes).select_related("enterprise")}
    if problems := _standing_against(table, present):
        raise BrokenTree(problems)
    root = table.units[0]
    since = root.founded_on or on
    counted_on = datetime.date(table.year or on.year, 1, 1) - datetime.timedelta(days=1)
    for unit in table.units:
        parent = written.units.get(unit.parent)
        # A unit without a day of its own was there with its parent, if the parent is new here too.
        begun_with = None if parent is None or unit.parent in present else parent.founded_on
        founded_on = unit.founded_on or begun_with or on
        organization = present.get(unit.code)
        if organization is None:
            organization = actions.create_organization(
                parent=parent,
                kind=unit.kind,
                code=unit.code,
                name=unit.name,
                sector=unit.sector,
                actor=actor,
                on=founded_on,
                decision=DECISION,
            )
            written.counts["created"] += 1
        else:
            organization = _bring_up_to_date(organization, unit, parent, written, actor=actor, on=on)
        written.units[unit.code] = organization
        _write_enterprise(organization, unit, written, actor=actor, on=on)
        _write_strength(organization, unit, written, actor=actor, on=counted_on)
        for has, mass_line in ((unit.has_union, UNION), (unit.has_youth_union, YOUTH_UNION)):
            if has:
                upper = _upper(mass_line, root, present, written, actor=actor, on=since)
                _write_mass(mass_line, upper, organization, present, written, actor=actor, on=founded_on)
    audit.record("organizations.import", written.units[root.code], actor=actor, **written.counts)
    return written


def _codes(unit: Unit) -> list[str]:
    return [unit.code, UNION.base_code % unit.code, YOUTH_UNION.base_code % unit.code]


def _standing_against(table: Table, present: dict[str, Organization]) -> list[Problem]:
    root = table.units[0]
    problems = [
        Problem(unit.line, unit.code, _("Mã này là của một tổ chức đoàn thể."))
        for unit in table.units
        if unit.code in present and present[unit.code].line != Line.PARTY
    ]
    other = Organization.objects.party().filter(kind=Kind.ROOT, parent=None, closed_on=None).exclude(code=root.code)
    return problems + [
        Problem(root.line, root.code, _("Có hai tổ chức gốc: %(one)s và %(other)s.") % {"one": one, "other": root.code})
        for one in other.values_list("code", flat=True)
    ]


def _bring_up_to_date(
    organization: Organization,
    unit: Unit,
    parent: Organization | None,
    written: Written,
    *,
    actor: Any,
    on: datetime.date,
) -> Organization:
    manner: dict[str, Any] = {"actor": actor, "on": on}
    if parent is not None and organization.parent_id != parent.pk:
        organization = actions.move(organization, parent=parent, decision=DECISION, **manner)
        written.counts["moved"] += 1
    if organization.kind != unit.kind:
        organization = actions.reclassify(organization, kind=unit.kind, decision=DECISION, **manner)
        written.counts["reclassified"] += 1
    if organization.name != unit.name:
        organization = actions.rename(organization, name=unit.name, decision=DECISION, **manner)
        written.counts["renamed"] += 1
    facts: dict[str, Any] = {"sector": unit.sector}
    if unit.founded_on:
        facts["founded_on"] = unit.founded_on
    if any(getattr(organization, name) != value for name, value in facts.items()):
        organization = actions.change_facts(organization, **facts, **manner)
        written.counts["changed"] += 1
    return organization


def _write_enterprise(
    organization: Organization, unit: Unit, written: Written, *, actor: Any, on: datetime.date
) -> None:
    if unit.sector not in OWNERSHIP or organization.enterprise_id:
        return
    enterprise = Enterprise.objects.filter(code=unit.code).first()
    if enterprise is None:
        enterprise = actions.register_enterprise(
            code=unit.code,
            name=_without_party(unit.name),
            ownership=OwnershipType.objects.get(code=_ownership(unit)),
            actor=actor,
            on=on,
        )
        written.counts["enterprises"] += 1
    actions.set_enterprise(organization, enterprise=enterprise, actor=actor, on=on)
    organization.enterprise = enterprise


def _ownership(unit: Unit) -> str:
    if unit.sector == Sector.NON_STATE:
        name = fold(_without_party(unit.name))
        for beginning, code in NON_STATE_OWNERSHIP.items():
            if name.startswith(beginning):
                return code
    return OWNERSHIP[Sector(unit.sector)]


def _write_strength(organization: Organization, unit: Unit, written: Written, *, actor: Any, on: datetime.date) -> None:
    if unit.strength is None:
        return
    if Strength.objects.filter(organization=organization, on=on, **unit.strength).exists():
        return
    actions.record_strength(organization, actor=actor, on=on, **unit.strength)
    written.counts["strengths"] += 1


def _upper(
    mass_line: MassLine,
    root: Unit,
    present: dict[str, Organization],
    written: Written,
    *,
    actor: Any,
    on: datetime.date,
) -> Organization:
    if mass_line.upper_code not in present:
        found = PROVINCE.search(root.name)
        present[mass_line.upper_code] = actions.create_organization(
            parent=None,
            kind=mass_line.upper_kind,
            code=mass_line.upper_code,
            name=mass_line.upper_name % (found[0] if found else "tỉnh"),
            actor=actor,
            on=on,
        )
        written.counts["mass_created"] += 1
    return present[mass_line.upper_code]


def _write_mass(
    mass_line: MassLine,
    upper: Organization,
    beside: Organization,
    present: dict[str, Organization],
    written: Written,
    *,
    actor: Any,
    on: datetime.date,
) -> None:
    code = mass_line.base_code % beside.code
    if code in present:
        return
    present[code] = actions.create_organization(
        parent=upper,
        kind=mass_line.base_kind,
        code=code,
        name=mass_line.base_name % _without_party(beside.name),
        enterprise=beside.enterprise,
        party_unit=beside,
        sector=beside.sector,
        actor=actor,
        on=on,
    )
    written.counts["mass_created"] += 1


def _without_party(name: str) -> str:
    return PARTY_NAMES.sub("", name)
