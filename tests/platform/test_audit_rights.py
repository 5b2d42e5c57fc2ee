import pytest
from django.conf import settings
from django.db import connection


@pytest.mark.django_db
def test_application_may_add_audit_entries_and_nothing_else() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, r FROM unnest(ARRAY['audit_entry', 'audit_link']) AS tablename,"
            " unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS r"
            " WHERE has_table_privilege(%s, tablename, r) ORDER BY 1, 2 DESC",
            [settings.DATABASE_ROLE],
        )
        rights = cursor.fetchall()
    assert rights == [("audit_entry", "SELECT"), ("audit_entry", "INSERT"), ("audit_link", "SELECT")]
