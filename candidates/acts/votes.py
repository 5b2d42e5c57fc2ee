"""Votes as in the minutes."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from candidates.acts.fields import ActField, Kind
from candidates.acts.part import Act, Part
from candidates.dossier import Body, Dossier
from candidates.dossier import Vote as VoteFact
from candidates.models import Candidate, StageChange, Vote
from candidates.rules.votes import deciding_body
from candidates.statute import edition_on


def _count(name: str, label: Any, *, clears: tuple[str, ...], required: bool = True, help: Any = "") -> ActField:
    return ActField(name, Kind.NUMBER, label, required=required, clears=clears, help=help, group=_("Biểu quyết"))


@dataclass(frozen=True)
class VotePart(Part):
    """A vote as in the minutes. `body` None means the body that is competent to decide (ADM-12)."""

    transition: str
    body: Body | None = None

    @property
    def fields(self) -> tuple[ActField, ...]:
        at = f"votes.{self.transition}"
        cell = self.body is Body.CELL
        members = _("Đảng viên chính thức của chi bộ") if cell else _("Tổng số ủy viên")
        rows = [_count("members", members, clears=(f"{at}.full_members", at, "unit.full_members"))]
        if cell:
            rows += [
                _count("temporary_elsewhere", _("Sinh hoạt tạm thời nơi khác"), clears=(), required=False),
                _count("exempt_absent", _("Được miễn sinh hoạt, vắng mặt"), clears=(), required=False),
            ]
        rows += [
            _count("present", _("Có mặt"), clears=(f"{at}.present",)),
            _count("in_favour", _("Tán thành"), clears=(f"{at}.in_favour",)),
            _count("against", _("Không tán thành"), clears=(), required=False),
            _count("blank", _("Không có ý kiến"), clears=(), required=False),
        ]
        if cell:
            rows.append(
                _count(
                    "probationers_voting",
                    _("Phiếu của đảng viên dự bị đã tính vào tán thành"),
                    clears=(f"{at}.probationary_in_favour",),
                    required=False,
                    help=_("Đảng viên dự bị không có quyền biểu quyết; thường để trống."),
                )
            )
        return tuple(rows)

    def _body(self, dossier: Dossier, on: date) -> Body:
        return self.body or deciding_body(dossier.unit, edition_on(on))

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        if act.get("in_favour") is None:
            return {}
        cell = self.body is Body.CELL
        earlier = dossier.votes.get(self.transition)
        vote = VoteFact(
            on=on,
            body=self._body(dossier, on),
            full_members=act.get("members") if cell else None,
            committee_size=None if cell else act.get("members"),
            temporary_elsewhere=act.get("temporary_elsewhere") or 0,
            exempt_absent=act.get("exempt_absent") or 0,
            present=act.get("present"),
            in_favour=act.get("in_favour"),
            against=act.get("against") or 0,
            blank=act.get("blank") or 0,
            probationary_in_favour=act.get("probationers_voting") or 0,
            count=earlier.count + 1 if earlier else 1,
        )
        facts: dict[str, Any] = {"votes": {self.transition: vote}}
        if cell and act.get("members") is not None:
            # The minutes say how many full members the cell has (ORG-1).
            facts["unit"] = replace(dossier.unit, full_members=act["members"])
        return facts

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        if act.get("in_favour") is None:
            return
        Vote.objects.create(
            candidate=candidate,
            stage_change=change,
            transition=self.transition,
            body=self.body or change.facts["body"],
            held_on=change.on,
            members=act["members"],
            temporary_elsewhere=act.get("temporary_elsewhere") or 0,
            exempt_absent=act.get("exempt_absent") or 0,
            present=act["present"],
            in_favour=act["in_favour"],
            against=act.get("against") or 0,
            blank=act.get("blank") or 0,
            probationers_voting=act.get("probationers_voting") or 0,
        )
