"""Entries are only ever added, and each is chained to the one before it when its transaction commits.

The chain is written by a deferred trigger, the last thing a transaction does, so that the one lock that puts
entries in order is held for the commit alone and can never be waited for while holding a row.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit record is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE ON audit_link
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();

CREATE FUNCTION audit_fingerprint(previous bytea, e audit_entry) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(
        e.id, extract(epoch FROM e.at), e.actor_id, e.actor_name, e.office, e.verb, e.subject_type,
        e.subject_id, e.subject_name, e.scope_path, e.reason, e.details, host(e.address))::text, 'UTF8'))
$$;

CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
    last_position bigint;
    last_fingerprint bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit_chain'));
    SELECT position, fingerprint INTO last_position, last_fingerprint
        FROM audit_link ORDER BY position DESC LIMIT 1;
    INSERT INTO audit_link (position, entry_id, fingerprint)
        VALUES (coalesce(last_position, 0) + 1, NEW.id,
                audit_fingerprint(coalesce(last_fingerprint, ''::bytea), NEW));
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_entry_chain AFTER INSERT ON audit_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain();
"""

BACKWARD = """
DROP TRIGGER audit_entry_chain ON audit_entry;
DROP FUNCTION audit_chain();
DROP FUNCTION audit_fingerprint(bytea, audit_entry);
DROP TRIGGER audit_link_append_only ON audit_link;
DROP TRIGGER audit_entry_append_only ON audit_entry;
DROP FUNCTION audit_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
