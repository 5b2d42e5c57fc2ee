"""The language of the record: what is kept is written in one language, whatever language its writer reads."""

from django.conf import settings
from django.utils.translation import override


def of_record():
    """A block whose messages come in the language the record is kept in (Vietnamese)."""
    return override(settings.LANGUAGE_CODE)
