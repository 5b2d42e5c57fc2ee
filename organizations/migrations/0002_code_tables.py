"""Fill the code tables. A row that is there keeps its validity; its words follow the table in code."""

from django.db import migrations

from organizations.code_tables import ETHNIC_GROUPS, OCCUPATIONS, OWNERSHIP_TYPES, QUALIFICATIONS, RELIGIONS

TABLES = {
    "Ethnicity": ETHNIC_GROUPS,
    "Religion": RELIGIONS,
    "OwnershipType": OWNERSHIP_TYPES,
    "Qualification": QUALIFICATIONS,
    "Occupation": OCCUPATIONS,
}


def fill(apps, schema_editor):
    for name, table in TABLES.items():
        model = apps.get_model("organizations", name)
        for position, row in enumerate(table.rows):
            words = {"name": row.name, "aliases": list(row.aliases), "position": position, "source": table.source}
            if name == "OwnershipType":
                words |= {"is_enterprise": row.code.startswith("9"), "is_state": row.code.startswith("9a")}
            model.objects.update_or_create(code=row.code, defaults=words)


class Migration(migrations.Migration):
    dependencies = [("organizations", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=False)]
