"""Scope keys and row-level security of learners and certificates."""

from django.db import migrations

from organizations.scope_keys import key, policy


class Migration(migrations.Migration):
    dependencies = [("training", "0001_initial"), ("people", "0002_scope")]
    operations = [
        operation
        for table in ("training_enrollment", "training_certificate")
        for operation in (
            key(table, "party_path", of="person_id", parent="people_person", parent_path="party_path"),
            policy(table, "party_path"),
        )
    ]
