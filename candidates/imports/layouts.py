"""The manners in which offices keep the list of candidates; one more manner is one more row."""

from exchange.encodings import from_tcvn3
from exchange.layouts import Layout

COMMON = {
    "full_name": ("Họ và tên", "Họ tên", "Họ, tên", "Họ và tên quần chúng", "Họ, chữ đệm và tên"),
    "identity_number": (
        "Số CCCD",
        "CCCD",
        "Số căn cước",
        "Số căn cước công dân",
        "Số định danh cá nhân",
        "Số CCCD/Số định danh",
        "Căn cước công dân",
    ),
    "ethnicity": ("Dân tộc",),
    "religion": ("Tôn giáo",),
    "hometown": ("Quê quán", "Nguyên quán"),
    "residence": ("Nơi ở hiện nay", "Chỗ ở hiện nay", "Nơi cư trú", "Nơi ở"),
    "schooling": (
        "Trình độ văn hóa",
        "Văn hóa",
        "Trình độ/Văn hóa",
        "Học vấn",
        "Trình độ học vấn",
        "Giáo dục phổ thông",
    ),
    "qualification": ("Trình độ chuyên môn", "Chuyên môn", "Trình độ/Chuyên môn", "Chuyên môn nghiệp vụ"),
    "job_title": ("Nghề nghiệp", "Công việc", "Nghề nghiệp, chức vụ", "Công việc đang làm"),
    "union_on": ("Ngày vào Công đoàn", "Vào Công đoàn", "Ngày gia nhập Công đoàn"),
    "mentor": ("Đảng viên giúp đỡ", "Đảng viên được phân công giúp đỡ", "Người giúp đỡ"),
    "certificate_on": (
        "Ngày cấp GCN nhận thức về Đảng",
        "Ngày cấp GCN lớp nhận thức về Đảng",
        "Ngày cấp giấy chứng nhận nhận thức về Đảng",
        "Ngày cấp GCN",
    ),
    "phone": ("Điện thoại", "Số điện thoại", "SĐT"),
    "note": ("Ghi chú",),
}

TIDY = Layout(
    key="tidy",
    headings={
        "organization": ("Mã tổ chức", "Mã tổ chức đảng", "Mã TCCSĐ", "Mã đơn vị", "Mã"),
        "sex": ("Giới tính", "Giới", "Nam/nữ", "Phái"),
        "born": ("Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Ngày tháng năm sinh"),
        **COMMON,
    },
    required=("organization", "full_name", "sex", "born", "identity_number"),
)

PRINTED_HEADINGS = {
    "number": ("STT", "TT", "Số TT", "Số thứ tự"),
    "born_male": ("Ngày, tháng, năm sinh/Nam", "Ngày sinh/Nam", "Năm sinh/Nam", "Sinh ngày/Nam"),
    "born_female": ("Ngày, tháng, năm sinh/Nữ", "Ngày sinh/Nữ", "Năm sinh/Nữ", "Sinh ngày/Nữ"),
    **COMMON,
}
PRINTED_REQUIRED = ("number", "full_name", "born_male", "born_female", "identity_number")

COMMITTEE = Layout(
    key="committee",
    headings=PRINTED_HEADINGS,
    required=PRINTED_REQUIRED,
    numbered_by="number",
    sections=True,
)

TCVN3 = Layout(
    key="tcvn3",
    headings=PRINTED_HEADINGS,
    required=PRINTED_REQUIRED,
    numbered_by="number",
    sections=True,
    decode=from_tcvn3,
    keeps_case=False,
)

LAYOUTS = (TIDY, COMMITTEE, TCVN3)
