"""Values from outside are read by their type, or stop the start."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.mark.parametrize(("value", "read"), [("1", True), ("On", True), ("yes", True), ("0", False), ("off", False)])
def test_flag(monkeypatch: pytest.MonkeyPatch, value: str, read: bool) -> None:
    monkeypatch.setenv("VALUE", value)
    assert env.flag("VALUE", default=not read) is read


@pytest.mark.parametrize("unset", ["", "  "])
def test_empty_is_unset(monkeypatch: pytest.MonkeyPatch, unset: str) -> None:
    monkeypatch.setenv("VALUE", unset)
    assert (env.text("VALUE", "default"), env.flag("VALUE", default=True), env.number("VALUE", 7)) == (
        "default",
        True,
        7,
    )


@pytest.mark.parametrize(
    ("read", "value", "message"),
    [
        (lambda: env.flag("VALUE", default=False), "ture", "VALUE must be one of 1, true"),
        (lambda: env.number("VALUE", 5), "-3", "VALUE must be a whole number of at least 0"),
        (lambda: env.number("VALUE", 5, minimum=1), "0", "VALUE must be a whole number of at least 1"),
        (lambda: env.secret("VALUE"), "short", "VALUE must have at least 32 characters"),
        (lambda: env.keys("VALUE"), "not-a-key", "Key 1 of VALUE is not a Fernet key"),
        (lambda: env.url("VALUE", ["postgresql"]), "mysql://u:hush@h/d", "VALUE must begin with postgresql://"),
        (lambda: env.url("VALUE", ["redis"]), "redis://:hush@h:port/0", "VALUE is not an address that can be read"),
        (lambda: env.text("VALUE"), "", "The environment variable VALUE must be set"),
        (lambda: env.keys("VALUE"), ",", "The environment variable VALUE must be set"),
    ],
)
def test_wrong_value_stops_and_is_not_repeated_where_secret(
    monkeypatch: pytest.MonkeyPatch, read, value: str, message: str
) -> None:
    monkeypatch.setenv("VALUE", value)
    with pytest.raises(ImproperlyConfigured, match=message) as stopped:
        read()
    assert "hush" not in str(stopped.value)


def test_database_address_becomes_connection_settings() -> None:
    assert env.database("postgresql://an%40:b%2Fc@db:6000/tao?sslmode=require", settings={"jit": "off"}) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "tao",
        "USER": "an@",
        "PASSWORD": "b/c",
        "HOST": "db",
        "PORT": "6000",
        "OPTIONS": {"sslmode": "require", "options": "-c jit=off"},
    }


def test_mail_address_becomes_mail_settings() -> None:
    assert env.email("smtp+tls://u:p@mail.example") == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "mail.example",
        "EMAIL_PORT": 587,
        "EMAIL_HOST_USER": "u",
        "EMAIL_HOST_PASSWORD": "p",
        "EMAIL_USE_SSL": False,
        "EMAIL_USE_TLS": True,
    }
