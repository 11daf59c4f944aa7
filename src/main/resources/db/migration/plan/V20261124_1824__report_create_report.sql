-- Reports while they are written: each with its period and its texts; and once filed, their files and facts, which
-- nobody changes any more, not even by mistake.

CREATE TABLE plan.report (
    id                uuid        NOT NULL,
    version           integer     NOT NULL DEFAULT 1,
    plan              uuid        NOT NULL,
    audience          text        NOT NULL,
    edition           integer     NOT NULL DEFAULT 1,
    replaces          uuid,
    title             text        NOT NULL,
    period_from       date        NOT NULL,
    period_to         date        NOT NULL,
    due_on            date,
    language          text        NOT NULL,
    responsible       uuid,
    responsible_words text,
    created_at        timestamptz NOT NULL,
    CONSTRAINT report_pk PRIMARY KEY (id),
    CONSTRAINT report_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_replaces_fk FOREIGN KEY (replaces) REFERENCES plan.report (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_replaces_key UNIQUE (replaces),
    CONSTRAINT report_period_key UNIQUE (plan, audience, period_from, period_to, edition),
    CONSTRAINT report_audience_is_known CHECK (audience IN ('ANNUAL')),
    CONSTRAINT report_edition_counts_from_one CHECK (edition >= 1 AND (edition = 1) = (replaces IS NULL)),
    CONSTRAINT report_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT report_period_begins_before_it_ends CHECK (period_from <= period_to),
    CONSTRAINT report_language_is_known CHECK (language IN ('fr', 'en')),
    CONSTRAINT report_responsible_words_are_short CHECK (length(responsible_words) BETWEEN 1 AND 300)
);
COMMENT ON TABLE plan.report IS 'A report of what was done for a plan in a period';
COMMENT ON COLUMN plan.report.edition IS 'A report that was wrongly filed is replaced by the next edition';
CREATE INDEX report_by_plan ON plan.report (plan, period_from);
CREATE INDEX report_by_responsible ON plan.report (responsible);

CREATE TABLE plan.report_section (
    id                uuid    NOT NULL,
    version           integer NOT NULL DEFAULT 1,
    report            uuid    NOT NULL,
    kind              text    NOT NULL,
    line              uuid,
    heading           text,
    instruction       text,
    most              integer,
    optional          boolean,
    responsible       uuid,
    responsible_words text,
    text              text    NOT NULL DEFAULT '',
    taken_from        uuid,
    CONSTRAINT report_section_pk PRIMARY KEY (id),
    CONSTRAINT report_section_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_section_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_section_taken_from_fk FOREIGN KEY (taken_from) REFERENCES plan.report (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_section_key UNIQUE NULLS NOT DISTINCT (report, kind, line),
    CONSTRAINT report_section_kind_is_known CHECK (kind IN ('FOREWORD', 'OBJECTIVE', 'MEANS', 'CLOSING')),
    CONSTRAINT report_section_has_a_line_of_the_plan CHECK ((kind IN ('OBJECTIVE', 'MEANS')) = (line IS NOT NULL)),
    CONSTRAINT report_section_heading_is_short_text CHECK (length(heading) BETWEEN 1 AND 200),
    CONSTRAINT report_section_instruction_is_short_text CHECK (length(instruction) BETWEEN 1 AND 2000),
    CONSTRAINT report_section_most_is_sound CHECK (most BETWEEN 100 AND 50000),
    CONSTRAINT report_section_responsible_words_are_short CHECK (length(responsible_words) BETWEEN 1 AND 300),
    CONSTRAINT report_section_text_is_bounded CHECK (length(text) <= 60000)
);
COMMENT ON TABLE plan.report_section IS 'What is written of a section; no row as long as nothing was said of it';
COMMENT ON COLUMN plan.report_section.line IS 'The objective or means, which may be gone from a plan that is a draft again';
COMMENT ON COLUMN plan.report_section.most IS 'The most characters; null for what is usual';
COMMENT ON COLUMN plan.report_section.optional IS 'Whether it may stay without a text; null for what is usual';
COMMENT ON COLUMN plan.report_section.text IS 'Markdown';
COMMENT ON COLUMN plan.report_section.taken_from IS 'The report whose text stands here unchanged';
CREATE INDEX report_section_by_responsible ON plan.report_section (responsible);
CREATE INDEX report_section_by_source ON plan.report_section (taken_from);

CREATE TABLE plan.report_gap (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    report  uuid    NOT NULL,
    action  uuid    NOT NULL,
    words   text    NOT NULL,
    CONSTRAINT report_gap_pk PRIMARY KEY (id),
    CONSTRAINT report_gap_key UNIQUE (report, action),
    CONSTRAINT report_gap_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_gap_words_are_short_text CHECK (length(words) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE plan.report_gap IS 'Why a target was not reached, or was passed, in the words of the report';

CREATE TABLE plan.report_check (
    report  uuid NOT NULL,
    means   uuid NOT NULL,
    figures text NOT NULL,
    CONSTRAINT report_check_pk PRIMARY KEY (report, means),
    CONSTRAINT report_check_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_check_figures_are_short_text CHECK (length(figures) BETWEEN 1 AND 500)
);
COMMENT ON TABLE plan.report_check IS 'The figures of a means as someone found them right; others are to be checked again';

CREATE TABLE plan.report_left_out (
    report      uuid NOT NULL,
    realisation uuid NOT NULL,
    reason      text NOT NULL,
    CONSTRAINT report_left_out_pk PRIMARY KEY (report, realisation),
    CONSTRAINT report_left_out_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_left_out_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_left_out_reason_is_short_text CHECK (length(reason) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE plan.report_left_out IS 'A realisation that is not told in a report, and why';
CREATE INDEX report_left_out_by_realisation ON plan.report_left_out (realisation);

CREATE TABLE plan.report_filing (
    report   uuid        NOT NULL,
    filed_at timestamptz NOT NULL,
    filed_on date        NOT NULL,
    filed_by uuid        NOT NULL,
    schema   integer     NOT NULL,
    CONSTRAINT report_filing_pk PRIMARY KEY (report),
    CONSTRAINT report_filing_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.report_filing IS 'A report that was handed over; from then on nothing of it changes';
COMMENT ON COLUMN plan.report_filing.filed_on IS 'The day, where the organisation is';
COMMENT ON COLUMN plan.report_filing.schema IS 'The version of the facts'' form';

CREATE TABLE plan.report_file (
    report uuid   NOT NULL,
    kind   text   NOT NULL,
    length bigint NOT NULL,
    sha256 bytea  NOT NULL,
    CONSTRAINT report_file_pk PRIMARY KEY (report, kind),
    CONSTRAINT report_file_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_file_kind_is_known CHECK (kind IN ('PDF', 'WORD', 'FACTS')),
    CONSTRAINT report_file_sha256_is_a_hash CHECK (octet_length(sha256) = 32)
);
COMMENT ON TABLE plan.report_file IS 'A file of a filed report, as it was handed over, byte for byte';

CREATE TABLE plan.report_file_chunk (
    report   uuid    NOT NULL,
    kind     text    NOT NULL,
    position integer NOT NULL,
    content  bytea   NOT NULL,
    CONSTRAINT report_file_chunk_pk PRIMARY KEY (report, kind, position),
    CONSTRAINT report_file_chunk_file_fk FOREIGN KEY (report, kind) REFERENCES plan.report_file (report, kind)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_file_chunk_is_bounded CHECK (octet_length(content) BETWEEN 1 AND 262144)
);
ALTER TABLE plan.report_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- What was filed is only ever added to, and only in the transaction of the filing: the files first, then the filing.
REVOKE UPDATE, DELETE ON plan.report_filing, plan.report_file, plan.report_file_chunk FROM ${application};

CREATE FUNCTION plan.report_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A filed report is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER report_filing_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report_filing
    FOR EACH STATEMENT EXECUTE FUNCTION plan.report_refuse();
CREATE TRIGGER report_file_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report_file
    FOR EACH STATEMENT EXECUTE FUNCTION plan.report_refuse();
CREATE TRIGGER report_file_chunk_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report_file_chunk
    FOR EACH STATEMENT EXECUTE FUNCTION plan.report_refuse();

-- Of a filed report only who follows it up may still change, which is none of what was filed.
CREATE FUNCTION plan.report_refuse_once_filed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    followed CONSTANT text[] := '{version,responsible,responsible_words}';
    which    uuid;
BEGIN
    IF TG_OP = 'DELETE' THEN
        which := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
    ELSE
        which := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    END IF;
    IF EXISTS (SELECT FROM plan.report_filing f WHERE f.report = which) THEN
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
CREATE TRIGGER report_stays_once_filed BEFORE UPDATE OR DELETE ON plan.report
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('id');
CREATE TRIGGER report_section_stays_once_filed BEFORE INSERT OR UPDATE OR DELETE ON plan.report_section
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_gap_stays_once_filed BEFORE INSERT OR UPDATE OR DELETE ON plan.report_gap
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_check_stays_once_filed BEFORE INSERT OR UPDATE OR DELETE ON plan.report_check
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_left_out_stays_once_filed BEFORE INSERT OR UPDATE OR DELETE ON plan.report_left_out
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_file_comes_before_filing BEFORE INSERT ON plan.report_file
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_file_chunk_comes_before_filing BEFORE INSERT ON plan.report_file_chunk
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');

SELECT platform.audit_attach('plan.report');
SELECT platform.audit_attach('plan.report_section');
SELECT platform.audit_attach('plan.report_gap');
SELECT platform.audit_attach('plan.report_check');
SELECT platform.audit_attach('plan.report_left_out');
SELECT platform.audit_attach('plan.report_filing');
SELECT platform.audit_attach('plan.report_file');
