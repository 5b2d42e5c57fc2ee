"""The audit record of one dossier, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit.models import Entry
from candidates.pipeline import TRANSITIONS

SHOWN = 100
LATEST = 5
# Looks, told apart from changes.
LOOKS = {
    "candidate.view": _("Xem hồ sơ"),
    "candidate.view_coarse": _("Xem tiến độ"),
    "person.reveal_identity": _("Xem số CCCD đầy đủ"),
    "candidate.search_number": _("Tìm theo số CCCD"),
    "person.view": _("Xem thông tin cá nhân"),
}
CHANGES = {
    "candidate.assign_mentor": _("Phân công người giúp đỡ"),
    "candidate.add_introduction": _("Ghi người giới thiệu"),
    "candidate.record_paper": _("Ghi giấy tờ"),
    "candidate.request_verification": _("Ghi đề nghị thẩm tra"),
    "candidate.assign_unit": _("Giao chi bộ xem xét"),
    "person.register": _("Nhập người mới"),
    "person.update": _("Sửa thông tin cá nhân"),
    "person.employ": _("Ghi việc làm"),
    "person.end_employment": _("Ghi thôi việc"),
    "person.join": _("Ghi vào đoàn thể"),
    "person.leave": _("Ghi ra khỏi đoàn thể"),
    "person.consent": _("Ghi sự đồng ý xử lý dữ liệu"),
    "person.withdraw_consent": _("Ghi rút lại sự đồng ý"),
}


@dataclass(frozen=True)
class Line:
    """One entry of the record as the page shows it."""

    at: datetime
    who: str
    office: str
    what: str | Promise
    reason: str
    is_look: bool


def words(verb):
    """The verb of an entry in the field's terms; the verb itself where nobody has named it."""
    code = verb.removeprefix("candidate.")
    if verb.startswith("candidate.") and code in TRANSITIONS:
        return TRANSITIONS[code].label
    return LOOKS.get(verb) or CHANGES.get(verb) or verb


def record_of(candidate):
    """Who did and saw what, newest first: the dossier's entries and those of its person."""
    entries = (
        entries_about("candidates.candidate", candidate.pk) | entries_about("people.person", candidate.person_id)
    ).order_by("-id")[:SHOWN]
    return [
        Line(entry.at, entry.actor_name, entry.office, words(entry.verb), entry.reason, entry.verb in LOOKS)
        for entry in entries
    ]


def done_by_others(candidate, user):
    """The latest changes that somebody else made in the dossier, newest first."""
    entries = entries_about("candidates.candidate", candidate.pk).exclude(verb__in=LOOKS).exclude(actor=user)
    return [
        Line(entry.at, entry.actor_name, entry.office, words(entry.verb), entry.reason, False)
        for entry in entries[:LATEST]
    ]


def entries_about(subject_type, pk):
    return Entry.objects.filter(subject_type=subject_type, subject_id=str(pk))
