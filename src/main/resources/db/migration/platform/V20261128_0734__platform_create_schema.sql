-- Group platform: the machinery below all modules.

CREATE SCHEMA IF NOT EXISTS platform;


-- database ------------------------------------------------------------------------------------------------------------
-- Names and texts as they are searched and redacted, and text search in three languages that ignores accents.

-- The form of a name by which it is searched: without accents, capitals, apostrophes, and without the points and dashes
-- of inclusive forms, so that "étudiant·e·s", "étudiant.e.s", "étudiant-e-s" and "etudiantes" match one another. Nearly
-- every name is one or two plain words, which need no regular expression: that is most of the cost of a fold.
CREATE FUNCTION platform.fold(said text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    plain text := btrim(lower(public.unaccent('public.unaccent'::regdictionary, said) COLLATE "und-x-icu"));
BEGIN
    -- Nothing but letters and figures, in one word or two: nearly every name. It is left as it is by what follows.
    IF translate(plain, 'abcdefghijklmnopqrstuvwxyz0123456789', '') IN ('', ' ') THEN
        RETURN plain;
    END IF;
    RETURN btrim(regexp_replace(
        regexp_replace(
            regexp_replace(plain, '(?<=[[:alnum:]])[.·‧•](?=[[:alnum:]])', '', 'g'),
            '(?<=[[:alpha:]])-(?=(e|s|es|ne|nes|le|les|fe|fes|ve|ves|re|res|ere|eres|euse|euses|rice|rices|trice|trices)([^[:alpha:]]|$))',
            '', 'g'),
        '[^[:alnum:]@+]+', ' ', 'g'));
END
$$;
COMMENT ON FUNCTION platform.fold(text) IS 'The form of a name or word by which it is searched, sorted out of accents, case and inclusive points.';

CREATE TEXT SEARCH CONFIGURATION platform.fr (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION platform.fr
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, french_stem;

CREATE TEXT SEARCH CONFIGURATION platform.es (COPY = pg_catalog.spanish);
ALTER TEXT SEARCH CONFIGURATION platform.es
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, spanish_stem;

CREATE TEXT SEARCH CONFIGURATION platform.en (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION platform.en
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, english_stem;

-- Replaces names in a text: by « [retiré] » for an erased person, by the code name for a protected one.
CREATE FUNCTION platform.instead(said text, names text[], stand_in text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(regexp_replace(said,
        '(?<!\w)(' || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|' ORDER BY length(name) DESC)
            || ')(?!\w)',
        replace(stand_in, '\', '\\'), 'gi'), said)
    FROM unnest(names) AS name WHERE length(name) > 2
$$;
COMMENT ON FUNCTION platform.instead IS 'A text in which something else stands for some names';


-- audit ---------------------------------------------------------------------------------------------------------------
-- Each change of an audited table: actor, time, operation. Only triggers write it; the application reads it.

CREATE TABLE platform.audit_entry (
    id              bigint           NOT NULL GENERATED ALWAYS AS IDENTITY,
    at              timestamptz      NOT NULL DEFAULT clock_timestamp(),
    transaction_id  bigint           NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    actor           uuid,
    actor_label     text             NOT NULL,
    gesture         text             NOT NULL,
    table_name      text COLLATE "C" NOT NULL,
    row_id          text COLLATE "C" NOT NULL,
    operation       text             NOT NULL,
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
-- The nightly redaction searches deleted rows; without this index it would read the whole audit.
CREATE INDEX audit_entry_of_what_is_gone ON platform.audit_entry (table_name, at)
    WHERE operation = 'DELETE' AND redacted_at IS NULL;
REVOKE INSERT, UPDATE, DELETE ON platform.audit_entry FROM ${application};

CREATE FUNCTION platform.audit_key(image jsonb, key_columns text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT string_agg(image ->> key, ' ' ORDER BY place) FROM unnest(key_columns) WITH ORDINALITY AS k(key, place));

-- One statement writes the entries of all rows that a statement changed: a bulk insert pays far less than for a call
-- per row. The arguments are the columns of the key and the excluded columns. Each row is turned into JSON once. The
-- variables have a prefix because an audited table may have columns of any name.
CREATE FUNCTION platform.audit_record() RETURNS trigger
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

-- Audits a table from now on. Another call with another list changes the excluded columns; generated columns are always
-- excluded.
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

-- The only way to remove something from the audit: the values go, the fact and the reason stay.
CREATE FUNCTION platform.audit_redact(entry bigint, reason text, columns text[] DEFAULT NULL) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    UPDATE platform.audit_entry
    SET before = before - columns, after = after - columns, redacted_at = clock_timestamp(), redacted_reason = reason
    WHERE id = entry
$$;


-- backup --------------------------------------------------------------------------------------------------------------

-- Tables whose rows no backup contains: secrets, and rows that a start creates again. A migration declares it for its
-- table, as it declares the audit.
CREATE TABLE platform.backup_left_out (
    table_name text NOT NULL,
    reason     text NOT NULL,
    CONSTRAINT backup_left_out_pk PRIMARY KEY (table_name)
);
COMMENT ON TABLE platform.backup_left_out IS 'Tables whose rows no backup holds; written by migrations alone';
REVOKE INSERT, UPDATE, DELETE ON platform.backup_left_out FROM ${application};

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

CREATE FUNCTION platform.backup_leave_out(left_out regclass, reason text) RETURNS void
    LANGUAGE sql
AS $$
    INSERT INTO platform.backup_left_out (table_name, reason)
    SELECT n.nspname || '.' || c.relname, reason
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = left_out
    ON CONFLICT (table_name) DO UPDATE SET reason = excluded.reason
$$;


-- settings ------------------------------------------------------------------------------------------------------------

CREATE TABLE platform.settings_organisation (
    id                uuid PRIMARY KEY,
    version           integer NOT NULL,
    only_one          boolean NOT NULL DEFAULT true CONSTRAINT settings_organisation_only_one_key UNIQUE CHECK (only_one),
    name              text NOT NULL CONSTRAINT settings_organisation_name_length CHECK (length(name) BETWEEN 1 AND 200),
    languages         text[] NOT NULL CONSTRAINT settings_organisation_languages CHECK (languages <@ ARRAY['fr', 'en', 'es'] AND cardinality(languages) > 0),
    zone              text NOT NULL,
    fiscal_year_start text NOT NULL CONSTRAINT settings_organisation_fiscal_year CHECK (fiscal_year_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    home_place        text
);
COMMENT ON TABLE platform.settings_organisation IS 'What the organisation says of itself; one row.';
COMMENT ON COLUMN platform.settings_organisation.fiscal_year_start IS 'First day of the fiscal year, month-day.';
COMMENT ON COLUMN platform.settings_organisation.home_place IS 'Where its activities usually are, as a place code such as QC-06.';
SELECT platform.audit_attach('platform.settings_organisation');


-- mail ----------------------------------------------------------------------------------------------------------------
-- The outbox. Addresses that failed are stored as keyed marks, so that this module stores no address of its own.

CREATE TABLE platform.mail_message (
    id        uuid        PRIMARY KEY,
    recipient text        NOT NULL CONSTRAINT mail_message_recipient_length CHECK (length(recipient) <= 254),
    subject   text        NOT NULL CONSTRAINT mail_message_subject_length CHECK (length(subject) <= 500),
    body      text        NOT NULL,
    purpose   text        NOT NULL,
    completer text,
    about     uuid,
    state     text        NOT NULL DEFAULT 'QUEUED',
    attempts  integer     NOT NULL DEFAULT 0,
    posted_at timestamptz NOT NULL,
    next_at   timestamptz NOT NULL,
    sent_at   timestamptz,
    problem   text,
    stop      text,
    -- A letter of a mailing names its recipient and topic, so that the rules are checked again when it leaves.
    party     uuid,
    topic     text,
    CONSTRAINT mail_message_stop_is_short CHECK (length(stop) <= 500),
    CONSTRAINT mail_message_state CHECK (state IN
        ('QUEUED', 'SENDING', 'PERHAPS_SENT', 'SENT', 'FAILED', 'WITHHELD')),
    CONSTRAINT mail_message_topic_is_whole CHECK (num_nulls(party, topic) IN (0, 2) AND length(topic) <= 60)
);
COMMENT ON TABLE platform.mail_message IS 'Letters going out; the id is also the Message-ID, so that a letter sent twice is one letter.';
COMMENT ON COLUMN platform.mail_message.problem IS 'The kind of the last failure, never what the server said of a person.';
COMMENT ON COLUMN platform.mail_message.stop IS 'The address that ends such letters, its secret left open; null where nothing does';
COMMENT ON COLUMN platform.mail_message.party IS 'To whom it goes, where it goes to many; null for a letter that a fact asks for';
COMMENT ON COLUMN platform.mail_message.topic IS 'What it is on, in the word of the rule that is asked whether it may go';
CREATE INDEX mail_message_due ON platform.mail_message (next_at) WHERE state IN ('QUEUED', 'SENDING', 'PERHAPS_SENT');
CREATE INDEX mail_message_posted ON platform.mail_message (posted_at DESC);

CREATE TABLE platform.mail_bounce (
    mark      text        NOT NULL,
    failed_at timestamptz,
    delays    integer     NOT NULL,
    last_at   timestamptz NOT NULL,
    CONSTRAINT mail_bounce_pk PRIMARY KEY (mark),
    CONSTRAINT mail_bounce_delays_are_counted CHECK (delays >= 0)
);
COMMENT ON TABLE platform.mail_bounce IS 'Addresses at which letters did not arrive, each under a keyed mark';
COMMENT ON COLUMN platform.mail_bounce.failed_at IS 'Since when it fails for good; null where letters were only late or turned away';


-- jobs ----------------------------------------------------------------------------------------------------------------
-- Work that takes time as people see it, and db-scheduler's own table of what is due.

CREATE TABLE platform.jobs_run (
    id              uuid        NOT NULL,
    kind            text        NOT NULL,
    label_key       text        NOT NULL,
    once_key        text,
    parameters      jsonb       NOT NULL DEFAULT '{}',
    position        jsonb       NOT NULL DEFAULT '{}',
    done            bigint      NOT NULL DEFAULT 0,
    total           bigint,
    state           text        NOT NULL,
    actor           jsonb       NOT NULL,
    attempt         integer     NOT NULL DEFAULT 0,
    attempt_at      timestamptz,
    attempt_done    bigint      NOT NULL DEFAULT 0,
    queued_at       timestamptz NOT NULL,
    started_at      timestamptz,
    finished_at     timestamptz,
    result          jsonb,
    refusal         jsonb,
    error_reference text,
    -- The requester is notified once when a run ends; nobody is notified of the system's own runs.
    told_at         timestamptz,
    CONSTRAINT jobs_run_pk PRIMARY KEY (id),
    CONSTRAINT jobs_run_state_is_known CHECK (state IN ('QUEUED', 'RUNNING', 'STOPPING', 'STOPPED', 'DONE', 'FAILED')),
    CONSTRAINT jobs_run_counts_are_positive CHECK (done >= 0 AND total >= 0)
);
COMMENT ON TABLE platform.jobs_run IS 'Work that takes time: who asked, how far it is, how it ended';
COMMENT ON COLUMN platform.jobs_run.once_key IS 'At most one unfinished run of a kind has it';
COMMENT ON COLUMN platform.jobs_run.position IS 'From where it goes on after a stop or a kill';
COMMENT ON COLUMN platform.jobs_run.attempt IS 'Grows at each start; an older attempt that still lives cannot save a step';
COMMENT ON COLUMN platform.jobs_run.told_at IS 'When who asked for it was told that it ended';
CREATE INDEX jobs_run_by_time ON platform.jobs_run (queued_at DESC, id);
CREATE UNIQUE INDEX jobs_run_once ON platform.jobs_run (kind, once_key) WHERE state IN ('QUEUED', 'RUNNING', 'STOPPING');
CREATE INDEX jobs_run_untold ON platform.jobs_run ((actor ->> 'id')) WHERE told_at IS NULL;
CREATE INDEX jobs_run_by_actor ON platform.jobs_run ((actor ->> 'id'), queued_at DESC, id DESC);

CREATE TABLE platform.jobs_scheduled (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    state                text,
    CONSTRAINT jobs_scheduled_pk PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX jobs_scheduled_by_time ON platform.jobs_scheduled (execution_time);
CREATE INDEX jobs_scheduled_by_heartbeat ON platform.jobs_scheduled (last_heartbeat);
SELECT platform.backup_leave_out('platform.jobs_scheduled', 'a start schedules anew');


-- idempotency ---------------------------------------------------------------------------------------------------------
-- Answers to requests that their senders may repeat.

CREATE TABLE platform.idempotency_answer (
    sender      bytea       NOT NULL,
    key         text        NOT NULL,
    request     bytea       NOT NULL,
    answered_at timestamptz NOT NULL,
    status      integer,
    location    text,
    body        text,
    CONSTRAINT idempotency_answer_pk PRIMARY KEY (sender, key),
    CONSTRAINT idempotency_answer_sender_is_a_hash CHECK (octet_length(sender) = 32),
    CONSTRAINT idempotency_answer_key_is_short CHECK (length(key) BETWEEN 1 AND 200),
    CONSTRAINT idempotency_answer_request_is_a_hash CHECK (octet_length(request) = 32)
);
COMMENT ON TABLE platform.idempotency_answer IS 'Answers kept for seven days, for whoever sends the same request again';
COMMENT ON COLUMN platform.idempotency_answer.sender IS 'Hash of the account and of the token that was shown';
COMMENT ON COLUMN platform.idempotency_answer.request IS 'Hash of the body, by which another one under the same key is refused';
CREATE INDEX idempotency_answer_by_age ON platform.idempotency_answer (answered_at);
SELECT platform.backup_leave_out('platform.idempotency_answer', 'answers to the bearers of tokens that are left out');


-- shell ---------------------------------------------------------------------------------------------------------------

CREATE TABLE platform.shell_kept_form (
    id          uuid PRIMARY KEY,
    ticket_hash bytea NOT NULL CONSTRAINT shell_kept_form_ticket_key UNIQUE,
    account     uuid NOT NULL,
    action      text NOT NULL CONSTRAINT shell_kept_form_action_length CHECK (length(action) <= 2000),
    page        text NOT NULL CONSTRAINT shell_kept_form_page_length CHECK (length(page) <= 2000),
    fields      jsonb NOT NULL,
    kept_until  timestamptz NOT NULL
);
COMMENT ON TABLE platform.shell_kept_form IS 'Forms whose sender''s session had ended, shown again after signing in; kept 30 minutes, never executed, not audited.';
CREATE INDEX shell_kept_form_kept_until ON platform.shell_kept_form (kept_until);
SELECT platform.backup_leave_out('platform.shell_kept_form', 'forms of sessions that are left out');


-- document ------------------------------------------------------------------------------------------------------------
-- Stored files, and their bytes in chunks beside them.

CREATE TABLE platform.document (
    id              uuid        NOT NULL,
    name            text        NOT NULL,
    media_type      text        NOT NULL,
    bytes           bigint      NOT NULL,
    sha256          bytea       NOT NULL,
    width           integer,
    height          integer,
    thumbnail_bytes bigint,
    owner           text,
    uploaded_by     uuid        NOT NULL,
    uploaded_at     timestamptz NOT NULL,
    discarded_at    timestamptz,
    CONSTRAINT document_pk PRIMARY KEY (id),
    CONSTRAINT document_name_is_a_name CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 120 AND name !~ '[/\\]'),
    CONSTRAINT document_is_not_empty CHECK (bytes > 0),
    CONSTRAINT document_sha256_is_one CHECK (length(sha256) = 32),
    CONSTRAINT document_picture_is_whole CHECK (
        num_nulls(width, height, thumbnail_bytes) IN (0, 3) AND least(width, height, thumbnail_bytes) > 0
        AND (media_type LIKE 'image/%') = (width IS NOT NULL)),
    CONSTRAINT document_owner_is_a_thing CHECK (owner ~ '^[a-z][a-z.]*/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
);
COMMENT ON TABLE platform.document IS 'Stored files. A photograph is kept without what its camera wrote beside the picture';
COMMENT ON COLUMN platform.document.sha256 IS 'Of what is kept';
COMMENT ON COLUMN platform.document.width IS 'Pixels of a picture';
COMMENT ON COLUMN platform.document.owner IS 'The thing that it belongs to, whose module says who may read it; null until one claims it';
COMMENT ON COLUMN platform.document.uploaded_by IS 'The account that brought it in';
COMMENT ON COLUMN platform.document.discarded_at IS 'When it was thrown away; it is deleted a day later';
CREATE INDEX document_by_owner ON platform.document (owner);
CREATE INDEX document_discarded ON platform.document (discarded_at) WHERE discarded_at IS NOT NULL;
CREATE INDEX document_unclaimed ON platform.document (uploaded_at) WHERE owner IS NULL;
SELECT platform.audit_attach('platform.document');

CREATE TABLE platform.document_chunk (
    document  uuid    NOT NULL,
    rendition text    NOT NULL,
    number    integer NOT NULL,
    bytes     bytea   NOT NULL,
    CONSTRAINT document_chunk_pk PRIMARY KEY (document, rendition, number),
    CONSTRAINT document_chunk_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT document_chunk_rendition_is_known CHECK (rendition IN ('CONTENT', 'THUMBNAIL')),
    CONSTRAINT document_chunk_is_counted_from_nought CHECK (number >= 0),
    CONSTRAINT document_chunk_is_small CHECK (length(bytes) BETWEEN 1 AND 262144)
);
COMMENT ON TABLE platform.document_chunk IS 'The bytes of documents, in chunks of at most 256 KiB that are never changed';
-- Files are compressed already.
ALTER TABLE platform.document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
REVOKE UPDATE ON platform.document_chunk FROM ${application};


-- imports -------------------------------------------------------------------------------------------------------------
-- Lists imported from files. The rows contain what the file contains, and are deleted after a week.

CREATE TABLE platform.imports_file (
    id         uuid        NOT NULL,
    version    integer     NOT NULL,
    kind       text        NOT NULL,
    name       text        NOT NULL,
    head       jsonb       NOT NULL,
    columns    jsonb       NOT NULL,
    choices    jsonb       NOT NULL,
    state      text        NOT NULL,
    row_count  integer     NOT NULL,
    run        uuid,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at   timestamptz,
    CONSTRAINT imports_file_pk PRIMARY KEY (id),
    CONSTRAINT imports_file_state_is_known CHECK (state IN ('DRAFT', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    CONSTRAINT imports_file_runs_by_a_run CHECK (state = 'DRAFT' OR run IS NOT NULL),
    CONSTRAINT imports_file_name_is_short_text CHECK (length(name) <= 200),
    CONSTRAINT imports_file_has_a_row CHECK (row_count > 0)
);
COMMENT ON TABLE platform.imports_file IS 'A list in a file, from its reading to its report; it goes after a week, what it brought stays';
COMMENT ON COLUMN platform.imports_file.kind IS 'What it lists, in the words of the module that takes it in';
COMMENT ON COLUMN platform.imports_file.columns IS 'For each column what it holds, null where it is left out';
COMMENT ON COLUMN platform.imports_file.choices IS 'What was chosen beside the columns, in the words of its kind';
COMMENT ON COLUMN platform.imports_file.run IS 'The run that enters or takes back its rows (platform.jobs_run)';
CREATE INDEX imports_file_by_kind_and_time ON platform.imports_file (kind, created_at DESC, id);
SELECT platform.audit_attach('platform.imports_file', '{head,columns}');

CREATE TABLE platform.imports_row (
    file    uuid    NOT NULL,
    line    integer NOT NULL,
    cells   jsonb   NOT NULL,
    name    text    NOT NULL DEFAULT '',
    outcome text,
    remarks jsonb   NOT NULL DEFAULT '[]',
    lane    integer NOT NULL DEFAULT 0,
    CONSTRAINT imports_row_pk PRIMARY KEY (file, line),
    CONSTRAINT imports_row_file_fk FOREIGN KEY (file) REFERENCES platform.imports_file (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT imports_row_outcome_is_known CHECK (outcome IN ('CREATED', 'CHANGED', 'SAME', 'ASIDE'))
);
COMMENT ON COLUMN platform.imports_row.line IS 'Its number as a spreadsheet shows it';
COMMENT ON COLUMN platform.imports_row.outcome IS 'What will become of it; once entered, what became of it';
COMMENT ON COLUMN platform.imports_row.lane IS 'Rows that may mean the same thing are in the same lane';

CREATE TABLE platform.imports_made (
    file           uuid    NOT NULL,
    place          bigint  NOT NULL GENERATED BY DEFAULT AS IDENTITY,
    line           integer NOT NULL,
    thing          text    NOT NULL,
    made           uuid    NOT NULL,
    version_before integer,
    version_after  integer NOT NULL,
    outcome        text,
    CONSTRAINT imports_made_pk PRIMARY KEY (file, place),
    CONSTRAINT imports_made_file_fk FOREIGN KEY (file) REFERENCES platform.imports_file (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT imports_made_outcome_is_known CHECK (outcome IN ('TAKEN_BACK', 'CHANGED_SINCE', 'IN_USE', 'GONE'))
);
COMMENT ON TABLE platform.imports_made IS 'What an import made or changed, so that it can be taken back';
COMMENT ON COLUMN platform.imports_made.version_before IS 'Null where the import made it';
CREATE INDEX imports_made_by_thing ON platform.imports_made (file, made);

-- Imports enter rows in parallel lanes; the progress of each lane is one row, instead of an update of every line.
CREATE TABLE platform.imports_reached (
    file uuid    NOT NULL,
    lane integer NOT NULL,
    line integer NOT NULL,
    CONSTRAINT imports_reached_pk PRIMARY KEY (file, lane),
    CONSTRAINT imports_reached_file_fk FOREIGN KEY (file) REFERENCES platform.imports_file (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE platform.imports_reached IS 'The last line of each lane of a list that is entered';
