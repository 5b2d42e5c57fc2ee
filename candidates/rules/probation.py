"""Probation and its dates (ADM-18, PRO-1, PRO-2, PRO-5, PRO-8 to PRO-11, PRO-13 to PRO-15, TRF-5)."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from candidates.dossier import Dossier
from candidates.rules.finding import Finding, refuse, warn
from candidates.statute import Edition

# PRO-13: what a probationer may be given; one who does not fit is struck off, not expelled.
PROBATIONERS_DISCIPLINE = frozenset({"", "reprimand", "warning"})


def probation_from_ceremony(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-18, TRF-5: probation begins with the ceremony and is not begun again by a move."""
    entered, ceremony_on = dossier.probation.from_on, dossier.ceremony_on
    if entered is None or ceremony_on is None or entered == ceremony_on:
        return
    if dossier.probation.transferred_on:
        yield refuse(
            "TRF-5",
            _("Chuyển nơi làm việc không tính lại thời gian dự bị: vẫn tính từ lễ kết nạp %(ceremony_on)s."),
            edition.probation_start,
            clears="probation.from_on",
            ceremony_on=ceremony_on,
        )
        return
    yield refuse(
        "ADM-18",
        _("Thời gian dự bị tính từ lễ kết nạp %(ceremony_on)s, không phải %(entered)s."),
        edition.probation_start,
        clears="probation.from_on",
        ceremony_on=ceremony_on,
        entered=entered,
    )


def probation_lasts(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-1, PRO-15: 12 months to the same day next year; a move or a lack does not lengthen it."""
    end, entered = dossier.probation_end(edition.probation_months.value), dossier.probation.to_on
    if end is None or entered is None or entered == end:
        return
    rule = "PRO-1" if entered < end else "TRF-5" if dossier.probation.transferred_on else "PRO-15"
    yield refuse(
        rule,
        _("Thời gian dự bị %(months)d tháng hết ngày %(end)s, không phải %(entered)s; không có gia hạn."),
        edition.probation_months if rule == "PRO-1" else edition.probation_fixed,
        clears="probation.to_on",
        months=edition.probation_months.value,
        end=end,
        entered=entered,
    )


def after_probation(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-5: the cell's resolution is dated after the 12 months end; the same day by policy only (OPEN-6)."""
    end = dossier.probation_end(edition.probation_months.value)
    if end is None:
        yield refuse(
            "PRO-1",
            _("Chưa có ngày lễ kết nạp nên chưa tính được thời gian dự bị."),
            edition.probation_start,
            clears="ceremony.on",
        )
        return
    resolutions = [paper.on for paper in dossier.papers.get("recognition_cell_resolution", ())]
    earliest = min(on, *resolutions) if resolutions else on
    if earliest < end or (earliest == end and not dossier.policies.recognition_on_last_day):
        yield refuse(
            "PRO-5",
            _("Chi bộ chỉ xét công nhận sau khi hết thời gian dự bị %(end)s, không phải ngày %(on)s."),
            edition.recognition_after_probation,
            clears="papers.recognition_cell_resolution",
            end=end,
            on=earliest,
        )


def probation_mentored(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-2: a full member goes on helping during probation."""
    mentor = dossier.mentor_on(on)
    if mentor is None:
        yield warn(
            "PRO-2",
            _("Chưa phân công đảng viên chính thức giúp đỡ trong thời gian dự bị."),
            edition.probation_mentor,
            clears="mentors",
        )


def not_deadlocked(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-9: after 3 votes without 2/3 either way the competent committee decides."""
    probation, most = dossier.probation, edition.recognition_votes
    if probation.votes_without_result >= most.value and not (probation.escalated and probation.escalated.number):
        yield refuse(
            "PRO-9",
            _("Đã %(given)d lần biểu quyết không đủ 2/3: báo cáo cấp ủy cấp trên trực tiếp và cấp ủy có thẩm quyền."),
            most,
            clears="probation.escalated",
            given=probation.votes_without_result,
        )


def official_from_probation_end(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-8: official from the day the 12 months ended, however late the meeting or the decision."""
    end, entered = dossier.probation_end(edition.probation_months.value), dossier.probation.official_on
    if end and entered and entered != end:
        yield refuse(
            "PRO-8",
            _("Ngày chính thức là ngày hết thời gian dự bị %(end)s, không phải %(entered)s."),
            edition.official_date,
            clears="probation.official_on",
            end=end,
            entered=entered,
        )


def party_age_from_decision(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-10: Party age counts from the date of the admission decision."""
    entered, decided_on = dossier.probation.party_age_from, dossier.decided_on
    if entered and decided_on and entered != decided_on:
        yield refuse(
            "PRO-10",
            _("Tuổi đảng tính từ ngày ghi trong quyết định kết nạp %(decided_on)s, không phải %(entered)s."),
            edition.party_age_start,
            clears="probation.party_age_from",
            decided_on=decided_on,
            entered=entered,
        )


def joined_at_ceremony(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-11: the day of joining is the ceremony; decision, joining and official day are three dates."""
    entered = dossier.probation.joined_on
    if entered and dossier.ceremony_on and entered != dossier.ceremony_on:
        yield refuse(
            "PRO-11",
            _("Ngày vào Đảng là ngày lễ kết nạp %(ceremony_on)s, không phải %(entered)s."),
            edition.probation_start,
            clears="probation.joined_on",
            ceremony_on=dossier.ceremony_on,
            entered=entered,
        )


def probation_over(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-5: no recognition before the probation has ended."""
    end = dossier.probation_end(edition.probation_months.value)
    if end and on < end:
        yield refuse(
            "PRO-5",
            _("Chưa hết thời gian dự bị %(end)s."),
            edition.recognition_after_probation,
            clears="recognition.on",
            end=end,
        )


def discipline_fits(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-13: reprimand or warning only; the unfit are struck off."""
    if dossier.probation.discipline not in PROBATIONERS_DISCIPLINE:
        yield refuse(
            "PRO-13",
            _("Đảng viên dự bị chỉ bị khiển trách hoặc cảnh cáo; không đủ tư cách thì xóa tên."),
            edition.probation_discipline,
            clears="probation.discipline",
        )


def absent_long_enough(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-14: removal for absence or unpaid dues needs 3 months in a year without reason."""
    months, least = dossier.probation.absence_months, edition.absence_months
    if months is not None and months < least.value:
        yield refuse(
            "PRO-14",
            _("Bỏ sinh hoạt hoặc không đóng đảng phí mới %(given)d tháng; phải đủ %(needed)d tháng trong năm."),
            least,
            clears="probation.absence_months",
            given=months,
            needed=least.value,
        )
