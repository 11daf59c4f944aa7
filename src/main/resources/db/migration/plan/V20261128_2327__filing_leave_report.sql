-- Filings stand by themselves: a report is one type of what is filed, and a filing has the id of what is filed.
ALTER TABLE plan.report_filing RENAME TO filing;
ALTER TABLE plan.filing RENAME COLUMN report TO id;
ALTER TABLE plan.filing RENAME CONSTRAINT report_filing_pk TO filing_pk;
ALTER TABLE plan.filing
    DROP CONSTRAINT report_filing_report_fk,
    ADD COLUMN type text NOT NULL DEFAULT 'report',
    ADD CONSTRAINT filing_type_is_a_word CHECK (type ~ '^[a-z][a-z_]*$');
ALTER TABLE plan.filing ALTER COLUMN type DROP DEFAULT;
COMMENT ON TABLE plan.filing IS 'What was handed over; from then on nothing of it changes';
COMMENT ON COLUMN plan.filing.id IS 'The id of what is filed';
COMMENT ON COLUMN plan.filing.type IS 'What is filed, a stable word such as report';

ALTER TABLE plan.report_file RENAME TO filing_file;
ALTER TABLE plan.filing_file RENAME COLUMN report TO filing;
ALTER TABLE plan.filing_file RENAME CONSTRAINT report_file_pk TO filing_file_pk;
ALTER TABLE plan.filing_file RENAME CONSTRAINT report_file_kind_is_known TO filing_file_kind_is_known;
ALTER TABLE plan.filing_file RENAME CONSTRAINT report_file_sha256_is_a_hash TO filing_file_sha256_is_a_hash;
-- The files come before the filing, in one transaction.
ALTER TABLE plan.filing_file
    DROP CONSTRAINT report_file_report_fk,
    ADD CONSTRAINT filing_file_filing_fk FOREIGN KEY (filing) REFERENCES plan.filing (id) DEFERRABLE INITIALLY DEFERRED;
COMMENT ON TABLE plan.filing_file IS 'A file of a filing, as it was handed over, byte for byte';

ALTER TABLE plan.report_file_chunk RENAME TO filing_file_chunk;
ALTER TABLE plan.filing_file_chunk RENAME COLUMN report TO filing;
ALTER TABLE plan.filing_file_chunk RENAME CONSTRAINT report_file_chunk_pk TO filing_file_chunk_pk;
ALTER TABLE plan.filing_file_chunk RENAME CONSTRAINT report_file_chunk_file_fk TO filing_file_chunk_file_fk;
ALTER TABLE plan.filing_file_chunk RENAME CONSTRAINT report_file_chunk_is_bounded TO filing_file_chunk_is_bounded;

ALTER TABLE plan.report_renaming RENAME TO filing_renaming;
ALTER TABLE plan.filing_renaming RENAME COLUMN report TO filing;
ALTER TABLE plan.filing_renaming RENAME CONSTRAINT report_renaming_pk TO filing_renaming_pk;
ALTER TABLE plan.filing_renaming RENAME CONSTRAINT report_renaming_file_fk TO filing_renaming_file_fk;
ALTER TABLE plan.filing_renaming
    RENAME CONSTRAINT report_renaming_was_sha256_is_a_hash TO filing_renaming_was_sha256_is_a_hash;
ALTER INDEX plan.report_renaming_by_report RENAME TO filing_renaming_by_filing;

CREATE VIEW plan.filing_date AS SELECT id, filed_at, filed_on FROM plan.filing;
COMMENT ON VIEW plan.filing_date IS 'What is filed, and when; for joins of other modules';

-- Each type has its own rows that stay once filed; the rows of filings stay by themselves.
ALTER FUNCTION plan.report_is_renamed(oid) RENAME TO filing_is_renamed;
CREATE OR REPLACE FUNCTION plan.filing_is_renamed(relation oid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('convergence.filing_renaming', true), '') = 'on'
       AND current_user = pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = relation
$$;

ALTER FUNCTION plan.report_refuse() RENAME TO filing_refuse;
CREATE OR REPLACE FUNCTION plan.filing_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'TRUNCATE' AND plan.filing_is_renamed(TG_RELID) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'A filing is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
ALTER TRIGGER report_filing_stays ON plan.filing RENAME TO filing_stays;
ALTER TRIGGER report_file_stays ON plan.filing_file RENAME TO filing_file_stays;
ALTER TRIGGER report_file_chunk_stays ON plan.filing_file_chunk RENAME TO filing_file_chunk_stays;

CREATE FUNCTION plan.filing_refuse_late_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM plan.filing f WHERE f.id = NEW.filing) AND NOT plan.filing_is_renamed(TG_RELID) THEN
        RAISE EXCEPTION 'A filing is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
DROP TRIGGER report_file_comes_before_filing ON plan.filing_file;
DROP TRIGGER report_file_chunk_comes_before_filing ON plan.filing_file_chunk;
CREATE TRIGGER filing_file_comes_before_filing BEFORE INSERT ON plan.filing_file
    FOR EACH ROW EXECUTE FUNCTION plan.filing_refuse_late_file();
CREATE TRIGGER filing_file_chunk_comes_before_filing BEFORE INSERT ON plan.filing_file_chunk
    FOR EACH ROW EXECUTE FUNCTION plan.filing_refuse_late_file();

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
    IF EXISTS (SELECT FROM plan.filing_date f WHERE f.id = which) THEN
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

CREATE FUNCTION plan.filing_add_chunks(which uuid, file text, content bytea) RETURNS void LANGUAGE sql
    SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO plan.filing_file_chunk (filing, kind, position, content)
    SELECT which, file, piece, substring(content FROM piece * 262144 + 1 FOR 262144)
    FROM generate_series(0, (octet_length(content) - 1) / 262144) AS piece
$$;
CREATE FUNCTION plan.filing_add_file(which uuid, file text, content bytea) RETURNS void LANGUAGE sql
    SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO plan.filing_file (filing, kind, length, sha256)
    VALUES (which, file, octet_length(content), sha256(content));
    SELECT plan.filing_add_chunks(which, file, content)
$$;

-- Only this function, which runs as the owner, may change what is filed.
DROP FUNCTION plan.report_rename(uuid, uuid, text, bytea, bytea, text, timestamptz);
CREATE FUNCTION plan.filing_rename(renaming uuid, which uuid, file text, content bytea, stand_in text, now timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('convergence.filing_renaming', 'on', true);
    INSERT INTO plan.filing_renaming (id, filing, kind, stand_in, was_sha256, renamed_at)
    SELECT renaming, f.filing, f.kind, stand_in, f.sha256, now FROM plan.filing_file f
    WHERE f.filing = which AND f.kind = file;
    DELETE FROM plan.filing_file_chunk c WHERE c.filing = which AND c.kind = file;
    UPDATE plan.filing_file f SET length = octet_length(content), sha256 = sha256(content)
    WHERE f.filing = which AND f.kind = file;
    PERFORM plan.filing_add_chunks(which, file, content);
    PERFORM set_config('convergence.filing_renaming', '', true);
END
$$;

SELECT platform.audit_attach('plan.filing');
SELECT platform.audit_attach('plan.filing_file');
SELECT platform.audit_attach('plan.filing_renaming');
