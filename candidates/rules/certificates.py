"""Class certificates: awareness before admission (ADM-1), new member during probation (PRO-3, TRN-5)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.periods import add_months
from candidates.rules.finding import Finding, refuse, warn
from candidates.statute import Edition


def awareness_certificate(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-1: an awareness certificate not older than 60 months, its last day included unless the policy says not."""
    validity = edition.certificate_months
    certificate = dossier.certificate("awareness", on)
    if certificate is None:
        yield refuse(
            "ADM-1",
            _("Chưa có giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng."),
            validity,
            clears="certificates.awareness",
        )
        return
    last = add_months(certificate.issued_on, validity.value)
    if on > last or (on == last and not dossier.policies.certificate_last_day_counts):
        yield refuse(
            "ADM-1",
            _("Giấy chứng nhận cấp ngày %(issued_on)s chỉ có giá trị %(months)d tháng, đến %(last)s: phải học lại."),
            validity,
            clears="certificates.awareness",
            issued_on=certificate.issued_on,
            months=validity.value,
            last=last,
        )


def new_member_certificate(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-3, TRN-5: the class for new members, begun after the ceremony, certified before the cell votes."""
    demanded = edition.new_member_class
    certificate = dossier.certificate("new_member", on)
    if certificate is None:
        yield refuse(
            "PRO-3",
            _("Chưa có giấy chứng nhận học lớp bồi dưỡng đảng viên mới."),
            demanded,
            clears="certificates.new_member",
        )
        return
    ceremony_on = dossier.ceremony_on
    if ceremony_on is None:
        return
    if (certificate.class_from or certificate.issued_on) < ceremony_on:
        if dossier.readmission and not dossier.policies.class_again_on_readmission:
            return
        yield refuse(
            "TRN-5",
            _("Lớp đảng viên mới phải học sau lễ kết nạp ngày %(ceremony_on)s."),
            demanded,
            clears="certificates.new_member",
            ceremony_on=ceremony_on,
        )
    end = dossier.probation_end(edition.probation_months.value)
    if end and certificate.issued_on > end:
        yield warn(
            "PRO-3",
            _("Giấy chứng nhận lớp đảng viên mới cấp ngày %(issued_on)s, sau khi hết thời gian dự bị %(end)s."),
            demanded,
            clears="certificates.new_member",
            issued_on=certificate.issued_on,
            end=end,
        )
