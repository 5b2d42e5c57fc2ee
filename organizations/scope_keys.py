"""SQL for migrations: scope keys that the database keeps, and the policies that compare them.

A scope key is the path of a unit repeated on a row that is listed or protected. It is filled
when the row is added, follows the unit (or the parent row) by a foreign key on the pair
(id, path) with ON UPDATE CASCADE, and so can never differ from the tree, whoever moves it.
The owner of the tables is not bound by the policies; web and workers are never the owner.
"""

from django.db import migrations


def key(table, column, *, of, parent, parent_path="path"):
    """Keep `table.column` equal to `parent.parent_path` of the row that `of` names."""
    name = f"{table}_{column}"
    forward = f"""
    CREATE FUNCTION {name}_fill() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.{of} IS NULL THEN
            NEW.{column} := '';
        ELSIF TG_OP = 'INSERT' OR NEW.{of} IS DISTINCT FROM OLD.{of} OR NEW.{column} = '' THEN
            SELECT p.{parent_path} INTO NEW.{column} FROM {parent} p WHERE p.id = NEW.{of};
            IF NEW.{column} IS NULL THEN
                RAISE EXCEPTION 'row % of {parent} is not there or not in scope', NEW.{of}
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER {name}_fill BEFORE INSERT OR UPDATE OF {of}, {column} ON {table}
        FOR EACH ROW EXECUTE FUNCTION {name}_fill();
    ALTER TABLE {table} ADD CONSTRAINT {name}_follows FOREIGN KEY ({of}, {column})
        REFERENCES {parent} (id, {parent_path}) ON UPDATE CASCADE
        DEFERRABLE INITIALLY DEFERRED;
    """  # noqa: S608 names come from migrations alone
    backward = f"""
    ALTER TABLE {table} DROP CONSTRAINT {name}_follows;
    DROP TRIGGER {name}_fill ON {table};
    DROP FUNCTION {name}_fill();
    """
    return migrations.RunSQL(forward, backward)


def policy(table, *columns):
    """Show and accept only rows one of whose scope keys lies in the armed interval.

    Plain comparisons with current_setting, so that an index may serve them; LIKE, sub-selects
    and EXISTS were measured up to a thousand times slower.
    """
    inside = " OR ".join(
        f"({column} >= current_setting('app.scope_from', true) AND {column} < current_setting('app.scope_to', true))"
        for column in columns
    )
    return migrations.RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY scope ON {table} FOR ALL USING ({inside}) WITH CHECK ({inside});
        """,
        f"DROP POLICY scope ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )
