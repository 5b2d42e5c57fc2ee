"""The register of papers: our codes are stable, the numbers of the form book are attributes."""

import pytest

from candidates.papers_register import BY_CODE, BY_NUMBER, FORMS, form_named


def test_codes_and_numbers_name_one_form_each():
    numbered = [form.number for form in FORMS if form.number]
    listed = [form.listed for form in FORMS if form.listed]
    assert (len(BY_CODE), len(BY_NUMBER), len(set(listed))) == (len(FORMS), len(numbered), len(listed))


def test_the_forms_of_the_book_are_all_there():
    book = ["1", "2", "3", "4", "4A", *(str(number) for number in range(5, 17))]
    assert [f"{number}-KNĐ" for number in book if f"{number}-KNĐ" not in BY_NUMBER] == []


@pytest.mark.parametrize("name", ["union_resolution", "4A-KNĐ", "4A-KND", "4a-knđ"])
def test_a_form_is_found_by_code_or_number(name):
    assert form_named(name).label == "Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng (4A-KNĐ)"


def test_an_unknown_form_is_an_error():
    with pytest.raises(KeyError):
        form_named("17-KNĐ")
