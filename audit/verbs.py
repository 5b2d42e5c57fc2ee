"""What the verbs of the record are called on screen. A verb without a row is shown as it is written."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

FAMILIES = {
    "accounts": _("Tài khoản, đăng nhập"),
    "audit": _("Nhật ký"),
    "candidate": _("Hồ sơ"),
    "candidates": _("Nhập hồ sơ"),
    "certificate": _("Giấy chứng nhận"),
    "course": _("Lớp học"),
    "enterprise": _("Doanh nghiệp"),
    "holiday": _("Ngày nghỉ"),
    "job": _("Công việc chạy nền"),
    "organization": _("Tổ chức"),
    "organizations": _("Phân công, nhập tổ chức"),
    "party_membership": _("Đảng viên của chi bộ"),
    "person": _("Người"),
    "report": _("Báo cáo"),
    "target": _("Chỉ tiêu"),
}
LABELS = {
    "accounts.change": _("Sửa tài khoản"),
    "accounts.change_password": _("Đổi mật khẩu"),
    "accounts.choose_office": _("Chọn nhiệm vụ đang làm"),
    "accounts.create": _("Tạo tài khoản"),
    "accounts.deactivate": _("Khóa tài khoản"),
    "accounts.reactivate": _("Mở lại tài khoản"),
    "accounts.reset_password": _("Đặt lại mật khẩu"),
    "accounts.sign_in": _("Đăng nhập"),
    "accounts.sign_in_failed": _("Đăng nhập không thành công"),
    "accounts.sign_out": _("Đăng xuất"),
    "candidate.add_introduction": _("Ghi người giới thiệu"),
    "candidate.advance": _("Chuyển bước hồ sơ"),
    "candidate.assign_mentor": _("Phân công đảng viên giúp đỡ"),
    "candidate.assign_unit": _("Giao chi bộ theo dõi"),
    "candidate.export": _("Xuất danh sách hồ sơ"),
    "candidate.import": _("Nhập hồ sơ từ tệp"),
    "candidate.nominate": _("Giới thiệu quần chúng"),
    "candidate.record_paper": _("Ghi giấy tờ"),
    "candidate.request_verification": _("Gửi phiếu thẩm tra"),
    "candidate.search_number": _("Tìm theo số định danh"),
    "candidate.view": _("Xem hồ sơ"),
    "candidates.import": _("Nhập hồ sơ từ tệp"),
    "certificate.issue": _("Cấp giấy chứng nhận"),
    "certificate.register": _("Ghi giấy chứng nhận nơi khác cấp"),
    "certificate.revoke": _("Thu hồi giấy chứng nhận"),
    "course.cancel": _("Hủy lớp học"),
    "course.change": _("Sửa lớp học"),
    "course.close": _("Kết thúc lớp học"),
    "course.enrol": _("Ghi danh"),
    "course.leave": _("Rút khỏi lớp"),
    "course.mark_attendance": _("Điểm danh"),
    "course.plan": _("Mở lớp học"),
    "course.record_results": _("Ghi kết quả lớp học"),
    "course.reschedule": _("Đổi lịch học"),
    "course.seat": _("Xếp chỗ cho học viên"),
    "enterprise.change": _("Sửa doanh nghiệp"),
    "enterprise.register": _("Thêm doanh nghiệp"),
    "holiday.override": _("Điều chỉnh ngày nghỉ"),
    "holiday.withdraw": _("Bỏ điều chỉnh ngày nghỉ"),
    "job.cancel": _("Dừng công việc"),
    "job.fail": _("Công việc bị lỗi"),
    "job.finish": _("Công việc đã xong"),
    "job.start": _("Bắt đầu công việc"),
    "organization.change_facts": _("Sửa thông tin tổ chức"),
    "organization.close": _("Kết thúc hoạt động tổ chức"),
    "organization.create": _("Thành lập tổ chức"),
    "organization.delegate": _("Ủy quyền quyết định kết nạp"),
    "organization.move": _("Chuyển tổ chức cấp trên"),
    "organization.reclassify": _("Đổi loại tổ chức"),
    "organization.record_strength": _("Ghi số liệu tổ chức"),
    "organization.rename": _("Đổi tên tổ chức"),
    "organization.set_enterprise": _("Ghi doanh nghiệp của tổ chức"),
    "organization.withdraw_delegation": _("Thôi ủy quyền quyết định kết nạp"),
    "organizations.assign": _("Phân công nhiệm vụ"),
    "organizations.end_assignment": _("Kết thúc phân công"),
    "organizations.import": _("Nhập tổ chức từ tệp"),
    "party_membership.add": _("Ghi đảng viên vào chi bộ"),
    "party_membership.change": _("Sửa ngày của đảng viên"),
    "party_membership.end": _("Đảng viên rời chi bộ"),
    "party_membership.list": _("Xem danh sách đảng viên"),
    "person.consent": _("Ghi đồng ý xử lý dữ liệu"),
    "person.employ": _("Ghi nơi làm việc"),
    "person.end_employment": _("Thôi làm việc"),
    "person.join": _("Ghi đoàn viên"),
    "person.leave": _("Thôi là đoàn viên"),
    "person.register": _("Thêm người"),
    "person.reveal_identity": _("Xem số định danh đầy đủ"),
    "person.search_number": _("Tìm theo số định danh"),
    "person.update": _("Sửa thông tin người"),
    "person.withdraw_consent": _("Rút đồng ý xử lý dữ liệu"),
    "target.set": _("Giao chỉ tiêu"),
}


def family(verb):
    return verb.partition(".")[0]


def label(verb):
    return LABELS.get(verb, verb)


def choices():
    """Verbs for a filter: each family as a whole, then its own verbs."""
    return [
        (
            name,
            [
                (f"{key}.", gettext("Tất cả: %(family)s") % {"family": name}),
                *((verb, words) for verb, words in LABELS.items() if family(verb) == key),
            ],
        )
        for key, name in FAMILIES.items()
    ]
