"""Invented persons: names, birth dates and identity numbers that hold together, and nothing of anybody real."""

import datetime
from dataclasses import dataclass

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Phan",
    "Trương",
    "Mai",
    "Lương",
    "Đinh",
    "Tạ",
    "Cao",
    "Thông",
    "Lâm",
    "Đoàn",
    "Hà",
    "Châu",
]
MIDDLE = {
    "male": ("Văn Đức Hữu Quốc Minh Thanh Công Xuân Ngọc Hoàng Gia Đình ").split(),  # noqa: SIM905
    "female": ("Thị Ngọc Thanh Mỹ Kim Thu Bích Hồng Minh Diệu Phương Như ").split(),  # noqa: SIM905
}
GIVEN = {
    "male": [
        "Hùng",
        "Dũng",
        "Long",
        "Sơn",
        "Hải",
        "Bình",
        "Khánh",
        "Phúc",
        "Tài",
        "Lợi",
        "Vũ",
        "Đạt",
        "Quý",
        "Nghĩa",
        "Thắng",
        "Tuấn",
        "Kiên",
        "Trung",
        "Đông",
        "Ân",
        "Bảo",
        "Ưng",
    ],
    "female": [
        "Hương",
        "Lan",
        "Mai",
        "Thảo",
        "Yến",
        "Trang",
        "Diễm",
        "Ngân",
        "Như",
        "Đào",
        "Hạnh",
        "Tuyết",
        "Thủy",
        "Hoa",
        "Nga",
        "Loan",
        "Thắm",
        "Ánh",
        "Quỳnh",
        "Vy",
        "Uyên",
        "Ái",
    ],
}
# Names of the Cham, Ra-glai and Cơ-ho of the province: one word, or no middle name.
MINORITY: dict[str, dict[str, tuple[str, ...]]] = {
    "16": {"male": ("K'Brìu", "K'Văn Tài", "K'Đức"), "female": ("Ka Thị Hạnh", "Ka Mai", "Ka Thị Duyên")},
    "17": {"male": ("Thông Minh Tuấn", "Qua Đình Lợi", "Xích Văn Phúc"), "female": ("Thông Thị Kim", "Lư Thị Hằng")},
    "21": {"male": ("Mang Văn Hòa", "Mang Hữu Hùng"), "female": ("Mang Thị Ruộng", "Mang Thị Xuân")},
}
PROVINCES = ("060",) * 14 + ("058", "058", "068", "067", "079", "075", "046")


@dataclass(frozen=True)
class Invented:
    full_name: str
    sex: str
    born_on: datetime.date
    identity_number: str
    ethnicity_code: str


def invent(random, *, youngest, oldest, today, taken):
    """An adult between the two ages (completed years), with a number that nobody of `taken` has yet."""
    sex = random.choice(("male", "female", "female"))
    born_on = today - datetime.timedelta(days=random.randint(youngest * 366, oldest * 365))
    ethnicity = random.choice(("16", "17", "21")) if random.random() < 0.08 else "01"
    if ethnicity == "01":
        name = " ".join((random.choice(FAMILY), random.choice(MIDDLE[sex]), random.choice(GIVEN[sex])))
    else:
        name = random.choice(MINORITY[ethnicity][sex])
    return Invented(name, sex, born_on, _number(random, sex, born_on, taken), ethnicity)


def _number(random, sex, born_on, taken):
    century = (born_on.year - 1900) // 100 * 2 + (sex == "female")
    while True:
        number = f"{random.choice(PROVINCES)}{century}{born_on.year % 100:02}{random.randint(0, 999_999):06}"
        if number not in taken:
            taken.add(number)
            return number
