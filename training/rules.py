"""What is asked of a class, of who sits in it, and of who passes (TRN-1 to TRN-5). Plain facts in, findings out."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

AWARENESS_GUIDANCE = "Hướng dẫn 61-HD/BTGTW ngày 16/06/2022, Ban Tuyên giáo Trung ương"
NEW_MEMBER_REGULATION = "Quy định 54-QĐ/TW ngày 12/05/1999, Bộ Chính trị"
ENROLMENT_CUSTOM = "Phân công chiêu sinh của cấp ủy mở lớp"
RESERVED_CLASSES = "Kế hoạch mở lớp riêng cho công nhân của cấp ủy"
ATTENDANCE_CUSTOM = "Quy chế lớp học (thông lệ, chưa có văn bản của Trung ương)"
CERTIFICATE_BOOK = "Sổ cấp giấy chứng nhận của cơ sở đào tạo"

PROGRAMMES = {"awareness": AWARENESS_GUIDANCE, "new_member": NEW_MEMBER_REGULATION}


class Severity(StrEnum):
    REFUSE = "refuse"
    WARN = "warn"


@dataclass(frozen=True)
class Finding:
    """One thing missing or wrong; `clears` names the field that mends it. A warning yields to a written reason."""

    rule: str
    message: str
    citation: str
    severity: Severity = Severity.REFUSE
    clears: str = ""


@dataclass(frozen=True)
class ClassFacts:
    kind: str
    code: str
    is_running: bool
    is_reserved_for_workers: bool
    organization: str


@dataclass(frozen=True)
class Applicant:
    """Who wants to sit in a class. `membership` is "", "probationary" or "full" on the day of enrolment."""

    name: str
    is_within: bool
    is_direct_worker: bool
    membership: str = ""
    is_listed: bool = False
    sits_in: str = ""


def may_sit(course: ClassFacts, applicant: Applicant) -> Iterator[Finding]:
    """TRN-2, TRN-5: the class takes learners, from its own units, of the people it is meant for."""
    name = {"name": applicant.name, "organization": course.organization, "code": applicant.sits_in}
    if not course.is_running:
        yield Finding("TRN-2", _("Lớp đã bế giảng hoặc đã hủy, không ghi danh được nữa."), ENROLMENT_CUSTOM)
    if not applicant.is_within:
        yield Finding(
            "TRN-2", _("%(name)s không thuộc phạm vi chiêu sinh của %(organization)s.") % name, ENROLMENT_CUSTOM
        )
    if applicant.is_listed:
        yield Finding("TRN-2", _("%(name)s đã có tên trong lớp này.") % name, ENROLMENT_CUSTOM)
    if applicant.sits_in:
        yield Finding("TRN-2", _("%(name)s đang học lớp %(code)s cùng loại.") % name, ENROLMENT_CUSTOM)
    if course.kind == "awareness" and applicant.membership:
        yield Finding(
            "TRN-2",
            _("%(name)s đã là đảng viên; lớp nhận thức về Đảng dành cho người vào Đảng.") % name,
            AWARENESS_GUIDANCE,
        )
    if course.kind == "new_member" and applicant.membership == "":
        yield Finding(
            "TRN-5", _("%(name)s chưa được kết nạp; lớp này dành cho đảng viên dự bị.") % name, NEW_MEMBER_REGULATION
        )
    if course.kind == "new_member" and applicant.membership == "full":
        yield Finding("TRN-5", _("%(name)s đã là đảng viên chính thức.") % name, NEW_MEMBER_REGULATION)
    if course.is_reserved_for_workers and not applicant.is_direct_worker:
        yield Finding(
            "TRN-2",
            _("Lớp dành riêng cho công nhân, lao động trực tiếp; việc làm hiện nay của %(name)s không phải vị trí này.")
            % name,
            RESERVED_CLASSES,
            Severity.WARN,
            clears="override_reason",
        )


def is_planned_soundly(kind, starts_on, sittings, sessions) -> Iterator[Finding]:
    """TRN-1: the sessions of the curriculum find their days, and the first is held on the opening day."""
    citation = PROGRAMMES[kind]
    if len(sittings) < sessions:
        yield Finding("TRN-1", _("Không xếp đủ %(sessions)s buổi trong một năm.") % {"sessions": sessions}, citation)
    if sittings and sittings[0][0] != starts_on:
        yield Finding(
            "TRN-1",
            _("Ngày khai giảng %(day)s không phải ngày học của lớp; buổi đầu sớm nhất là %(first)s.")
            % {"day": f"{starts_on:%d/%m/%Y}", "first": f"{sittings[0][0]:%d/%m/%Y}"},
            citation,
            clears="starts_on",
        )


def may_be_marked(on: datetime.date, session_on: datetime.date) -> Iterator[Finding]:
    """TRN-3: attendance is taken of what has been held."""
    if session_on > on:
        yield Finding(
            "TRN-3", _("Buổi học ngày %(day)s chưa diễn ra.") % {"day": f"{session_on:%d/%m/%Y}"}, ATTENDANCE_CUSTOM
        )


def attended_enough(present, sessions, minimum):
    """Whether `present` of `sessions` reaches `minimum` per cent; the limit itself is enough."""
    return present * 100 >= minimum * sessions


def share(present, sessions):
    """Whole per cent, rounded down: a rounded-up share must not look like a reached minimum."""
    return present * 100 // sessions if sessions else 0


def falls_short(present, sessions, minimum, grade) -> Iterator[Finding]:
    """TRN-3: why a learner does not pass; nothing if he does."""
    if not attended_enough(present, sessions, minimum):
        yield Finding(
            "TRN-3",
            _("Dự %(present)s/%(sessions)s buổi (%(share)s %%), dưới mức tối thiểu %(minimum)s %%.")
            % {"present": present, "sessions": sessions, "share": share(present, sessions), "minimum": minimum},
            ATTENDANCE_CUSTOM,
        )
    if grade == "fail":
        yield Finding("TRN-3", _("Bài thu hoạch không đạt."), ATTENDANCE_CUSTOM)


def may_close(on, ends_on, unmarked, ungraded) -> Iterator[Finding]:
    """TRN-3: the last session is over, every session is marked, whoever attended enough has a grade."""
    if on < ends_on:
        yield Finding(
            "TRN-3",
            _("Lớp học đến ngày %(day)s mới bế giảng.") % {"day": f"{ends_on:%d/%m/%Y}"},
            ATTENDANCE_CUSTOM,
            clears="on",
        )
    if unmarked:
        yield Finding(
            "TRN-3",
            _("Chưa điểm danh buổi %(numbers)s.") % {"numbers": ", ".join(map(str, unmarked))},
            ATTENDANCE_CUSTOM,
            clears="attendance",
        )
    if ungraded:
        yield Finding(
            "TRN-3",
            _("Chưa có kết quả bài thu hoạch: %(names)s.") % {"names": ", ".join(ungraded)},
            ATTENDANCE_CUSTOM,
            clears="results",
        )


def may_be_registered(on, issued_on, is_known) -> Iterator[Finding]:
    """TRN-4: a certificate from elsewhere was issued by now, and is entered once."""
    if issued_on > on:
        yield Finding(
            "TRN-4",
            _("Ngày cấp %(day)s ở tương lai.") % {"day": f"{issued_on:%d/%m/%Y}"},
            CERTIFICATE_BOOK,
            clears="issued_on",
        )
    if is_known:
        yield Finding(
            "TRN-4", _("Giấy chứng nhận này đã được ghi nhận cho người này."), CERTIFICATE_BOOK, clears="number"
        )


def may_be_revoked(on, issued_on, revoked_on, reason) -> Iterator[Finding]:
    """TRN-4: once, after it was issued, with a reason."""
    if revoked_on:
        yield Finding("TRN-4", _("Đã thu hồi ngày %(day)s.") % {"day": f"{revoked_on:%d/%m/%Y}"}, CERTIFICATE_BOOK)
    if on < issued_on:
        yield Finding("TRN-4", _("Ngày thu hồi trước ngày cấp."), CERTIFICATE_BOOK, clears="on")
    if not reason.strip():
        yield Finding("TRN-4", _("Phải ghi lý do thu hồi."), CERTIFICATE_BOOK, clears="reason")
