-- An anniversary as a programme: its parts are records of other modules, or words of our own.
CREATE TABLE outreach.anniversary (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    name      text    NOT NULL,
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL,
    body      uuid,
    line      uuid,
    target    numeric(12,2),
    post      text    NOT NULL DEFAULT '',
    hired     boolean NOT NULL DEFAULT false,
    CONSTRAINT anniversary_pk PRIMARY KEY (id),
    CONSTRAINT anniversary_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT anniversary_texts_are_short CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200 AND length(post) <= 200),
    CONSTRAINT anniversary_target_is_above_zero CHECK (target > 0)
);
COMMENT ON TABLE outreach.anniversary IS 'An anniversary that a committee prepares as a programme';
COMMENT ON COLUMN outreach.anniversary.body IS 'The committee, a body of the assembly';
COMMENT ON COLUMN outreach.anniversary.line IS 'The line of the plan that it serves';
COMMENT ON COLUMN outreach.anniversary.post IS 'The post on which a part of it depends; empty for none';
COMMENT ON COLUMN outreach.anniversary.hired IS 'Whether a person was found for the post';
SELECT platform.audit_attach('outreach.anniversary');

CREATE TABLE outreach.anniversary_part (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    anniversary uuid    NOT NULL,
    kind        text    NOT NULL,
    subject     uuid,
    title       text,
    url         text,
    day         date,
    needs_post  boolean NOT NULL,
    CONSTRAINT anniversary_part_pk PRIMARY KEY (id),
    CONSTRAINT anniversary_part_anniversary_fk FOREIGN KEY (anniversary) REFERENCES outreach.anniversary (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT anniversary_part_kind_is_known CHECK (kind IN ('EVENT', 'EXHIBITION', 'APPEAL', 'CALL', 'WORDS')),
    CONSTRAINT anniversary_part_is_a_record_or_words CHECK (CASE WHEN kind = 'WORDS' THEN subject IS NULL AND title IS NOT NULL
        ELSE subject IS NOT NULL AND num_nonnulls(title, url, day) = 0 END),
    CONSTRAINT anniversary_part_is_there_once UNIQUE (anniversary, kind, subject),
    CONSTRAINT anniversary_part_texts_are_short CHECK (length(title) BETWEEN 1 AND 200 AND length(url) <= 1000),
    CONSTRAINT anniversary_part_url_is_an_address CHECK (url ~ '^https?://')
);
COMMENT ON TABLE outreach.anniversary_part IS 'A part of an anniversary: an event, an exhibition, an appeal, a special appeal to members, or words of our own';
COMMENT ON COLUMN outreach.anniversary_part.needs_post IS 'Whether it is at risk as long as the post is not filled';
SELECT platform.audit_attach('outreach.anniversary_part');
