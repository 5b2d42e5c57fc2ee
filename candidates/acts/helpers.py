"""The Party members and the mass organisation that stand by the person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from candidates.acts.fields import ActField, Kind
from candidates.acts.part import Act, Part
from candidates.dossier import Dossier, Route
from candidates.dossier import Paper as PaperFact
from candidates.dossier.rows import introducer, mentor
from candidates.models import Candidate, Introduction, MentorAssignment, Paper, StageChange


@dataclass(frozen=True)
class MentorPart(Part):
    """The full member whom the cell assigns to help; kept where one is helping already."""

    required: bool = True

    @property
    def fields(self) -> tuple[ActField, ...]:
        return (
            ActField(
                "mentor",
                Kind.MEMBER,
                _("Đảng viên được phân công giúp đỡ"),
                required=self.required,
                clears=("mentors",),
            ),
        )

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        return {"mentors": (mentor(act["mentor"], from_on=on),)} if act.get("mentor") else {}

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        if act.get("mentor"):
            MentorAssignment.objects.get_or_create(
                candidate=candidate,
                mentor=act["mentor"],
                to_on=None,
                defaults={"from_on": change.on, "document_number": change.document_number},
            )


@dataclass(frozen=True)
class IntroducerPart(Part):
    """An introducing member with the letter 3-KNĐ he wrote."""

    index: int
    required: bool = False

    @property
    def fields(self) -> tuple[ActField, ...]:
        group = _("Đảng viên giới thiệu thứ %(index)d") % {"index": self.index}
        clears = ("introducers", f"introducers.{self.index - 1}")
        n = self.index
        return (
            ActField(
                f"introducer_{n}",
                Kind.MEMBER,
                _("Đảng viên chính thức giới thiệu"),
                required=self.required,
                clears=clears,
                group=group,
            ),
            ActField(
                f"together_since_{n}",
                Kind.DATE,
                _("Cùng công tác, cư trú từ ngày"),
                required=self.required,
                clears=(f"introducers.{n - 1}.together_since",),
                group=group,
            ),
            ActField(
                f"together_at_{n}", Kind.CHOICE, _("Quan hệ"), choices=tuple(Introduction.Together.choices), group=group
            ),
            ActField(
                f"letter_{n}_on",
                Kind.DATE,
                _("Ngày 3-KNĐ"),
                required=self.required,
                clears=("papers.introduction_letter",),
                group=group,
            ),
            ActField(f"is_replacement_{n}", Kind.FLAG, _("Được phân công thay người giới thiệu trước"), group=group),
        )

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        n = self.index
        member, since, letter = act.get(f"introducer_{n}"), act.get(f"together_since_{n}"), act.get(f"letter_{n}_on")
        facts: dict[str, Any] = {}
        if member and since:
            facts["introducers"] = (
                introducer(
                    member,
                    together_since=since,
                    together_where=act.get(f"together_at_{n}") or "work",
                    replacement=bool(act.get(f"is_replacement_{n}")),
                ),
            )
        if letter:
            facts["papers"] = {"introduction_letter": (PaperFact(letter),)}
        return facts

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        n = self.index
        member = act.get(f"introducer_{n}")
        if not member:
            return
        introduction, _made = Introduction.objects.get_or_create(
            candidate=candidate,
            member=member,
            ended_on=None,
            defaults={
                "together_since": act[f"together_since_{n}"],
                "together_at": act.get(f"together_at_{n}") or Introduction.Together.WORK,
                "is_replacement": bool(act.get(f"is_replacement_{n}")),
            },
        )
        if act.get(f"letter_{n}_on"):
            Paper.objects.create(
                candidate=candidate,
                form_code="introduction_letter",
                dated_on=act[f"letter_{n}_on"],
                introduction=introduction,
                stage_change=change,
                where_kept=act.get("where_kept") or "",
            )


class RoutePart(Part):
    """Who introduces the person: two members, or one member and a mass organisation (ELG-6)."""

    fields = (
        ActField(
            "route",
            Kind.CHOICE,
            _("Cách giới thiệu"),
            required=True,
            choices=tuple(Candidate.Route.choices),
            clears=("route",),
        ),
    )

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        return {"route": Route(act["route"])} if act.get("route") else {}

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        if act.get("route"):
            candidate.route = act["route"]
