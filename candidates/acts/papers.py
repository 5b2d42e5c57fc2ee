"""Papers that an act makes or brings, and the certificate of a class."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from candidates.acts.fields import ActField, Kind
from candidates.acts.part import Act, Part
from candidates.dossier import Certificate, ClassKind, Dossier
from candidates.dossier import Paper as PaperFact
from candidates.models import Candidate, Paper, StageChange
from candidates.papers_register import BY_CODE
from training.actions import register_external_certificate


@dataclass(frozen=True)
class PaperPart(Part):
    """A paper of the register. `by_act` papers bear the day of the act, others a date of their own."""

    code: str
    by_act: bool = False
    numbered: bool = True
    required: bool = False

    @property
    def fields(self) -> tuple[ActField, ...]:
        form = BY_CODE[self.code]
        clears = (f"papers.{self.code}",)
        dated = (
            ()
            if self.by_act
            else (
                ActField(
                    f"{self.code}_on",
                    Kind.DATE,
                    _("Ngày %(form)s") % {"form": form.number or form.title},
                    required=self.required,
                    clears=clears,
                    group=form.label,
                ),
            )
        )
        number = ActField(
            f"{self.code}_number",
            Kind.TEXT,
            _("Số %(form)s") % {"form": form.number or form.title},
            required=self.by_act,
            clears=() if dated else clears,
            group=form.label,
        )
        return (*dated, number) if self.numbered else dated

    def _dated(self, act: Act, on: date) -> date | None:
        return on if self.by_act else act.get(f"{self.code}_on")

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        dated = self._dated(act, on)
        number = act.get(f"{self.code}_number") or ""
        return {"papers": {self.code: (PaperFact(dated, number),)}} if dated else {}

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        dated = self._dated(act, change.on)
        if dated is None:
            return
        Paper.objects.get_or_create(
            candidate=candidate,
            form_code=self.code,
            dated_on=dated,
            number=act.get(f"{self.code}_number") or "",
            superseded_at=None,
            defaults={
                "where_kept": act.get("where_kept") or "",
                "stage_change": change,
                "issuer": change.organization_name if self.by_act else "",
            },
        )


@dataclass(frozen=True)
class CertificatePart(Part):
    """A certificate of a class elsewhere; those of our own classes hang on the person already."""

    kind: ClassKind

    @property
    def fields(self) -> tuple[ActField, ...]:
        group = _("Giấy chứng nhận (nếu chưa có trong hồ sơ)")
        return (
            ActField("certificate_number", Kind.TEXT, _("Số giấy chứng nhận"), group=group),
            ActField("certificate_on", Kind.DATE, _("Ngày cấp"), clears=("certificates",), group=group),
            ActField("certificate_issuer", Kind.TEXT, _("Nơi cấp"), group=group),
        )

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        issued_on = act.get("certificate_on")
        if not issued_on:
            return {}
        return {"certificates": (Certificate(self.kind, issued_on, act.get("certificate_number") or ""),)}

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        if act.get("certificate_on"):
            register_external_certificate(
                candidate.person,
                actor=actor,
                on=change.on,
                kind=self.kind,
                number=act.get("certificate_number") or "",
                issued_on=act["certificate_on"],
                issuer=act.get("certificate_issuer") or "",
            )
