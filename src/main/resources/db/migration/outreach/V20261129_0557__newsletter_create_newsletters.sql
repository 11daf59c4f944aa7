CREATE TABLE outreach.newsletter (
    id                uuid        NOT NULL,
    version           integer     NOT NULL DEFAULT 1,
    number            integer,
    state             text        NOT NULL DEFAULT 'DRAFT',
    languages         text[]      NOT NULL,
    segment           uuid,
    concerns_function boolean     NOT NULL DEFAULT false,
    action            uuid,
    most_errors       integer     NOT NULL DEFAULT 20,
    created_at        timestamptz NOT NULL,
    leaves_at         timestamptz,
    confirmed_by      uuid,
    confirmed_name    text,
    started_at        timestamptz,
    ended_at          timestamptz,
    pause_reason      text,
    replies           integer,
    CONSTRAINT newsletter_pk PRIMARY KEY (id),
    CONSTRAINT newsletter_number_is_unique UNIQUE (number),
    CONSTRAINT newsletter_segment_fk FOREIGN KEY (segment) REFERENCES directory.segment (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_state_is_known CHECK
        (state IN ('DRAFT', 'CONFIRMED', 'SENDING', 'PAUSED', 'SENT', 'STOPPED')),
    CONSTRAINT newsletter_languages_are_known CHECK
        (cardinality(languages) BETWEEN 1 AND 3 AND languages <@ ARRAY ['fr', 'en', 'es']),
    CONSTRAINT newsletter_leaves_after_its_confirmation CHECK
        (state = 'DRAFT' OR num_nulls(segment, leaves_at, confirmed_by, confirmed_name) = 0),
    CONSTRAINT newsletter_begins_with_a_number CHECK ((started_at IS NULL) = (number IS NULL)),
    CONSTRAINT newsletter_errors_are_counted CHECK (most_errors BETWEEN 1 AND 10000),
    CONSTRAINT newsletter_replies_are_counted CHECK (replies BETWEEN 0 AND 100000),
    CONSTRAINT newsletter_confirmed_name_is_short CHECK (length(confirmed_name) <= 300)
);
COMMENT ON TABLE outreach.newsletter IS 'An issue of the newsletter';
COMMENT ON COLUMN outreach.newsletter.languages IS 'The first is the one that the others translate';
COMMENT ON COLUMN outreach.newsletter.concerns_function IS 'Whether it concerns the functions of its recipients (R-CASL-7)';
COMMENT ON COLUMN outreach.newsletter.action IS 'The line of a plan that it serves';
COMMENT ON COLUMN outreach.newsletter.replies IS 'Replies received, as a person counted them';
SELECT platform.audit_attach('outreach.newsletter');

CREATE TABLE outreach.newsletter_block (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    newsletter uuid    NOT NULL,
    position   integer NOT NULL,
    kind       text    NOT NULL,
    revision   integer NOT NULL DEFAULT 1,
    url        text,
    happens_on date,
    CONSTRAINT newsletter_block_pk PRIMARY KEY (id),
    CONSTRAINT newsletter_block_newsletter_fk FOREIGN KEY (newsletter) REFERENCES outreach.newsletter (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_block_kind_is_known CHECK (kind IN ('SUBJECT', 'LEAD', 'ARTICLE', 'APPEAL', 'DATE', 'RELAY')),
    CONSTRAINT newsletter_block_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000)
);
COMMENT ON TABLE outreach.newsletter_block IS 'A part of an issue; its texts are one for each language';
COMMENT ON COLUMN outreach.newsletter_block.revision IS 'Of the text in the first language: others name the revision that they translate';
CREATE INDEX newsletter_block_by_newsletter ON outreach.newsletter_block (newsletter, position);
SELECT platform.audit_attach('outreach.newsletter_block');

CREATE TABLE outreach.newsletter_text (
    id         uuid    NOT NULL,
    block      uuid    NOT NULL,
    language   text    NOT NULL,
    translates integer NOT NULL,
    title      text    NOT NULL DEFAULT '',
    body       text    NOT NULL DEFAULT '',
    CONSTRAINT newsletter_text_pk PRIMARY KEY (id),
    CONSTRAINT newsletter_text_block_fk FOREIGN KEY (block) REFERENCES outreach.newsletter_block (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_text_is_one_by_language UNIQUE (block, language),
    CONSTRAINT newsletter_text_language_is_known CHECK (language IN ('fr', 'en', 'es')),
    CONSTRAINT newsletter_text_is_bounded CHECK (length(title) <= 300 AND length(body) <= 20000)
);
COMMENT ON TABLE outreach.newsletter_text IS 'A block in a language';
COMMENT ON COLUMN outreach.newsletter_text.translates IS 'The revision of the block that it says; older than the block''s, it is stale';
SELECT platform.audit_attach('outreach.newsletter_text');

CREATE TABLE outreach.newsletter_edition (
    id         uuid NOT NULL,
    newsletter uuid NOT NULL,
    language   text NOT NULL,
    subject    text NOT NULL,
    content    text NOT NULL,
    CONSTRAINT newsletter_edition_pk PRIMARY KEY (id),
    CONSTRAINT newsletter_edition_newsletter_fk FOREIGN KEY (newsletter) REFERENCES outreach.newsletter (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_edition_is_one_by_language UNIQUE (newsletter, language),
    CONSTRAINT newsletter_edition_is_bounded CHECK (length(subject) BETWEEN 1 AND 500 AND length(content) <= 1000000)
);
COMMENT ON TABLE outreach.newsletter_edition IS 'An issue in a language as it was confirmed: what leaves, whatever is edited afterwards';
COMMENT ON COLUMN outreach.newsletter_edition.content IS 'The blocks of the letter as JSON';

CREATE TABLE outreach.newsletter_recipient (
    id         uuid        NOT NULL,
    newsletter uuid        NOT NULL,
    person     uuid,
    edition    uuid,
    basis      text,
    exclusion  text,
    decided_at timestamptz NOT NULL,
    CONSTRAINT newsletter_recipient_pk PRIMARY KEY (id),
    CONSTRAINT newsletter_recipient_newsletter_fk FOREIGN KEY (newsletter) REFERENCES outreach.newsletter (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_recipient_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_recipient_edition_fk FOREIGN KEY (edition) REFERENCES outreach.newsletter_edition (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_recipient_is_one_by_person UNIQUE (newsletter, person),
    CONSTRAINT newsletter_recipient_gets_it_or_not CHECK (num_nonnulls(edition, exclusion) = 1)
);
COMMENT ON TABLE outreach.newsletter_recipient IS 'A person of the segment when the issue left: with a letter, or the reason why there is none';
COMMENT ON COLUMN outreach.newsletter_recipient.basis IS 'The basis on which it was sent (R-CASL-18); null where none is needed';
CREATE INDEX newsletter_recipient_by_person ON outreach.newsletter_recipient (person);
CREATE INDEX newsletter_recipient_by_edition ON outreach.newsletter_recipient (edition);
