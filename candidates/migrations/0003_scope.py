"""Scope keys and row-level security of candidacies and everything in the dossier."""

from django.db import migrations

from organizations.scope_keys import key, policy

ORGANIZATION = "organizations_organization"
CANDIDATE = "candidates_candidate"
CHANGE = "candidates_stagechange"
# Mass organisations never see these (DP-8): no mass key, so no row.
PARTY_ONLY = ("paper", "vote", "introduction", "mentorassignment", "verification")


class Migration(migrations.Migration):
    dependencies = [("candidates", "0002_dossier"), ("people", "0002_scope")]
    operations = [
        key(CANDIDATE, "party_path", of="unit_id", parent=ORGANIZATION),
        key(CANDIDATE, "mass_path", of="introduced_by_id", parent=ORGANIZATION),
        policy(CANDIDATE, "party_path", "mass_path"),
        key(CHANGE, "party_path", of="candidate_id", parent=CANDIDATE, parent_path="party_path"),
        key(CHANGE, "mass_path", of="candidate_id", parent=CANDIDATE, parent_path="mass_path"),
        policy(CHANGE, "party_path", "mass_path"),
        *(
            operation
            for model in PARTY_ONLY
            for operation in (
                key(
                    f"candidates_{model}",
                    "party_path",
                    of="candidate_id",
                    parent=CANDIDATE,
                    parent_path="party_path",
                ),
                policy(f"candidates_{model}", "party_path"),
            )
        ),
    ]
