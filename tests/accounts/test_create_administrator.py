"""The first account of a new server comes from its command line."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from audit.models import Entry

pytestmark = pytest.mark.django_db


def test_it_prints_a_one_time_password_that_must_be_changed(cast, capsys, client):
    call_command("create_administrator", "quan-tri-moi", name="Người Quản Trị")
    password = capsys.readouterr().out.split()[-1]
    user = User.objects.get(username="quan-tri-moi")
    assert client.login(username="quan-tri-moi", password=password)
    assert (user.must_change_password, str(user.assignments.get().organization)) == (True, str(cast.root))
    assert Entry.objects.filter(verb="accounts.create", subject_id=str(user.pk)).count() == 1


def test_it_wants_organisations_first(db):
    with pytest.raises(CommandError):
        call_command("create_administrator", "quan-tri-moi", name="Người Quản Trị")
    assert not User.objects.exists()


@pytest.mark.parametrize("username", ["bi-thu", "Có Dấu"])
def test_a_name_taken_or_badly_written_is_refused(cast, username):
    before = User.objects.count()
    with pytest.raises(CommandError):
        call_command("create_administrator", username, name="Người Quản Trị")
    assert User.objects.count() == before
