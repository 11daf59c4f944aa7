-- Who changed what, when and by which gesture. Written by triggers alone; the application reads it and cannot write it.

CREATE TABLE platform.audit_entry (
    id              bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    at              timestamptz NOT NULL DEFAULT clock_timestamp(),
    transaction_id  bigint      NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    actor           uuid,
    actor_label     text        NOT NULL,
    gesture         text        NOT NULL,
    table_name      text        NOT NULL,
    row_id          text        NOT NULL,
    operation       text        NOT NULL,
    before          jsonb,
    after           jsonb,
    redacted_at     timestamptz,
    redacted_reason text,
    CONSTRAINT audit_entry_pk PRIMARY KEY (id),
    CONSTRAINT audit_entry_operation_is_known CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE')),
    CONSTRAINT audit_entry_redaction_has_a_reason CHECK ((redacted_at IS NULL) = (redacted_reason IS NULL))
);

COMMENT ON COLUMN platform.audit_entry.table_name IS 'With its schema: plan.actionplan_action';
COMMENT ON COLUMN platform.audit_entry.row_id IS 'The primary key, several columns joined by a space';
COMMENT ON COLUMN platform.audit_entry.before IS 'The columns that changed; all of them where the row was deleted';
COMMENT ON COLUMN platform.audit_entry.after IS 'The columns that changed; all of them where the row was inserted';

CREATE INDEX audit_entry_by_row ON platform.audit_entry (row_id, table_name, id);
CREATE INDEX audit_entry_by_transaction ON platform.audit_entry (transaction_id);
REVOKE INSERT, UPDATE, DELETE ON platform.audit_entry FROM ${application};

CREATE FUNCTION platform.audit_key(image jsonb, key_columns text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT string_agg(image ->> key, ' ' ORDER BY place) FROM unnest(key_columns) WITH ORDINALITY AS k(key, place));

-- One statement writes the entries of all the rows that a statement changed: a bulk insert pays far less than it would
-- for a call per row. The arguments are the key's columns and the columns left out.
CREATE FUNCTION platform.audit_record() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
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

-- Audits a table from now on. Call it again with another list to change what is left out: columns that others compute
-- are left out by themselves.
CREATE FUNCTION platform.audit_attach(audited regclass, excluded_columns text[] DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    keys    text[];
    omitted text[];
    call    text;
BEGIN
    SELECT array_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO keys
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::int2[])
    WHERE i.indrelid = audited AND i.indisprimary;
    IF keys IS NULL THEN
        RAISE EXCEPTION 'The table % has no primary key: its rows cannot be told apart in the audit', audited;
    END IF;
    SELECT excluded_columns || coalesce(array_agg(attname::text), '{}') INTO omitted
    FROM pg_attribute WHERE attrelid = audited AND attgenerated <> '' AND NOT attisdropped;

    call := format('FOR EACH STATEMENT EXECUTE FUNCTION platform.audit_record(%L, %L)', keys, omitted);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_insert ON %s', audited);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_update ON %s', audited);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_delete ON %s', audited);
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows %s', audited, call);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows'
        ' NEW TABLE AS new_rows %s', audited, call);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows %s', audited, call);
END
$$;

-- The only way to take something out: the values go, the fact that there was a change stays, with the reason.
CREATE FUNCTION platform.audit_redact(entry bigint, reason text, columns text[] DEFAULT NULL) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    UPDATE platform.audit_entry
    SET before = before - columns, after = after - columns, redacted_at = clock_timestamp(), redacted_reason = reason
    WHERE id = entry
$$;
