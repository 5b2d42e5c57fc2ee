"""The papers of a dossier under stable codes of our own; the KNĐ numbers are those of the form books 2012–2022.

Titles follow the list of 104 kinds of papers of a member's dossier (Công văn 1361-CV/BTCTW, 30/06/2026, phụ lục 1).
Numbers from 17-KNĐ on are not stable (OPEN-3) and are not given.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Form:
    """One kind of paper: `number` as printed in the form book, `listed` its place among the 104."""

    code: str
    number: str
    title: str
    made_by: Promise
    listed: int | None = None

    @property
    def label(self) -> str:
        """The title with the form's number, as it is cited."""
        return f"{self.title} ({self.number})" if self.number else self.title


_CELL = _("chi bộ")
_CELL_COMMITTEE = _("chi ủy")
_BASE_COMMITTEE = _("đảng ủy cơ sở")
_SECTIONAL_COMMITTEE = _("đảng ủy bộ phận")
_COMPETENT_COMMITTEE = _("cấp ủy có thẩm quyền")
_LEFT_COMMITTEE = _("cấp ủy nơi đi")
_TRAINING_CENTRE = _("trung tâm chính trị")
_CANDIDATE = _("người vào Đảng")
_PROBATIONER = _("đảng viên dự bị")

# The exact titles of the register are quoted, not translated.
FORMS = (
    Form("awareness_certificate", "CN-NTVĐ", "Giấy chứng nhận học lớp nhận thức về Đảng", _TRAINING_CENTRE, 38),
    Form("application", "1-KNĐ", "Đơn xin vào Đảng", _CANDIDATE, 37),
    Form("personal_record", "2-KNĐ", "Lý lịch của người xin vào Đảng", _CANDIDATE, 1),
    Form("introduction_letter", "3-KNĐ", "Giấy giới thiệu người vào Đảng", _("đảng viên chính thức giới thiệu"), 39),
    Form(
        "youth_resolution",
        "4-KNĐ",
        "Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng",
        _("ban chấp hành đoàn cơ sở"),
        40,
    ),
    Form(
        "union_resolution",
        "4A-KNĐ",
        "Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng",
        _("ban chấp hành công đoàn cơ sở"),
        41,
    ),
    Form(
        "opinions",
        "5-KNĐ",
        "Tổng hợp ý kiến nhận xét của tổ chức chính trị - xã hội nơi người vào Đảng sinh hoạt"
        " và chi ủy nơi cư trú đối với người vào Đảng",
        _CELL_COMMITTEE,
        42,
    ),
    Form("cell_resolution", "6-KNĐ", "Nghị quyết đề nghị kết nạp đảng viên của chi bộ", _CELL, 43),
    Form(
        "appraisal_report",
        "7-KNĐ",
        "Báo cáo thẩm định nghị quyết của chi bộ đề nghị kết nạp",
        _SECTIONAL_COMMITTEE,
        44,
    ),
    Form(
        "committee_resolution",
        "8-KNĐ",
        "Nghị quyết đề nghị kết nạp đảng viên của đảng ủy cơ sở",
        _BASE_COMMITTEE,
        45,
    ),
    Form("admission_decision", "9-KNĐ", "Quyết định kết nạp đảng viên", _COMPETENT_COMMITTEE, 5),
    Form("new_member_certificate", "CN-ĐVM", "Giấy chứng nhận học lớp đảng viên mới", _TRAINING_CENTRE, 46),
    Form("self_review", "10-KNĐ", "Bản tự kiểm điểm của đảng viên dự bị", _PROBATIONER, 47),
    Form(
        "mentor_comment",
        "11-KNĐ",
        "Bản nhận xét đảng viên dự bị",
        _("đảng viên được phân công giúp đỡ"),
        48,
    ),
    Form("probation_opinions", "12-KNĐ", "Tổng hợp ý kiến nhận xét đối với đảng viên dự bị", _CELL_COMMITTEE, 49),
    Form(
        "recognition_cell_resolution",
        "13-KNĐ",
        "Nghị quyết đề nghị công nhận đảng viên chính thức của chi bộ",
        _CELL,
        50,
    ),
    Form(
        "recognition_appraisal_report",
        "14-KNĐ",
        "Báo cáo thẩm định nghị quyết đề nghị công nhận đảng viên chính thức",
        _SECTIONAL_COMMITTEE,
        51,
    ),
    Form(
        "recognition_committee_resolution",
        "15-KNĐ",
        "Nghị quyết đề nghị công nhận đảng viên chính thức của đảng ủy cơ sở",
        _BASE_COMMITTEE,
        52,
    ),
    Form("recognition_decision", "16-KNĐ", "Quyết định công nhận đảng viên chính thức", _COMPETENT_COMMITTEE, 7),
    Form(
        "consideration_certificate",
        "",
        "Giấy chứng nhận người vào Đảng đang trong thời gian được xem xét, giúp đỡ kết nạp",
        _LEFT_COMMITTEE,
        53,
    ),
    Form(
        "transfer_letter_cell",
        "",
        "Công văn giới thiệu người vào Đảng đã được chi bộ đề nghị kết nạp",
        _LEFT_COMMITTEE,
        92,
    ),
    Form(
        "transfer_letter_committee",
        "",
        "Công văn giới thiệu người vào Đảng đã được cấp ủy đề nghị kết nạp",
        _LEFT_COMMITTEE,
        93,
    ),
    Form(
        "transfer_letter_decision",
        "",
        "Công văn giới thiệu người vào Đảng đã ra quyết định kết nạp",
        _LEFT_COMMITTEE,
        94,
    ),
    Form(
        "verifier_letter",
        "",
        "Giấy giới thiệu cử đảng viên, cấp ủy viên đi thẩm tra lý lịch",
        _BASE_COMMITTEE,
        96,
    ),
    Form(
        "verification_request",
        "",
        "Công văn đề nghị thẩm tra lý lịch của người vào Đảng",
        _BASE_COMMITTEE,
        97,
    ),
    Form("member_record", "1-HSĐV", "Lý lịch đảng viên", _PROBATIONER),
    Form("member_sheet", "2-HSĐV", "Phiếu đảng viên", _PROBATIONER),
)
BY_CODE = {form.code: form for form in FORMS}
BY_NUMBER = {form.number: form for form in FORMS if form.number}


def form_named(name: str) -> Form:
    """The form of that code or KNĐ number ("4A-KNĐ" or "4A-KND"). Raises KeyError."""
    return BY_CODE.get(name) or BY_NUMBER[name.upper().replace("-KND", "-KNĐ")]
