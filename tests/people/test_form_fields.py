"""Form fields read what an office types and keep what they cannot read."""

import datetime

import pytest
from django import forms

from people.dates import PartialDate
from people.form_fields import (
    DateField,
    IdentityNumberField,
    NameField,
    PartialDateField,
    PhoneField,
    SchoolingField,
)
from people.schooling import Schooling

DAY = datetime.date(1990, 2, 1)


class Sheet(forms.Form):
    on = DateField(required=False)
    born = PartialDateField(required=False)
    number = IdentityNumberField(required=False)
    name = NameField(required=False)
    schooling = SchoolingField(required=False)
    phone = PhoneField(required=False)


def read(**typed):
    form = Sheet(typed)
    return {
        **form.errors.get_json_data(),
        **{name: form.cleaned_data[name] for name in typed if name not in form.errors},
    }


@pytest.mark.parametrize("typed", ["1/2/90", "01-02-1990", "01021990", " 1.2.1990 ", "1990-02-01"])
def test_a_day_is_read_in_every_manner(typed):
    assert read(on=typed) == {"on": DAY}


def test_a_month_is_not_a_day():
    error = {"message": "Cần đủ ngày, tháng, năm, ví dụ 05/03/1990.", "code": "incomplete"}
    assert read(on="7/2019", born="7/2019") == {"on": [error], "born": PartialDate(2019, 7)}


def test_an_impossible_day_says_why():
    assert read(on="31/4/2020") == {"on": [{"message": "Tháng 4/2020 không có ngày 31.", "code": "invalid"}]}


def test_values_are_normalised():
    assert read(name="  NGUYỄN  VĂN AN ", number="060 096 004521", schooling="THCS", phone="+84 912 345 678") == {
        "name": "Nguyễn Văn An",
        "number": "060096004521",
        "schooling": Schooling(9, 12),
        "phone": "0912345678",
    }


def test_blanks_are_empty():
    assert read(on="", born=" ", number="", name="", schooling="", phone="") == {
        "on": None,
        "born": None,
        "number": "",
        "name": "",
        "schooling": None,
        "phone": "",
    }


def test_what_cannot_be_read_comes_back_as_typed():
    form = Sheet({"on": "hôm qua"})
    assert not form.is_valid()
    assert form["on"].value() == "hôm qua"


def test_a_stored_day_is_shown_as_it_is_typed():
    form = Sheet(initial={"on": DAY, "born": PartialDate(1990), "schooling": Schooling(7, 10)})
    assert [form[name].value() for name in ("on", "born", "schooling")] == ["01/02/1990", "1990", "7/10"]


def test_the_same_day_typed_otherwise_is_no_change():
    assert Sheet({"on": "1/2/90"}, initial={"on": DAY}).changed_data == []
