"""Passwords and keys of a checkout that is only tried out: made once, kept in var/secrets (mode 0600)."""

import base64
import contextlib
import json
import os
import secrets
from pathlib import Path

from config.servers.errors import ServerError

PASSWORDS = ("postgres", "owner", "app", "broker")


def make() -> dict[str, str]:
    return {
        **{name: secrets.token_urlsafe(24) for name in PASSWORDS},
        "SECRET_KEY": secrets.token_urlsafe(48),
        "HASH_KEY": secrets.token_urlsafe(48),
        "FIELD_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
    }


def load(var: Path) -> dict[str, str]:
    """The checkout's passwords and keys, made on first use. Raises ServerError where the file cannot be used."""
    path = var / "secrets"
    try:
        var.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            part = var / f"secrets.{os.getpid()}"
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123
                json.dump(make(), file, indent=1)
            with contextlib.suppress(FileExistsError):  # another command was quicker: its keys hold
                path.hardlink_to(part)
            part.unlink()
        return json.loads(path.read_text())
    except OSError as error:
        raise ServerError(f"{path} cannot be read or made: {error.strerror}.") from error
    except ValueError as error:
        raise ServerError(f"{path} is damaged; without it the data in {var} cannot be read. Restore it.") from error
