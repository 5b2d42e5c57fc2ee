"""The proof that the record is whole: the chain recomputed in the database, in one streamed pass.

What the chain can and cannot show: a row changed, taken out or slipped in is found wherever it stands, except that
someone who owns the tables could cut off the end and leave no trace. Against that, keep the anchor (the last position
and fingerprint) somewhere else and compare it with `since`.
"""

from dataclasses import dataclass

from django.db import connection

# Each link beside its entry, the link before it, and the fingerprint that should be there.
# LAG speaks of the link that is there before, so a link that was taken out breaks the one that follows it.
WALK = """
SELECT position, before, id IS NULL, fingerprint = expected, encode(fingerprint, 'hex')
FROM (
    SELECT l.position,
           coalesce(lag(l.position) OVER chain, 0) AS before,
           e.id,
           l.fingerprint,
           audit_fingerprint(coalesce(lag(l.fingerprint) OVER chain, ''::bytea), e) AS expected
    FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
    WINDOW chain AS (ORDER BY l.position)
) walked
ORDER BY position
"""
UNLINKED = """
SELECT min(e.id) FROM audit_entry e
WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry_id = e.id)
"""


@dataclass(frozen=True)
class Proof:
    """`entries`: links proved from the first on; `anchor`: the fingerprint of the last of them, in hex.

    `broken` is empty when all is well, else one of: gap, entry_removed, entry_changed, entry_unlinked, anchor_missing;
    `position` is where (for an unlinked entry: its number).
    """

    entries: int
    anchor: str
    broken: str = ""
    position: int | None = None


def prove(*, anchor=None):
    """Recompute the chain; say where it first breaks. `anchor`: (position, fingerprint) kept from an earlier proof."""
    entries, last = 0, ""
    kept_position, kept_fingerprint = anchor or (None, None)
    found_anchor = anchor is None
    with connection.chunked_cursor() as cursor:
        cursor.execute(WALK)
        for position, before, entry_is_gone, is_as_expected, fingerprint in cursor:
            if position != before + 1:
                return Proof(entries, last, "gap", before + 1)
            if entry_is_gone:
                return Proof(entries, last, "entry_removed", position)
            if not is_as_expected:
                return Proof(entries, last, "entry_changed", position)
            if position == kept_position and fingerprint == kept_fingerprint:
                found_anchor = True
            entries, last = entries + 1, fingerprint
    with connection.cursor() as cursor:
        cursor.execute(UNLINKED)
        unlinked = cursor.fetchone()[0]
    if unlinked is not None:
        return Proof(entries, last, "entry_unlinked", unlinked)
    if not found_anchor:
        return Proof(entries, last, "anchor_missing", kept_position)
    return Proof(entries, last)
