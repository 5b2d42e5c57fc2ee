import datetime

import pytest
from django.template import engines


def render(source, **context):
    return engines["django"].from_string("{% load ui %}" + source).render(context)


@pytest.mark.parametrize(("precision", "shown"), [("day", "14/08/1996"), ("month", "08/1996"), ("year", "1996")])
def test_a_date_shows_no_more_than_is_known(precision, shown):
    assert render("{{ day|partial_date:precision }}", day=datetime.date(1996, 8, 14), precision=precision) == shown
