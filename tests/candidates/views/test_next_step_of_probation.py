"""The card of next steps says when the day has not come."""

import datetime

import pytest

from candidates.models import Candidate
from tests.candidates.history import ExampleA

pytestmark = pytest.mark.django_db


def test_recognition_is_not_called_ready_before_the_twelve_months_end(cast, sign_in, time_machine):
    candidate = ExampleA(cast).until("propose_recognition")
    time_machine.move_to(datetime.datetime(2024, 8, 1, 9, tzinfo=datetime.UTC))
    page = sign_in(cast.secretary).get(f"/ho-so/{candidate.pk}/").content.decode()
    assert "hết thời gian dự bị 11/08/2024" in page
    assert "Đủ điều kiện để ghi bước này." not in page
    assert Candidate.objects.get(pk=candidate.pk).stage == "on_probation"
