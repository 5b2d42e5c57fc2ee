"""Which parts each act consists of, in the order a clerk has the papers before him."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from candidates.acts.decisions import (
    AdmissionDecisionPart,
    CeremonyPart,
    ExceptionPart,
    RecognitionDecisionPart,
    VerificationPart,
)
from candidates.acts.fields import NOTE, WHERE_KEPT, ActField, Kind
from candidates.acts.helpers import IntroducerPart, MentorPart, RoutePart
from candidates.acts.membership import FullMemberPart, LeavingPart, ProbationPart
from candidates.acts.papers import CertificatePart, PaperPart
from candidates.acts.part import Act, Part
from candidates.acts.votes import VotePart
from candidates.dossier import Body, Dossier
from candidates.statute import edition_on

Initial = Callable[[Dossier], Any]


@dataclass(frozen=True)
class ActForm:
    """One act: the label of its day, its parts, and what some fields show before anything is typed."""

    day: Any
    parts: tuple[Part, ...] = ()
    document: Any = ""
    initial: tuple[tuple[str, Initial], ...] = ()
    reason_required: bool = False

    @property
    def fields(self) -> tuple[ActField, ...]:
        document = (ActField("document_number", Kind.TEXT, self.document),) if self.document else ()
        kept = (WHERE_KEPT,) if any(isinstance(part, PaperPart) for part in self.parts) else ()
        note = ActField("note", Kind.TEXT, _("Lý do"), required=True, help=NOTE.help) if self.reason_required else NOTE
        return (*document, *(field for part in self.parts for field in part.fields), *kept, note)

    def overlay(self, dossier: Dossier, act: Act, on: date) -> Dossier:
        """The dossier as this act would leave it, for the rules to judge."""
        for part in self.parts:
            dossier = dossier.with_act(**part.facts(dossier, act, on))
        return dossier


def _probation_end(dossier: Dossier) -> date | None:
    on = dossier.ceremony_on
    return dossier.probation_end(edition_on(on).probation_months.value) if on else None


_REASON = ActForm(_("Ngày"), reason_required=True, document=_("Số văn bản (nếu có)"))

ACTS = {
    "identify": ActForm(_("Ngày phát hiện")),
    "nominate": ActForm(_("Ngày nghị quyết giới thiệu")),
    "list": ActForm(_("Ngày chi bộ họp"), (MentorPart(),), document=_("Số nghị quyết của chi bộ")),
    "finish_class": ActForm(_("Ngày ghi nhận"), (CertificatePart("awareness"),)),
    "apply": ActForm(
        _("Ngày nhận đủ hồ sơ"),
        (
            PaperPart("application", numbered=False, required=True),
            PaperPart("personal_record", numbered=False, required=True),
        ),
    ),
    "verify": ActForm(_("Ngày hoàn thành thẩm tra"), (VerificationPart(),)),
    "consult": ActForm(
        _("Ngày hoàn thành"),
        (
            RoutePart(),
            IntroducerPart(1, required=True),
            IntroducerPart(2),
            PaperPart("youth_resolution"),
            PaperPart("union_resolution"),
            PaperPart("opinions", numbered=False, required=True),
        ),
    ),
    "propose": ActForm(
        _("Ngày họp chi bộ"),
        (
            VotePart("propose", Body.CELL),
            PaperPart("cell_resolution", by_act=True),
            ExceptionPart("over_age", _("Người trên 60 tuổi: văn bản đồng ý"), ("exceptions.over_age",)),
            ExceptionPart(
                "education",
                _("Trình độ học vấn đặc biệt: văn bản đồng ý"),
                ("exceptions.education", "exceptions.education_ground"),
                (
                    ("", "—"),
                    ("remote_area", _("Miền núi, biên giới, hải đảo, vùng dân tộc thiểu số, vùng đặc biệt khó khăn")),
                    ("fisherman", _("Ngư dân làm việc thường xuyên trên biển")),
                    ("respected_elder", _("Già làng, trưởng bản, người có uy tín")),
                ),
            ),
        ),
    ),
    "appraise": ActForm(_("Ngày báo cáo thẩm định"), (PaperPart("appraisal_report", by_act=True),)),
    "endorse": ActForm(
        _("Ngày họp đảng ủy cơ sở"),
        (VotePart("endorse", Body.BASE_COMMITTEE), PaperPart("committee_resolution", by_act=True)),
    ),
    "decide": ActForm(
        _("Ngày ra quyết định"),
        (VotePart("decide"), PaperPart("admission_decision", by_act=True), AdmissionDecisionPart()),
    ),
    "admit": ActForm(_("Ngày tổ chức lễ kết nạp"), (CeremonyPart(), MentorPart(required=False), ProbationPart())),
    "propose_recognition": ActForm(
        _("Ngày họp chi bộ"),
        (
            PaperPart("self_review", numbered=False, required=True),
            PaperPart("mentor_comment", numbered=False, required=True),
            PaperPart("probation_opinions", numbered=False, required=True),
            CertificatePart("new_member"),
            VotePart("propose_recognition", Body.CELL),
            PaperPart("recognition_cell_resolution", by_act=True),
        ),
    ),
    "appraise_recognition": ActForm(
        _("Ngày báo cáo thẩm định"), (PaperPart("recognition_appraisal_report", by_act=True),)
    ),
    "endorse_recognition": ActForm(
        _("Ngày họp đảng ủy cơ sở"),
        (
            VotePart("endorse_recognition", Body.BASE_COMMITTEE),
            PaperPart("recognition_committee_resolution", by_act=True),
        ),
    ),
    "recognise": ActForm(
        _("Ngày ra quyết định"),
        (
            VotePart("recognise"),
            PaperPart("recognition_decision", by_act=True),
            RecognitionDecisionPart(),
            FullMemberPart(),
        ),
        initial=(
            ("official_on", _probation_end),
            ("party_age_from", lambda dossier: dossier.decision.on if dossier.decision else None),
        ),
    ),
    "refuse_by_cell": ActForm(_("Ngày họp chi bộ"), (VotePart("refuse_by_cell", Body.CELL),), reason_required=True),
    "refuse_by_committee": ActForm(_("Ngày họp"), document=_("Số văn bản"), reason_required=True),
    "strike_off": ActForm(_("Ngày quyết định"), (LeavingPart(),), document=_("Số quyết định"), reason_required=True),
    "annul": ActForm(_("Ngày quyết định"), (LeavingPart(),), document=_("Số quyết định"), reason_required=True),
    "drop": _REASON,
    "withdraw": _REASON,
    "transfer_out": _REASON,
    "decease": ActForm(_("Ngày mất"), (LeavingPart(),)),
}
