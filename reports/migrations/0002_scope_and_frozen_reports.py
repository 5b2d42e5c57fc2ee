"""Scope keys of targets and reports; a submitted report is frozen by the database itself (RPT-6)."""

from django.db import migrations

from organizations.scope_keys import key

FROZEN = """
CREATE FUNCTION reports_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'path') = (to_jsonb(OLD) - 'path') THEN
        RETURN NEW;  -- the unit has moved: only the scope key follows
    END IF;
    RAISE EXCEPTION 'a submitted report is frozen' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER reports_report_frozen BEFORE UPDATE OR DELETE ON reports_report
    FOR EACH ROW WHEN (OLD.state = 'submitted') EXECUTE FUNCTION reports_refuse_change();
"""
UNFROZEN = """
DROP TRIGGER reports_report_frozen ON reports_report;
DROP FUNCTION reports_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial"), ("organizations", "0001_initial")]
    operations = [
        key("reports_target", "path", of="organization_id", parent="organizations_organization"),
        key("reports_report", "path", of="organization_id", parent="organizations_organization"),
        migrations.RunSQL(FROZEN, UNFROZEN),
    ]
