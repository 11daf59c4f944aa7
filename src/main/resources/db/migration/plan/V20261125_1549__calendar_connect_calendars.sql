-- The calendars that people connected, what stands in them around today, and what they answered. Each is its owner's
-- alone: titles and addresses are in no audit.

CREATE TABLE plan.calendar_source (
    id            uuid        NOT NULL,
    owner         uuid        NOT NULL,
    name          text        NOT NULL,
    host          text,
    address       text,
    etag          text,
    last_modified text,
    connected_at  timestamptz NOT NULL,
    read_at       timestamptz,
    entries       integer     NOT NULL DEFAULT 0,
    assumed_zone  boolean     NOT NULL DEFAULT false,
    next_at       timestamptz,
    failures      integer     NOT NULL DEFAULT 0,
    failing_since timestamptz,
    problem       jsonb,
    CONSTRAINT calendar_source_pk PRIMARY KEY (id),
    CONSTRAINT calendar_source_name_is_short_text CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT calendar_source_address_has_a_host CHECK ((address IS NULL) = (host IS NULL)),
    CONSTRAINT calendar_source_only_an_address_is_read_again CHECK (address IS NOT NULL OR next_at IS NULL),
    CONSTRAINT calendar_source_failure_is_whole CHECK ((failures = 0) = (failing_since IS NULL AND problem IS NULL))
);
COMMENT ON COLUMN plan.calendar_source.owner IS 'The account of whoever connected it; nobody else sees it';
COMMENT ON COLUMN plan.calendar_source.address IS 'Sealed; null where a file was brought in';
COMMENT ON COLUMN plan.calendar_source.next_at IS 'When it is read again; null where there is no address';
CREATE INDEX calendar_source_by_owner ON plan.calendar_source (owner, id);
CREATE INDEX calendar_source_by_turn ON plan.calendar_source (next_at, id) WHERE next_at IS NOT NULL;

CREATE TABLE plan.calendar_entry (
    id        uuid        NOT NULL,
    owner     uuid        NOT NULL,
    source    uuid        NOT NULL,
    key       bytea       NOT NULL,
    series    bytea       NOT NULL,
    recurs    boolean     NOT NULL,
    day       date        NOT NULL,
    last_day  date        NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    all_day   boolean     NOT NULL,
    title     text        NOT NULL,
    place     text        NOT NULL,
    seen_at   timestamptz NOT NULL,
    CONSTRAINT calendar_entry_pk PRIMARY KEY (id),
    CONSTRAINT calendar_entry_once UNIQUE (owner, key),
    CONSTRAINT calendar_entry_source_fk FOREIGN KEY (source) REFERENCES plan.calendar_source (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT calendar_entry_begins_before_it_ends CHECK (starts_at <= ends_at AND day <= last_day),
    CONSTRAINT calendar_entry_texts_are_short CHECK (length(title) BETWEEN 1 AND 200 AND length(place) <= 200)
);
COMMENT ON TABLE plan.calendar_entry IS 'What stands in a connected calendar, some weeks back and some ahead';
COMMENT ON COLUMN plan.calendar_entry.key IS 'Which entry it is, whatever its day is moved to: a hash of its number and its place in its series';
COMMENT ON COLUMN plan.calendar_entry.day IS 'Its first day where the organisation is';
COMMENT ON COLUMN plan.calendar_entry.seen_at IS 'When it was first read, or its day was moved';
CREATE INDEX calendar_entry_by_end ON plan.calendar_entry (owner, ends_at DESC, id DESC);
CREATE INDEX calendar_entry_by_source ON plan.calendar_entry (source);
CREATE INDEX calendar_entry_by_series ON plan.calendar_entry (owner, series);

CREATE TABLE plan.calendar_answer (
    owner       uuid        NOT NULL,
    key         bytea       NOT NULL,
    answer      text        NOT NULL,
    at          timestamptz NOT NULL,
    day         date,
    again_on    date,
    realisation uuid,
    CONSTRAINT calendar_answer_pk PRIMARY KEY (owner, key),
    CONSTRAINT calendar_answer_is_known CHECK (answer IN ('DONE', 'POSTPONED', 'DISMISSED', 'NEVER')),
    CONSTRAINT calendar_answer_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.calendar_answer IS 'What was answered, by hashes alone: it is not asked again, though the calendar is read again or connected anew';
COMMENT ON COLUMN plan.calendar_answer.key IS 'That of an entry, or of a series (NEVER)';
COMMENT ON COLUMN plan.calendar_answer.day IS 'The day on which the entry stood then: postponed, it is asked again when its calendar gives a later one';
COMMENT ON COLUMN plan.calendar_answer.again_on IS 'The new day of something postponed, where she said it';
CREATE INDEX calendar_answer_by_key ON plan.calendar_answer (key) WHERE realisation IS NOT NULL;
CREATE INDEX calendar_answer_by_realisation ON plan.calendar_answer (realisation) WHERE realisation IS NOT NULL;

SELECT platform.backup_leave_out('plan.calendar_entry', 'read again from the calendars themselves');
SELECT platform.audit_attach('plan.calendar_source', '{name,host,address,etag,last_modified,read_at,entries,assumed_zone,next_at,failures,failing_since,problem}');
