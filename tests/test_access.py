"""Every address of the site × everybody of the cast. An address without a row in tests/access/ fails."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.access import ACCOUNTS, rows

ROWS = rows()
# Namespaces of libraries whose pages hold nothing of anybody, with the colon.
LIBRARIES = ()


def url_names(resolver=None, prefix=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            if not inner.startswith(LIBRARIES):
                yield from url_names(pattern, inner)
        else:
            yield f"{prefix}{pattern.name}"


def test_every_address_says_who_may_open_it():
    assert sorted(set(url_names())) == sorted(ROWS)


@pytest.mark.parametrize("name", sorted(ROWS))
def test_address_opens_for_those_named_alone(name, cast):
    row = ROWS[name]
    address = reverse(name, kwargs=row.kwargs(cast)) + row.query
    people = ["visitor", *ACCOUNTS.split()]
    assert {who: status(address, row, who, cast) for who in people} == {who: row.expected(who) for who in people}


def status(address, row, who, cast):
    """The status the address answers to this person; whatever the request wrote is taken back."""
    client = Client()
    with transaction.atomic():
        if who != "visitor":
            client.force_login(getattr(cast, who))
        answer = getattr(client, row.method)(address, data=row.data(cast) or None).status_code
        transaction.set_rollback(True)
    return answer
