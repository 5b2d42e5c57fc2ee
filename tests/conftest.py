"""One run: throw-away servers, a database migrated by its owner, and tests that run as the application's role."""

# ruff: noqa: E402 - the servers must answer before anything reads settings
from config import translations
from tests import servers

servers.start()
translations.compile_stale(translations.ROOT / "locale")

from collections.abc import Iterator

import django
import pytest
from django.conf import settings
from django.test import TransactionTestCase

django.setup()
servers.settings_are_read()
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # tests sign in often

from tests import database
from tests.cast import cast, in_whole_scope, sign_in

__all__ = ["cast", "in_whole_scope", "sign_in"]

TransactionTestCase._fixture_teardown = database.teardown_of_committing_tests  # type: ignore[method-assign]


def pytest_unconfigure() -> None:
    servers.stop()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The migrated test database, from here on met as the application's role."""
    with django_db_blocker.unblock():
        database.keep_seed()
        database.drop_to_application_role()
    yield
    with django_db_blocker.unblock():
        database.return_to_owner()
