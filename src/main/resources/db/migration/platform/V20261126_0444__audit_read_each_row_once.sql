-- Each row was turned into JSON twice, and its key was put together by a query of its own: half of what the audit of a
-- bulk insert costs. What is written stays the same.

CREATE OR REPLACE FUNCTION platform.audit_record() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
    audit_actor   uuid := nullif(current_setting('convergence.actor', true), '')::uuid;
    audit_label   text := coalesce(nullif(current_setting('convergence.actor_label', true), ''), session_user::text);
    audit_gesture text := coalesce(current_setting('convergence.gesture', true), '');
    audit_table   text := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
    audit_keys    text[] := TG_ARGV[0]::text[];
    audit_omitted text[] := TG_ARGV[1]::text[];
    audit_one     text := CASE WHEN cardinality(audit_keys) = 1 THEN audit_keys[1] END;
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, after)
        SELECT audit_actor, audit_label, audit_gesture, audit_table,
               CASE WHEN audit_one IS NULL THEN platform.audit_key(image, audit_keys) ELSE image ->> audit_one END,
               'INSERT', image - audit_omitted
        FROM (SELECT to_jsonb(audit_new) AS image FROM new_rows audit_new OFFSET 0) AS read;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, before)
        SELECT audit_actor, audit_label, audit_gesture, audit_table,
               CASE WHEN audit_one IS NULL THEN platform.audit_key(image, audit_keys) ELSE image ->> audit_one END,
               'DELETE', image - audit_omitted
        FROM (SELECT to_jsonb(audit_old) AS image FROM old_rows audit_old OFFSET 0) AS read;
    ELSE
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, before, after)
        SELECT audit_actor, audit_label, audit_gesture, audit_table, o.key, 'UPDATE', changed.before, changed.after
        FROM (SELECT CASE WHEN audit_one IS NULL THEN platform.audit_key(image, audit_keys) ELSE image ->> audit_one END
                         AS key, image - audit_omitted AS image
              FROM (SELECT to_jsonb(audit_row) AS image FROM old_rows audit_row OFFSET 0) AS read) o
        JOIN (SELECT CASE WHEN audit_one IS NULL THEN platform.audit_key(image, audit_keys) ELSE image ->> audit_one END
                         AS key, image - audit_omitted AS image
              FROM (SELECT to_jsonb(audit_row) AS image FROM new_rows audit_row OFFSET 0) AS read) n
          USING (key)
        CROSS JOIN LATERAL (
            SELECT jsonb_object_agg(c.name, o.image -> c.name) AS before, jsonb_object_agg(c.name, c.value) AS after
            FROM jsonb_each(n.image) AS c(name, value)
            WHERE c.value IS DISTINCT FROM o.image -> c.name
        ) changed
        WHERE changed.after IS NOT NULL;
    END IF;
    RETURN NULL;
END
$$;

-- Keys and names of tables are compared letter by letter, not as a language sorts.
ALTER TABLE platform.audit_entry
    ALTER COLUMN row_id TYPE text COLLATE "C",
    ALTER COLUMN table_name TYPE text COLLATE "C";
