-- What a backup does not hold: secrets that open a door, and what a start makes anew. A migration says so of its table,
-- as it says that a table is audited.

CREATE TABLE platform.backup_left_out (
    table_name text NOT NULL,
    reason     text NOT NULL,
    CONSTRAINT backup_left_out_pk PRIMARY KEY (table_name)
);
COMMENT ON TABLE platform.backup_left_out IS 'Tables whose rows no backup holds; written by migrations alone';
REVOKE INSERT, UPDATE, DELETE ON platform.backup_left_out FROM ${application};

CREATE FUNCTION platform.backup_leave_out(left_out regclass, reason text) RETURNS void
    LANGUAGE sql
AS $$
    INSERT INTO platform.backup_left_out (table_name, reason)
    SELECT n.nspname || '.' || c.relname, reason
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = left_out
    ON CONFLICT (table_name) DO UPDATE SET reason = excluded.reason
$$;

SELECT platform.backup_leave_out('platform.jobs_scheduled', 'a start schedules anew');
SELECT platform.backup_leave_out('platform.idempotency_answer', 'answers to the bearers of tokens that are left out');
SELECT platform.backup_leave_out('platform.shell_kept_form', 'forms of sessions that are left out');

CREATE TABLE platform.backup_download (
    id      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    account uuid        NOT NULL,
    who     text        NOT NULL,
    file    text        NOT NULL,
    CONSTRAINT backup_download_pk PRIMARY KEY (id)
);
COMMENT ON TABLE platform.backup_download IS 'Who took a copy of all the data, and when; only ever added to';
CREATE INDEX backup_download_by_time ON platform.backup_download (at DESC, id);
REVOKE UPDATE, DELETE ON platform.backup_download FROM ${application};
