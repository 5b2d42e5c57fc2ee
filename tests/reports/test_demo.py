"""The demo: lawful stories, one account for each role, and gone again when asked."""

import datetime

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from candidates.models import Candidate, StageChange
from organizations.models import Organization, Role
from organizations.scope import whole
from people.models import Person
from reports.demo.clearing import clear
from reports.demo.loading import load
from reports.models import Target
from training.models import Certificate, Course

TODAY = datetime.date(2026, 11, 23)

pytestmark = pytest.mark.django_db


def test_it_is_loaded_with_every_role_and_cleared_without_a_trace(django_capture_on_commit_callbacks):
    users, counts = load(today=TODAY, candidates=20)
    with whole():
        assert sorted(user.acting.role for user in users.values()) == sorted(Role.values)
        assert Candidate.objects.count() == 20
        assert not [code for code in counts if code.startswith("refused nominate")]
        # Whatever warned was overridden with a reason, and nothing refused was written.
        for change in StageChange.objects.all():
            assert not [finding for finding in change.findings if finding["severity"] == "refuse"]
            assert bool(change.findings) == bool(change.override_reason)
        assert Target.objects.filter(organization__kind="root", kind="admission", year=2026).exists()
        assert Certificate.objects.exists()
    clear()
    with whole():
        left = [model.objects.count() for model in (Candidate, Person, Course, Certificate)]
        assert left == [0, 0, 0, 0]
        assert Organization.objects.count() > 300
    assert not User.objects.filter(is_active=True).exists()


def test_it_is_not_loaded_where_debug_is_off(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("demo")
    assert not User.objects.exists()
