-- An audited table may have a column that is called like a variable of the trigger, such as "place": the variable is
-- meant.
CREATE OR REPLACE FUNCTION platform.audit_record() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_variable
DECLARE
    who     uuid := nullif(current_setting('convergence.actor', true), '')::uuid;
    label   text := coalesce(nullif(current_setting('convergence.actor_label', true), ''), session_user::text);
    by_what text := coalesce(current_setting('convergence.gesture', true), '');
    place   text := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
    keys    text[] := TG_ARGV[0]::text[];
    omitted text[] := TG_ARGV[1]::text[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, after)
        SELECT who, label, by_what, place, platform.audit_key(to_jsonb(n), keys), 'INSERT', to_jsonb(n) - omitted
        FROM new_rows n;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, before)
        SELECT who, label, by_what, place, platform.audit_key(to_jsonb(o), keys), 'DELETE', to_jsonb(o) - omitted
        FROM old_rows o;
    ELSE
        INSERT INTO platform.audit_entry (actor, actor_label, gesture, table_name, row_id, operation, before, after)
        SELECT who, label, by_what, place, o.key, 'UPDATE', changed.before, changed.after
        FROM (SELECT platform.audit_key(to_jsonb(r), keys) AS key, to_jsonb(r) - omitted AS image FROM old_rows r) o
        JOIN (SELECT platform.audit_key(to_jsonb(r), keys) AS key, to_jsonb(r) - omitted AS image FROM new_rows r) n
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
