"""Coming back after having left the Party (REA-1 to REA-3)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.periods import add_months
from candidates.rules.finding import Finding, refuse
from candidates.statute import Edition

# REA-3: who left like this is never admitted again. Resigning for a family in special hardship is not among them.
EXCLUDED_GROUNDS = frozenset({"abandoned", "resigned", "disunity", "corruption", "serious_crime"})


def readmissible(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """REA-2, REA-3: once in a lifetime, and never after certain grounds."""
    readmission = dossier.readmission
    if readmission is None:
        return
    if readmission.ground in EXCLUDED_GROUNDS:
        yield refuse(
            "REA-3",
            _("Không xét kết nạp lại người ra khỏi Đảng vì lý do này."),
            edition.readmission_never,
            clears="readmission.ground",
        )
    if readmission.times_before >= edition.readmission_once.value:
        yield refuse(
            "REA-2",
            _("Chỉ được kết nạp lại một lần."),
            edition.readmission_once,
            clears="readmission.times_before",
        )


def away_long_enough(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """REA-1: 36 months since leaving, 60 after a lesser conviction was cleared, agreed in writing by the province."""
    readmission = dossier.readmission
    if readmission is None:
        return
    if readmission.convicted:
        start, length, clears = (
            readmission.conviction_cleared_on,
            edition.readmission_after_crime_months,
            "readmission.conviction_cleared_on",
        )
    else:
        start, length, clears = readmission.left_on, edition.readmission_months, "readmission.left_on"
    if start is None or add_months(start, length.value) > on:
        yield refuse(
            "REA-1",
            _("Phải đủ %(months)d tháng kể từ khi ra khỏi Đảng hoặc được xóa án tích mới xét kết nạp lại."),
            length,
            clears=clears,
            months=length.value,
        )
    if not (readmission.agreement and readmission.agreement.number):
        yield refuse(
            "REA-1",
            _("Chưa có văn bản đồng ý của ban thường vụ tỉnh ủy về kết nạp lại."),
            edition.readmission_months,
            clears="readmission.agreement",
        )
