"""Deadlines, declared: what starts them, how long they run, which act ends them; and the rules about late acts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from candidates.calendar import add_working_days
from candidates.dossier import Dossier
from candidates.periods import add_months
from candidates.rules.finding import Finding, refuse, warn
from candidates.statute import Edition, Provision

Day = Callable[[Dossier, Edition], date | None]


class Span(StrEnum):
    WORKING_DAYS = "working_days"
    MONTHS = "months"


@dataclass(frozen=True)
class Deadline:
    """The act `transition` is due `length` (the name of a value of the edition) after the day `starts` gives.

    `done` gives the day it was met. `extended` lengthens it where the dossier holds the document of an extension.
    """

    code: str
    rule: str
    label: Promise
    transition: str
    starts: Day
    length: str
    span: Span
    done: Day
    extended: Callable[[Dossier], bool] = lambda dossier: False

    def provision(self, edition: Edition) -> Provision[int]:
        return getattr(edition, self.length)

    def due_on(self, dossier: Dossier, edition: Edition) -> date | None:
        """The last day in time; None while nothing has started the clock."""
        start = self.starts(dossier, edition)
        if start is None:
            return None
        length = self.provision(edition).value
        if self.span is Span.MONTHS:
            return add_months(start, length)
        if self.extended(dossier):
            length += edition.extension_working_days.value
        return add_working_days(start, length, dossier.policies.working_days)


def event(transition: str) -> Day:
    """The day that act was done."""
    return lambda dossier, edition: dossier.event(transition)


def _request_received(*, abroad: bool) -> Day:
    def received(dossier: Dossier, edition: Edition) -> date | None:
        verification = dossier.verification
        return verification.received_on if verification and verification.abroad is abroad else None

    return received


def _request_answered(dossier: Dossier, edition: Edition) -> date | None:
    return dossier.verification.answered_on if dossier.verification else None


def _ceremony(dossier: Dossier, edition: Edition) -> date | None:
    return dossier.ceremony_on


def _profile(dossier: Dossier, edition: Edition) -> date | None:
    return dossier.probation.profile_on


def _decision_clock(dossier: Dossier, edition: Edition) -> date | None:
    """ADM-16: from receipt by the cell; ADM-16b: from the decision itself."""
    received_on = dossier.decision.received_on if dossier.decision else None
    return {"received": received_on, "issued": dossier.decided_on}[edition.ceremony_clock.value]


def _probation_end(dossier: Dossier, edition: Edition) -> date | None:
    return dossier.probation_end(edition.probation_months.value)


def _latest_certificate(dossier: Dossier, edition: Edition) -> date | None:
    issued = (held.issued_on for held in dossier.certificates if held.kind == "awareness" and not held.revoked_on)
    return max(issued, default=None)


def _latest_paper(code: str) -> Day:
    return lambda dossier, edition: max((paper.on for paper in dossier.papers.get(code, ())), default=None)


VERIFICATION = Deadline(
    "verification",
    "ADM-6",
    _("Trả lời thẩm tra lý lịch"),
    "verify",
    _request_received(abroad=False),
    "verification_working_days",
    Span.WORKING_DAYS,
    _request_answered,
)
VERIFICATION_ABROAD = Deadline(
    "verification_abroad",
    "ADM-6",
    _("Trả lời thẩm tra lý lịch ở ngoài nước"),
    "verify",
    _request_received(abroad=True),
    "verification_abroad_working_days",
    Span.WORKING_DAYS,
    _request_answered,
)
CERTIFICATE = Deadline(
    "certificate",
    "ADM-1",
    _("Chi bộ xét trước khi giấy chứng nhận nhận thức về Đảng hết giá trị"),
    "propose",
    _latest_certificate,
    "certificate_months",
    Span.MONTHS,
    event("propose"),
)
PAPERS = tuple(
    Deadline(
        f"paper_{code}",
        "ADM-11",
        label,
        "propose",
        _latest_paper(code),
        "paper_months",
        Span.MONTHS,
        event("propose"),
    )
    for code, label in (
        ("introduction_letter", _("Chi bộ xét trước khi giấy giới thiệu (3-KNĐ) quá hạn")),
        ("youth_resolution", _("Chi bộ xét trước khi nghị quyết của Đoàn (4-KNĐ) quá hạn")),
        ("union_resolution", _("Chi bộ xét trước khi nghị quyết của công đoàn (4A-KNĐ) quá hạn")),
        ("opinions", _("Chi bộ xét trước khi ý kiến nhận xét (5-KNĐ) quá hạn")),
    )
)
DECISION = Deadline(
    "decision",
    "ADM-14",
    _("Xét, quyết định kết nạp"),
    "decide",
    event("propose"),
    "decision_working_days",
    Span.WORKING_DAYS,
    event("decide"),
    lambda dossier: bool(dossier.decision and dossier.decision.extension),
)
CEREMONY = Deadline(
    "ceremony",
    "ADM-16",
    _("Tổ chức lễ kết nạp"),
    "admit",
    _decision_clock,
    "ceremony_working_days",
    Span.WORKING_DAYS,
    _ceremony,
)
PROFILE = Deadline(
    "profile",
    "ADM-19",
    _("Khai lý lịch đảng viên và phiếu đảng viên"),
    "member_profile",
    _ceremony,
    "profile_working_days",
    Span.WORKING_DAYS,
    _profile,
)
RECOGNITION_CELL = Deadline(
    "recognition_cell",
    "PRO-6",
    _("Chi bộ xét công nhận chính thức"),
    "propose_recognition",
    _probation_end,
    "recognition_cell_working_days",
    Span.WORKING_DAYS,
    event("propose_recognition"),
)
RECOGNITION = Deadline(
    "recognition",
    "PRO-7",
    _("Xét, quyết định công nhận chính thức"),
    "recognise",
    event("propose_recognition"),
    "recognition_working_days",
    Span.WORKING_DAYS,
    event("recognise"),
    lambda dossier: bool(dossier.recognition and dossier.recognition.extension),
)
DEADLINES = (
    VERIFICATION,
    VERIFICATION_ABROAD,
    CERTIFICATE,
    *PAPERS,
    DECISION,
    CEREMONY,
    PROFILE,
    RECOGNITION_CELL,
    RECOGNITION,
)


def decided_in_time(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-14: 60 working days from the cell's resolution, 30 more if extended; late is still valid."""
    yield from _late(
        DECISION, dossier, edition, on, _("Kiểm điểm nếu không có lý do chính đáng; quyết định vẫn có giá trị.")
    )


