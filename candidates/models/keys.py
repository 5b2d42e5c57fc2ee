"""The scope key that every protected row of this app carries (see migration scope_keys)."""

from django.db import models


def scope_key():
    """A path repeated from the parent row; filled and kept by the database."""
    return models.CharField(max_length=250, default="", db_collation="C", editable=False)
