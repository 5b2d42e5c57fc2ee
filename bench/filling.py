"""People to measure with: histories told act by act under the rules, then copied set by set.

Every copy is as lawful as its original: it keeps units, days, papers and votes, and has a name and a number of its
own. Same size, same seed, same day: same data.
"""

import io
import random

from accounts.models import User
from people.fields import IDENTITY, blind_index
from people.names import search_text, sort_key
from reports.demo.loading import load
from reports.demo.names import FAMILY, GIVEN, MIDDLE

SEED = 1930
# Copy number k of row n is row n + k * STEP; all originals lie below STEP.
STEP = 100_000
FOLLOWED = "SELECT person_id FROM candidates_candidate WHERE id < %(step)s"
OF_PERSON = f"t.person_id IN ({FOLLOWED}) AND t.id < %(step)s"
OF_CANDIDATE = "t.id < %(step)s"
# Tables in the order of their references: which columns name a copied row, and which rows are copied.
COPIED = {
    "people_person": (("id",), f"t.id IN ({FOLLOWED})"),
    "people_employment": (("id", "person_id"), OF_PERSON),
    "people_membership": (("id", "person_id"), OF_PERSON),
    "people_partymembership": (("id", "person_id"), OF_PERSON),
    "people_consent": (("id", "person_id"), OF_PERSON),
    "training_enrollment": (("id", "person_id"), OF_PERSON),
    "training_certificate": (("id", "person_id", "enrollment_id"), OF_PERSON),
    "candidates_candidate": (("id", "person_id"), OF_CANDIDATE),
    "candidates_stagechange": (("id", "candidate_id"), OF_CANDIDATE),
    "candidates_vote": (("id", "candidate_id", "stage_change_id"), OF_CANDIDATE),
    "candidates_introduction": (("id", "candidate_id"), OF_CANDIDATE),
    "candidates_mentorassignment": (("id", "candidate_id"), OF_CANDIDATE),
    "candidates_paper": (("id", "candidate_id", "stage_change_id", "introduction_id"), OF_CANDIDATE),
    "candidates_verification": (("id", "candidate_id"), OF_CANDIDATE),
}
# Columns of a copy that are its own.
OWN = {
    "people_person": {name: f"copy.{name}" for name in ("full_name", "sort_key", "search_text", "identity_hash")},
    "training_certificate": {"number": "t.number || '-' || copy.number"},
}


def tell(*, today, candidates):
    """The tree, its members, classes and targets, one account for each role, and candidacies told act by act."""
    load(today=today, candidates=candidates)
    User.objects.update(is_demo=False)  # accounts of the demo are closed where DEBUG is off


def copy_to(owner, people):
    """Copy the told candidacies, as the owner of the tables, until there are so many in all; then analyse."""
    with owner, owner.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '64MB'")
        cursor.execute(
            "SELECT c.person_id, p.sex FROM candidates_candidate c JOIN people_person p ON p.id = c.person_id"
            " WHERE c.id < %s ORDER BY c.id",
            [STEP],
        )
        originals = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM candidates_candidate")
        wanted = people - cursor.fetchone()[0]
        _invent(cursor, originals, wanted)
        for table, (shifted, rows) in COPIED.items():
            _copy(cursor, table, shifted, rows)
            cursor.execute(f"SELECT max(id) FROM {table}")  # noqa: S608 - a table named above
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, cursor.fetchone()[0]])
    owner.autocommit = True
    with owner.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    owner.autocommit = False


def _invent(cursor, originals, wanted):
    """A temporary table of the copies: of whom, which turn, and what each is called."""
    chance = random.Random(SEED)  # noqa: S311 - invented people, not keys
    lines = io.StringIO()
    for number in range(wanted):
        person, sex = originals[number % len(originals)]
        turn = number // len(originals) + 1
        name = " ".join(chance.choice(words) for words in (FAMILY, MIDDLE[sex], GIVEN[sex]))
        hashed = blind_index(f"{number:012}", purpose=IDENTITY)
        lines.write("\t".join((str(person), str(turn), name, sort_key(name), search_text(name), hashed)) + "\n")
    lines.seek(0)
    cursor.execute(
        'CREATE TEMPORARY TABLE copy (person bigint, number bigint, full_name text, sort_key text COLLATE "C",'
        " search_text text, identity_hash text, PRIMARY KEY (person, number)) ON COMMIT DROP"
    )
    cursor.copy_expert("COPY copy FROM STDIN", lines)
    cursor.execute("ANALYZE copy")


def _copy(cursor, table, shifted, rows):
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = '' ORDER BY attnum",
        [table],
    )
    columns = [name for (name,) in cursor.fetchall()]
    own = OWN.get(table, {})
    values = [
        own.get(name) or (f"t.{name} + copy.number * {STEP}" if name in shifted else f't."{name}"') for name in columns
    ]
    person = {"people_person": "t.id", "candidates_candidate": "t.person_id"}.get(table)
    of = person or ("t.person_id" if "person_id" in columns else "origin.person_id")
    join = "" if of != "origin.person_id" else "JOIN candidates_candidate origin ON origin.id = t.candidate_id"
    listed = ", ".join(f'"{name}"' for name in columns)
    cursor.execute(
        f"INSERT INTO {table} ({listed})"  # noqa: S608 - names of the catalogue
        f" SELECT {', '.join(values)} FROM {table} t {join} JOIN copy ON copy.person = {of} WHERE {rows}",
        {"step": STEP},
    )
