"""The certificates of a class as one PDF, a page each (TRN-4)."""

import json
from pathlib import Path

import typst

from training.models import Kind

# Words of the paper itself, which is Vietnamese whatever the language of the screen.
PROGRAMMES = {
    Kind.AWARENESS: "bồi dưỡng nhận thức về Đảng",
    Kind.NEW_MEMBER: "bồi dưỡng lý luận chính trị dành cho đảng viên mới",
}
GRADES = {"excellent": "Xuất sắc", "good": "Giỏi", "fair": "Khá", "pass": "Đạt"}
SHEET = Path(__file__).with_name("certificates.typ")


def certificates_pdf(course, certificates):
    """PDF bytes: number, name, date of birth, unit, class, days, grade, issuer, signature block.

    Data reach the sheet as JSON beside it, never as part of its text: a name cannot become markup.
    """
    pages = [
        {
            "number": row.number,
            "name": row.person.full_name,
            "born": str(row.person.born),
            "unit": row.unit_name,
            "grade": GRADES[row.enrollment.grade],
            "day": f"{row.issued_on:%d}",
            "month": f"{row.issued_on:%m}",
            "year": f"{row.issued_on:%Y}",
        }
        for row in certificates
    ]
    sheet = {
        "issuer": course.organizer,
        "committee": course.organization.name,
        "programme": PROGRAMMES[course.kind],
        "code": course.code,
        "from": f"{course.starts_on:%d/%m/%Y}",
        "to": f"{course.ends_on:%d/%m/%Y}",
        "pages": pages,
    }
    return typst.compile(str(SHEET), sys_inputs={"sheet": json.dumps(sheet)}, ignore_system_fonts=True)
