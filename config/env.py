"""Typed readers of environment variables. Each fails loudly: a typo stops the start, not the night report."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


def text(name: str, default: str | None = None) -> str:
    """The variable, or `default`; empty counts as unset. Raises ImproperlyConfigured where there is neither."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"The environment variable {name} must be set.")
    return default


def flag(name: str, default: bool) -> bool:
    """True for 1, true, yes, on; False for 0, false, no, off. Anything else raises ImproperlyConfigured."""
    value = text(name, "on" if default else "off").lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be one of 1, true, yes, on, 0, false, no, off; not {value!r}.")


def number(name: str, default: int, *, minimum: int = 0) -> int:
    """A whole number of at least `minimum`. Raises ImproperlyConfigured for anything else."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value) < minimum:
        raise ImproperlyConfigured(f"{name} must be a whole number of at least {minimum}; not {value!r}.")
    return int(value)


def month(name: str) -> date | None:
    """The first day of a month written YYYY-MM; None where unset. Raises ImproperlyConfigured for anything else."""
    value = text(name, "")
    if not value:
        return None
    try:
        return date.fromisoformat(f"{value}-01")
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a month such as 2026-01; not {value!r}.") from error


def words(name: str, default: Iterable[str] = ()) -> list[str]:
    """The comma-separated parts, without spaces and empty parts."""
    return [word.strip() for word in text(name, ",".join(default)).split(",") if word.strip()]


def secret(name: str, *, minimum: int = 32) -> str:
    """A value of at least `minimum` characters. The message never repeats the value."""
    value = text(name)
    if len(value) < minimum:
        raise ImproperlyConfigured(f"{name} must have at least {minimum} characters.")
    return value


def url(name: str, schemes: Iterable[str], default: str | None = None) -> str:
    """An address whose scheme is one of `schemes`. The message never repeats the value: it may hold a password."""
    value = text(name, default)
    allowed = list(schemes)
    try:
        scheme = urlsplit(value).scheme
        urlsplit(value).port  # noqa: B018 - raises ValueError where the port is no number
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address that can be read.") from error
    if scheme not in allowed:
        raise ImproperlyConfigured(f"{name} must begin with {' or '.join(f'{one}://' for one in allowed)}.")
    return value


def keys(name: str) -> list[str]:
    """Comma-separated Fernet keys, newest first, at least one. The message never repeats a key."""
    found = words(name)
    if not found:
        raise ImproperlyConfigured(f"The environment variable {name} must be set.")
    for position, key in enumerate(found, start=1):
        try:
            Fernet(key)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"Key {position} of {name} is not a Fernet key (32 bytes in url-safe base64)."
            ) from error
    return found


def database(value: str, *, settings: Mapping[str, str]) -> dict:
    """Django's DATABASES entry for a postgresql:// address, whose query string becomes libpq parameters.

    `settings` are set on each connection as it opens, so that RESET returns to them.
    """
    parts = urlsplit(value)
    parameters = dict(parse_qsl(parts.query))
    own = [f"-c {name}={one}" for name, one in settings.items()]
    parameters["options"] = " ".join([parameters.get("options", ""), *own]).strip()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parameters.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": parameters,
    }


def email(value: str) -> dict:
    """Django's EMAIL_* settings for console://, smtp://, smtp+tls:// or smtps:// addresses."""
    parts = urlsplit(value)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or {"smtps": 465, "smtp+tls": 587}.get(parts.scheme, 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
    }


def folder(name: str, default: Path) -> Path:
    """A folder's absolute path."""
    return Path(text(name, str(default))).expanduser().resolve()
