"""The texts themselves. A number alone names nothing here: "01-HD/TW" is at least four documents."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Instrument:
    """A published text, known only by number, date and issuer together."""

    number: str
    signed_on: date
    issuer: str
    title: str

    def __str__(self) -> str:
        return f"{self.number} ngày {self.signed_on:%d/%m/%Y} của {self.issuer}".strip()


_REGULATION = "Quy định thi hành Điều lệ Đảng"
_GUIDANCE = "Hướng dẫn một số vấn đề cụ thể thi hành Điều lệ Đảng"
_CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương"
_SECRETARIAT = "Ban Bí thư"

CHARTER = Instrument(
    "Điều lệ Đảng", date(2011, 1, 19), "Đại hội đại biểu toàn quốc lần thứ XI", "Điều lệ Đảng Cộng sản Việt Nam"
)

QD29_2016 = Instrument("Quy định 29-QĐ/TW", date(2016, 7, 25), _CENTRAL_COMMITTEE, _REGULATION)
HD01_2016 = Instrument("Hướng dẫn 01-HD/TW", date(2016, 9, 20), _SECRETARIAT, _GUIDANCE)
QD24_2021 = Instrument("Quy định 24-QĐ/TW", date(2021, 7, 30), _CENTRAL_COMMITTEE, _REGULATION)
HD01_2021 = Instrument("Hướng dẫn 01-HD/TW", date(2021, 9, 28), _SECRETARIAT, _GUIDANCE)
QD232_2025 = Instrument("Quy định 232-QĐ/TW", date(2025, 1, 20), _CENTRAL_COMMITTEE, _REGULATION)
QD294_2025 = Instrument("Quy định 294-QĐ/TW", date(2025, 5, 26), _CENTRAL_COMMITTEE, _REGULATION)
HD06_2025 = Instrument("Hướng dẫn 06-HD/TW", date(2025, 6, 9), _SECRETARIAT, _GUIDANCE)
QD20_2026 = Instrument("Quy định 20-QĐ/TW", date(2026, 4, 8), _CENTRAL_COMMITTEE, _REGULATION)
HD01_2026 = Instrument("Hướng dẫn 01-HD/TW", date(2026, 5, 19), _SECRETARIAT, _GUIDANCE)
QD208_2026 = Instrument("Quy định 208-QĐ/TW", date(2026, 7, 26), _CENTRAL_COMMITTEE, _REGULATION)

QD54_1999 = Instrument(
    "Quy định 54-QĐ/TW", date(1999, 5, 12), "Bộ Chính trị", "Quy định về chế độ học tập lý luận chính trị trong Đảng"
)
HD61_2022 = Instrument(
    "Hướng dẫn 61-HD/BTGTW",
    date(2022, 6, 16),
    "Ban Tuyên giáo Trung ương",
    "Hướng dẫn thực hiện chương trình bồi dưỡng nhận thức về Đảng",
)
HD12_2022 = Instrument(
    "Hướng dẫn 12-HD/BTCTW", date(2022, 1, 18), "Ban Tổ chức Trung ương", "Hướng dẫn nghiệp vụ công tác đảng viên"
)
ND98_2014 = Instrument(
    "Nghị định 98/2014/NĐ-CP",
    date(2014, 10, 24),
    "Chính phủ",
    "Quy định việc thành lập tổ chức chính trị, tổ chức chính trị - xã hội tại doanh nghiệp",
)
