"""A text column that is unreadable without the keys of the environment."""

import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models

# What a blind index speaks of: equal texts of different purposes have different hashes.
IDENTITY, PHONE = "identity", "phone"


@lru_cache(maxsize=4)
def _box(keys):
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text):
    """Return the token of a text under the newest key."""
    return _box(tuple(settings.FIELD_KEYS)).encrypt(text.encode()).decode()


def decrypt(token):
    """Return the text of a token. Raises cryptography.fernet.InvalidToken on a foreign one."""
    return _box(tuple(settings.FIELD_KEYS)).decrypt(token.encode()).decode()


def blind_index(text, *, purpose):
    """A keyed hash by which an equal value is found without being readable; 64 hex digits."""
    message = f"{purpose}:{text}".encode()
    return hmac.new(settings.HASH_KEY.encode(), message, hashlib.sha256).hexdigest()


class EncryptedTextField(models.TextField):
    """Encrypts on the way in, decrypts on the way out; the empty string stays empty."""

    def from_db_value(self, value, expression, connection):
        return decrypt(value) if value else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return encrypt(value) if value else value

    def get_lookup(self, lookup_name):
        # An equal text has another token every time: a comparison would find nothing, silently.
        if lookup_name not in {"isnull"}:
            raise TypeError(f"an encrypted column cannot be searched by {lookup_name}")
        return super().get_lookup(lookup_name)
