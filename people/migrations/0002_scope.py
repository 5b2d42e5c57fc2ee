"""Scope keys and row-level security of persons and what hangs on them; the blind duplicate check."""

from django.db import migrations

from organizations.scope_keys import key, policy

ORGANIZATION = "organizations_organization"
PERSON = "people_person"

# Whether any person in the whole tree has this number, however narrow the asker's scope: yes or no, never who.
IDENTITY_TAKEN = """
CREATE FUNCTION people_identity_taken(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT EXISTS (SELECT 1 FROM people_person WHERE identity_hash = wanted AND wanted <> '')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        key(PERSON, "party_path", of="unit_id", parent=ORGANIZATION),
        key(PERSON, "mass_path", of="mass_unit_id", parent=ORGANIZATION),
        policy(PERSON, "party_path", "mass_path"),
        *(
            operation
            for table in ("people_employment", "people_membership", "people_consent")
            for operation in (
                key(table, "party_path", of="person_id", parent=PERSON, parent_path="party_path"),
                key(table, "mass_path", of="person_id", parent=PERSON, parent_path="mass_path"),
                policy(table, "party_path", "mass_path"),
            )
        ),
        key("people_partymembership", "party_path", of="cell_id", parent=ORGANIZATION),
        policy("people_partymembership", "party_path"),
        migrations.RunSQL(IDENTITY_TAKEN, "DROP FUNCTION people_identity_taken(text)"),
    ]
