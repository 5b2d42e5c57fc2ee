"""Verification, decisions, the ceremony, recognition, and the documents that open an exception."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from candidates.acts.fields import ActField, Kind
from candidates.acts.part import Act, Part
from candidates.dossier import Ceremony, Decision, Document, Dossier, Probation
from candidates.dossier import Verification as VerificationFact
from candidates.models import Candidate, StageChange, Verification
from candidates.periods import add_months
from candidates.statute import edition_on


def _document_fields(key: str, label: Any, clears: tuple[str, ...]) -> tuple[ActField, ...]:
    return (
        ActField(f"{key}_number", Kind.TEXT, _("Số văn bản"), group=label, clears=clears),
        ActField(f"{key}_on", Kind.DATE, _("Ngày văn bản"), group=label),
        ActField(f"{key}_issuer", Kind.TEXT, _("Cơ quan ban hành"), group=label),
    )


def _document(key: str, act: Act) -> Document | None:
    if not act.get(f"{key}_number") and not act.get(f"{key}_on"):
        return None
    return Document(act.get(f"{key}_number") or "", act.get(f"{key}_on"), act.get(f"{key}_issuer") or "")


def _keep(candidate: Candidate, key: str, document: Document | None) -> None:
    if document:
        stored = {"number": document.number, "issuer": document.issuer}
        if document.on:
            stored["on"] = document.on.isoformat()
        candidate.exceptions = candidate.exceptions | {key: stored}


@dataclass(frozen=True)
class ExceptionPart(Part):
    """A document that grants what the rules otherwise refuse (ELG-2, ELG-4)."""

    key: str
    label: Any
    clears: tuple[str, ...] = ()
    grounds: tuple[tuple[str, Any], ...] = ()

    @property
    def fields(self) -> tuple[ActField, ...]:
        ground = (
            (ActField(f"{self.key}_ground", Kind.CHOICE, _("Trường hợp"), choices=self.grounds, group=self.label),)
            if self.grounds
            else ()
        )
        return (*ground, *_document_fields(self.key, self.label, self.clears))

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        changed: dict[str, Any] = {}
        if document := _document(self.key, act):
            changed[self.key] = document
        if ground := act.get(f"{self.key}_ground"):
            changed[f"{self.key}_ground"] = ground
        return {"exceptions": replace(dossier.exceptions, **changed)} if changed else {}

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        _keep(candidate, self.key, _document(self.key, act))
        if ground := act.get(f"{self.key}_ground"):
            candidate.exceptions = candidate.exceptions | {f"{self.key}_ground": ground}


class VerificationPart(Part):
    """The answer to the verification request: dates and the bare outcome (DP-7)."""

    fields = (
        ActField("request_number", Kind.TEXT, _("Số công văn đề nghị"), clears=("verification",)),
        ActField("addressee", Kind.TEXT, _("Gửi đến")),
        ActField("sent_on", Kind.DATE, _("Ngày gửi"), required=True, clears=("verification.sent_on",)),
        ActField("received_on", Kind.DATE, _("Nơi nhận đã nhận ngày"), clears=("verification.received_on",)),
        ActField("is_abroad", Kind.FLAG, _("Thẩm tra ở nước ngoài")),
        ActField("answered_on", Kind.DATE, _("Ngày trả lời"), clears=("verification.answered_on",)),
        ActField("is_certified", Kind.FLAG, _("Lý lịch đã được chứng nhận"), clears=("verification.certified",)),
        ActField(
            "is_by_relative",
            Kind.FLAG,
            _("Người đi thẩm tra là người thân"),
            clears=("verification.by_relative",),
        ),
    )

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        if not act.get("sent_on"):
            return {}
        return {
            "verification": VerificationFact(
                sent_on=act["sent_on"],
                received_on=act.get("received_on"),
                abroad=bool(act.get("is_abroad")),
                answered_on=act.get("answered_on"),
                certified=bool(act.get("is_certified")),
                certified_on=act.get("answered_on"),
                by_relative=bool(act.get("is_by_relative")),
            )
        }

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        if not act.get("sent_on"):
            return
        Verification.objects.update_or_create(
            candidate=candidate,
            sent_on=act["sent_on"],
            request_number=act.get("request_number") or "",
            defaults={
                "addressee": act.get("addressee") or "",
                "received_on": act.get("received_on"),
                "is_abroad": bool(act.get("is_abroad")),
                "answered_on": act.get("answered_on"),
                "is_certified": bool(act.get("is_certified")),
                "is_by_relative": bool(act.get("is_by_relative")),
            },
        )


class AdmissionDecisionPart(Part):
    """The decision 9-KNĐ; its date is the day of the act, from which Party age will count (PRO-10)."""

    fields = _document_fields("decision_extension", _("Văn bản gia hạn (nếu quá hạn)"), ("decision.extension",))

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        return {
            "decision": Decision(
                number=act.get("admission_decision_number") or "",
                on=on,
                extension=_document("decision_extension", act),
            )
        }

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        candidate.decided_on = change.on
        _keep(candidate, "decision_extension", _document("decision_extension", act))


class CeremonyPart(Part):
    """The ceremony, from which probation runs (ADM-16, ADM-18)."""

    fields = (
        ActField(
            "received_on",
            Kind.DATE,
            _("Ngày chi bộ nhận quyết định"),
            required=True,
            clears=("decision.received_on",),
        ),
        *_document_fields(
            "late_ceremony",
            _("Văn bản đồng ý của cấp ủy cấp trên trực tiếp (nếu tổ chức muộn)"),
            ("ceremony.late_agreement",),
        ),
    )

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        decision = dossier.decision or Decision()
        return {
            "decision": replace(decision, received_on=act.get("received_on")),
            "ceremony": Ceremony(on=on, late_agreement=_document("late_ceremony", act)),
        }

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        candidate.received_on = act.get("received_on")
        candidate.admitted_on = change.on
        candidate.probation_ends_on = add_months(change.on, edition_on(change.on).probation_months.value)
        _keep(candidate, "late_ceremony", _document("late_ceremony", act))


class RecognitionDecisionPart(Part):
    """The decision 16-KNĐ. The official date is the day the 12 months ended, however late (PRO-8)."""

    fields = (
        ActField(
            "official_on",
            Kind.DATE,
            _("Công nhận chính thức kể từ ngày"),
            required=True,
            clears=("probation.official_on",),
        ),
        ActField(
            "party_age_from",
            Kind.DATE,
            _("Tuổi đảng tính từ ngày"),
            required=True,
            clears=("probation.party_age_from",),
        ),
        *_document_fields("recognition_extension", _("Văn bản gia hạn (nếu quá hạn)"), ("recognition.extension",)),
    )

    def facts(self, dossier: Dossier, act: Act, on: date) -> dict[str, Any]:
        return {
            "recognition": Decision(
                number=act.get("recognition_decision_number") or "",
                on=on,
                extension=_document("recognition_extension", act),
            ),
            "probation": replace(
                dossier.probation or Probation(),
                official_on=act.get("official_on"),
                party_age_from=act.get("party_age_from"),
            ),
        }

    def write(self, candidate: Candidate, change: StageChange, act: Act, *, actor: Any) -> None:
        candidate.official_on = act["official_on"]
        _keep(candidate, "recognition_extension", _document("recognition_extension", act))
