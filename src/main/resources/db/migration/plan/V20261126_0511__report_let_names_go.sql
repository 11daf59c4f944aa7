-- A filed report names no one whom something else stands for since: its facts and files are written anew, and what they
-- were is known by their hashes. Figures never change.
CREATE TABLE plan.report_renaming (
    id         uuid        NOT NULL,
    report     uuid        NOT NULL,
    kind       text        NOT NULL,
    stand_in   text        NOT NULL,
    was_sha256 bytea       NOT NULL,
    renamed_at timestamptz NOT NULL,
    CONSTRAINT report_renaming_pk PRIMARY KEY (id),
    CONSTRAINT report_renaming_file_fk FOREIGN KEY (report, kind) REFERENCES plan.report_file (report, kind)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_renaming_was_sha256_is_a_hash CHECK (octet_length(was_sha256) = 32)
);
COMMENT ON TABLE plan.report_renaming IS 'That a filed file was written anew without a name, and the hash that it had';
CREATE INDEX report_renaming_by_report ON plan.report_renaming (report, renamed_at);
SELECT platform.audit_attach('plan.report_renaming');

-- Only the gesture below, which runs as the owner, is let through.
CREATE FUNCTION plan.report_is_renamed(relation oid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('convergence.report_renaming', true), '') = 'on'
       AND current_user = pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = relation
$$;

CREATE OR REPLACE FUNCTION plan.report_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'TRUNCATE' AND plan.report_is_renamed(TG_RELID) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'A filed report is never changed' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE OR REPLACE FUNCTION plan.report_refuse_once_filed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    followed CONSTANT text[] := '{version,responsible,responsible_words}';
    which    uuid;
BEGIN
    IF TG_OP = 'DELETE' THEN
        which := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
    ELSE
        which := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    END IF;
    IF EXISTS (SELECT FROM plan.report_filing f WHERE f.report = which) AND NOT plan.report_is_renamed(TG_RELID) THEN
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - followed = to_jsonb(OLD) - followed THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A filed report is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION plan.report_rename(renaming uuid, which uuid, file text, content bytea, hash bytea, stand_in text, now timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('convergence.report_renaming', 'on', true);
    INSERT INTO plan.report_renaming (id, report, kind, stand_in, was_sha256, renamed_at)
    SELECT renaming, f.report, f.kind, stand_in, f.sha256, now FROM plan.report_file f
    WHERE f.report = which AND f.kind = file;
    DELETE FROM plan.report_file_chunk c WHERE c.report = which AND c.kind = file;
    UPDATE plan.report_file f SET length = octet_length(content), sha256 = hash WHERE f.report = which AND f.kind = file;
    INSERT INTO plan.report_file_chunk (report, kind, position, content)
    SELECT which, file, piece, substring(content FROM piece * 262144 + 1 FOR 262144)
    FROM generate_series(0, (octet_length(content) - 1) / 262144) AS piece;
    PERFORM set_config('convergence.report_renaming', '', true);
END
$$;
