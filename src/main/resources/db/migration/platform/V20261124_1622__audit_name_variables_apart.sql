-- The variables had names that a table's columns may have as well, which made the trigger fail on such tables.

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
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, after)
        SELECT audit_actor, audit_label, audit_gesture, audit_table,
               platform.audit_key(to_jsonb(audit_new), audit_keys), 'INSERT', to_jsonb(audit_new) - audit_omitted
        FROM new_rows audit_new;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, before)
        SELECT audit_actor, audit_label, audit_gesture, audit_table,
               platform.audit_key(to_jsonb(audit_old), audit_keys), 'DELETE', to_jsonb(audit_old) - audit_omitted
        FROM old_rows audit_old;
    ELSE
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, before, after)
        SELECT audit_actor, audit_label, audit_gesture, audit_table, o.key, 'UPDATE', changed.before, changed.after
        FROM (SELECT platform.audit_key(to_jsonb(audit_row), audit_keys) AS key,
                     to_jsonb(audit_row) - audit_omitted AS image
              FROM old_rows audit_row) o
        JOIN (SELECT platform.audit_key(to_jsonb(audit_row), audit_keys) AS key,
                     to_jsonb(audit_row) - audit_omitted AS image
              FROM new_rows audit_row) n
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
