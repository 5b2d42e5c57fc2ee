"""The cell itself (ORG-1) and the levels above it."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier, UnitKind
from candidates.papers_register import BY_CODE
from candidates.rules.finding import Finding, Rule, refuse
from candidates.statute import Edition


def cell_can_meet(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ORG-1: a cell of fewer than 3 full members cannot validly vote."""
    yield from enough_members(dossier.unit.full_members, edition, "unit.full_members")


def enough_members(full_members: int | None, edition: Edition, clears: str) -> Iterator[Finding]:
    """ORG-1 for a number of full members, where it is known."""
    least = edition.cell_minimum
    if full_members is not None and full_members < least.value:
        yield refuse(
            "ORG-1",
            _("Chi bộ chỉ có %(given)d đảng viên chính thức, cần ít nhất %(needed)d mới họp biểu quyết được."),
            least,
            clears=clears,
            given=full_members,
            needed=least.value,
        )


def under_base_committee(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-12: a base cell has no base committee; its resolution goes straight up."""
    if dossier.unit.kind is UnitKind.BASE_CELL:
        yield refuse(
            "ADM-12",
            _("Chi bộ cơ sở không có bước đảng ủy cơ sở: nghị quyết của chi bộ gửi thẳng cấp ủy có thẩm quyền."),
            edition.deciding_body,
            clears="unit.kind",
        )


def under_sectional_committee(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """7-KNĐ and 14-KNĐ are made only where a sectional committee stands between."""
    if not dossier.unit.sectional_committee:
        yield refuse(
            "ADM-12",
            _("Không có đảng ủy bộ phận nên không có bước thẩm định."),
            edition.appraisal,
            clears="unit.sectional_committee",
        )


def heard_below(transition: str, code: str, stage: str) -> Rule:
    """A rule that asks for the base committee's resolution where that committee does not decide itself (ADM-12)."""

    def committee_has_proposed(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
        if dossier.unit.kind is UnitKind.BASE_CELL or dossier.unit.delegated or dossier.stage == stage:
            return
        if dossier.event(transition) is None and dossier.paper_by(code, on) is None:
            yield refuse(
                "ADM-12",
                _("Chưa có %(form)s."),
                edition.deciding_body,
                clears=f"papers.{code}",
                form=BY_CODE[code].label,
            )

    return committee_has_proposed