def cell_recognises_in_time(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-6: 30 working days from the end of probation; late does not move the official date (PRO-8)."""
    yield from _late(RECOGNITION_CELL, dossier, edition, on, _("Ngày chính thức không thay đổi."))


def recognised_in_time(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """PRO-7: 30 working days from the cell's recognition resolution, 30 more if extended."""
    yield from _late(RECOGNITION, dossier, edition, on, _("Ngày chính thức không thay đổi."))


def _late(deadline: Deadline, dossier: Dossier, edition: Edition, on: date, effect: Promise) -> Iterator[Finding]:
    due_on = deadline.due_on(dossier, edition)
    if due_on and on > due_on:
        yield warn(
            deadline.rule,
            _("%(act)s: đã quá hạn %(due_on)s (%(days)d ngày làm việc kể từ %(start)s). %(effect)s"),
            deadline.provision(edition),
            clears="reason",
            act=deadline.label,
            due_on=due_on,
            days=deadline.provision(edition).value,
            start=deadline.starts(dossier, edition),
            effect=effect,
        )


def ceremony_in_time(dossier: Dossier, edition: Edition, on: date) -> Iterator[Finding]:
    """ADM-16, ADM-16b: within 30 working days, or with the direct superior's agreement."""
    rule = {"received": "ADM-16", "issued": "ADM-16b"}[edition.ceremony_clock.value]
    due_on, length = CEREMONY.due_on(dossier, edition), edition.ceremony_working_days
    if due_on is None:
        yield refuse(
            rule,
            _("Chưa ghi ngày %(clock)s nên chưa tính được hạn tổ chức lễ kết nạp."),
            edition.ceremony_clock,
            clears=f"decision.{'received_on' if rule == 'ADM-16' else 'on'}",
            clock=_("chi bộ nhận quyết định") if rule == "ADM-16" else _("ban hành quyết định"),
        )
        return
    agreement = dossier.ceremony.late_agreement if dossier.ceremony else None
    if on <= due_on or (agreement and agreement.number):
        return
    yield refuse(
        rule,
        _(
            "Lễ kết nạp ngày %(on)s quá hạn %(due_on)s (%(days)d ngày làm việc):"
            " phải có văn bản đồng ý của cấp ủy cấp trên trực tiếp."
        ),
        edition.ceremony_clock if rule == "ADM-16b" else length,
        clears="ceremony.late_agreement",
        on=on,
        due_on=due_on,
        days=length.value,
    )
