"""Verification of the personal record: asked, answered, by whom; never what was found (ADM-3 to ADM-7)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.rules import deadlines
from candidates.rules.finding import Finding, refuse, warn
from candidates.statute import Edition


def verified(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-3, ADM-5: requested, answered and certified by the day of the act, or waived for a named relative's file."""
    verification = dossier.verification
    if verification is None or not (verification.sent_on or verification.waived):
        yield refuse(
            "ADM-5",
            _("Chưa gửi công văn đề nghị thẩm tra lý lịch."),
            edition.verification,
            clears="verification.sent_on",
        )
        return
    if verification.waived and not verification.waiver_member:
        yield refuse(
            "ADM-3",
            _("Miễn thẩm tra phải ghi số thẻ và chi bộ của người thân là đảng viên."),
            edition.verification,
            clears="verification.waiver_member",
        )
    if not verification.waived and (verification.answered_on is None or verification.answered_on > on):
        yield refuse(
            "ADM-5",
            _("Chưa có trả lời thẩm tra lý lịch; quá hạn thì đôn đốc, không tự coi là đạt."),
            edition.verification,
            clears="verification.answered_on",
        )
    if not verification.certified or (verification.certified_on and verification.certified_on > on):
        yield refuse(
            "ADM-5",
            _("Chi bộ và cấp ủy cơ sở chưa tổng hợp, chứng nhận lý lịch."),
            edition.verification,
            clears="verification.certified",
        )


def dates_in_order(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-0b: sent, received, answered: none of the three days before the one it follows."""
    verification = dossier.verification
    if verification is None:
        return
    latest = None
    for field in ("sent_on", "received_on", "answered_on"):
        day = getattr(verification, field)
        if day and latest and day < latest:
            yield refuse(
                "ADM-0b",
                _("Ngày gửi, ngày nhận, ngày trả lời phải theo thứ tự: %(day)s sớm hơn %(latest)s."),
                edition.date_order,
                clears=f"verification.{field}",
                day=day,
                latest=latest,
            )
        latest = max(filter(None, (day, latest)), default=None)


def verified_by_stranger(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-4: neither the person nor a relative is sent to verify."""
    if dossier.verification and dossier.verification.by_relative:
        yield refuse(
            "ADM-4",
            _("Không cử người vào Đảng hoặc người thân của người ấy đi thẩm tra lý lịch."),
            edition.verifier_not_relative,
            clears="verification.by_relative",
        )


def answered_in_time(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-6: answered within 30 working days of receipt, 90 from abroad; late is told, not refused."""
    verification = dossier.verification
    if verification is None or verification.answered_on is None:
        return
    due = deadlines.VERIFICATION_ABROAD if verification.abroad else deadlines.VERIFICATION
    due_on = due.due_on(dossier, edition)
    if due_on and verification.answered_on > due_on:
        length = due.provision(edition)
        yield warn(
            "ADM-6",
            _("Trả lời thẩm tra ngày %(answered_on)s, quá hạn %(days)d ngày làm việc (%(due_on)s)."),
            length,
            clears="verification.answered_on",
            answered_on=verification.answered_on,
            days=length.value,
            due_on=due_on,
        )


def political_issue_cleared(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-7: where there is a political question, the competent body has cleared it; only that is kept here."""
    verification = dossier.verification
    if verification is None or not verification.political_issue:
        return
    if verification.cleared_on is None or verification.cleared_on > on:
        yield refuse(
            "ADM-7",
            _("Vấn đề chính trị chưa được cấp có thẩm quyền kết luận."),
            edition.political_issue,
            clears="verification.cleared_on",
        )
