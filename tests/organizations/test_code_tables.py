import unicodedata

import pytest

from organizations import code_tables
from organizations.code_tables import (
    ETHNIC_GROUPS,
    OCCUPATIONS,
    OWNERSHIP_TYPES,
    QUALIFICATIONS,
    RELIGIONS,
    CodeTable,
    qualification_level,
)
from organizations.models import Ethnicity, Occupation, OwnershipType, Qualification, Religion

TABLES = {name: table for name, table in vars(code_tables).items() if isinstance(table, CodeTable)}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_every_code_name_and_alias_means_one_row(table):
    codes = [row.code for row in table.rows]
    assert len(codes) == len(set(codes))
    assert [row.parent for row in table.rows if row.parent and row.parent not in table.by_code] == []
    wrong = [text for row in table.rows for text in (row.name, *row.aliases) if table.find(text) is not row]
    assert wrong == []


def test_there_are_54_ethnic_groups_and_the_others():
    assert [row.code for row in ETHNIC_GROUPS.rows] == [f"{number:02}" for number in range(1, 56)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("K'Ho", "Cơ-ho"),
        ("K’Ho", "Cơ-ho"),
        ("Cơ Ho", "Cơ-ho"),
        ("Raglai", "Ra-glai"),
        ("RAGLAY", "Ra-glai"),
        ("Chàm", "Chăm"),
        ("khmer", "Khơ-me"),
        ("H'Mông", "Mông"),
        (unicodedata.normalize("NFD", "Tày"), "Tày"),
        ("  kinh ", "Kinh"),
    ],
)
def test_ethnic_groups_are_found_by_alias(typed, name):
    assert ETHNIC_GROUPS.find(typed).name == name


def test_tay_and_thai_and_tho_are_not_confused():
    assert [ETHNIC_GROUPS.find(text).code for text in ("Tày", "Thái", "Thổ", "Hoa", "Mạ", "Mán")] == [
        "02",
        "03",
        "24",
        "04",
        "28",
        "09",
    ]


@pytest.mark.parametrize(
    ("typed", "code"), [("Không", "0"), ("Thiên chúa giáo", "2"), ("Bà ni", "6"), ("hoà hảo", "5"), ("Jedi", None)]
)
def test_religions_are_found_by_alias(typed, code):
    found = RELIGIONS.find(typed)
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Đại học Kinh tế", "Đại học"),
        ("Sơ cấp nghề", "Công nhân kỹ thuật, nhân viên nghiệp vụ, sơ cấp"),
        ("Trung cấp kế toán", "Trung cấp"),
        ("Không", "Không"),
        ("", None),
        ("Chứng chỉ tin học", None),
    ],
)
def test_a_qualification_in_words_has_a_level(typed, name):
    level = qualification_level(typed)
    assert (level and level.name) == name


def test_state_and_foreign_capital_are_told_apart():
    assert [OWNERSHIP_TYPES.by_code[code].name for code in ("9a", "9b5")] == [
        "Doanh nghiệp có vốn Nhà nước",
        "Doanh nghiệp có vốn nước ngoài",
    ]


@pytest.mark.django_db
def test_the_database_holds_the_same_rows():
    models = {
        Ethnicity: ETHNIC_GROUPS,
        Religion: RELIGIONS,
        OwnershipType: OWNERSHIP_TYPES,
        Qualification: QUALIFICATIONS,
        Occupation: OCCUPATIONS,
    }
    for model, table in models.items():
        assert list(model.objects.values_list("code", "name")) == [(row.code, row.name) for row in table.rows]
    state = OwnershipType.objects.filter(is_state=True)
    assert [row.code for row in state] == ["9a", "9a1", "9a2", "9a3"]
