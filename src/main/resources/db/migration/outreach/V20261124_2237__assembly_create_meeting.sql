-- Meetings with their agenda, papers, notices and links.

CREATE TABLE outreach.assembly_meeting (
    id               uuid        NOT NULL,
    version          integer     NOT NULL DEFAULT 1,
    body             uuid        NOT NULL,
    state            text        NOT NULL,
    special          boolean     NOT NULL DEFAULT false,
    title            text,
    begins           timestamp   NOT NULL,
    ends             timestamp,
    place            text,
    place_code       text,
    online           text,
    cancelled_reason text,
    convened_at      timestamptz,
    series           text,
    opened           timestamp,
    closed           timestamp,
    chair            text,
    secretary        text,
    quorum_at        timestamp,
    quorum_present   integer,
    quorum_required  integer,
    adopted_on       date,
    adopted_in       uuid,
    signed_on        date,
    signed_by        text,
    CONSTRAINT assembly_meeting_pk PRIMARY KEY (id),
    CONSTRAINT assembly_meeting_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_meeting_adopted_in_fk FOREIGN KEY (adopted_in) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_meeting_series_key UNIQUE (series),
    CONSTRAINT assembly_meeting_state_is_known CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
    CONSTRAINT assembly_meeting_title_is_short_text CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT assembly_meeting_begins_before_it_ends CHECK (begins < ends AND ends < begins + interval '7 days'),
    CONSTRAINT assembly_meeting_place_is_short_text CHECK (length(place) BETWEEN 1 AND 300),
    CONSTRAINT assembly_meeting_place_is_a_code CHECK (place_code ~ '^(QC-(0[1-9]|1[0-7])|[A-Z]{2}|ONLINE|SEVERAL)$'),
    CONSTRAINT assembly_meeting_online_is_an_address CHECK (online ~ '^https?://' AND length(online) <= 1000),
    CONSTRAINT assembly_meeting_cancelled_says_why CHECK ((state = 'CANCELLED') = (cancelled_reason IS NOT NULL)),
    CONSTRAINT assembly_meeting_names_are_short CHECK (length(chair) <= 200 AND length(secretary) <= 200 AND length(signed_by) <= 400),
    CONSTRAINT assembly_meeting_minutes_are_of_one_held CHECK (state = 'HELD' OR num_nonnulls(adopted_on, signed_on) = 0),
    CONSTRAINT assembly_meeting_signed_once_adopted CHECK (signed_on IS NULL OR (adopted_on IS NOT NULL AND signed_by IS NOT NULL))
);
COMMENT ON TABLE outreach.assembly_meeting IS 'A meeting of a body, from its date to its signed minutes';
COMMENT ON COLUMN outreach.assembly_meeting.begins IS 'As the clock on the wall says where the organisation is; so are the other hours';
COMMENT ON COLUMN outreach.assembly_meeting.series IS 'With which its resolutions are numbered, CA-2026-11; allotted with the first of them';
COMMENT ON COLUMN outreach.assembly_meeting.adopted_in IS 'The later meeting that adopted its minutes';
CREATE INDEX assembly_meeting_by_day ON outreach.assembly_meeting (begins DESC, id DESC);
CREATE INDEX assembly_meeting_by_body ON outreach.assembly_meeting (body, begins DESC, id DESC);
CREATE INDEX assembly_meeting_by_adoption ON outreach.assembly_meeting (adopted_in) WHERE adopted_in IS NOT NULL;

CREATE FUNCTION outreach.assembly_words(title text, text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, title), 'A')
        || to_tsvector('platform.fr'::regconfig, text)
        || to_tsvector('platform.en'::regconfig, text);

CREATE TABLE outreach.assembly_item (
    id       uuid     NOT NULL,
    version  integer  NOT NULL DEFAULT 1,
    meeting  uuid     NOT NULL,
    position integer  NOT NULL,
    title    text     NOT NULL,
    note     text     NOT NULL DEFAULT '',
    asked    text     NOT NULL DEFAULT '',
    minutes  text     NOT NULL DEFAULT '',
    words    tsvector NOT NULL GENERATED ALWAYS AS (outreach.assembly_words(title, minutes)) STORED,
    CONSTRAINT assembly_item_pk PRIMARY KEY (id),
    CONSTRAINT assembly_item_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_item_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT assembly_item_texts_are_bounded
        CHECK (length(note) <= 5000 AND length(asked) <= 2000 AND length(minutes) <= 50000)
);
COMMENT ON TABLE outreach.assembly_item IS 'A point of a meeting''s agenda, and what the minutes say of it';
COMMENT ON COLUMN outreach.assembly_item.asked IS 'The decision that is asked for; empty for none';
COMMENT ON COLUMN outreach.assembly_item.minutes IS 'Markdown';
CREATE INDEX assembly_item_by_meeting ON outreach.assembly_item (meeting, position);
CREATE INDEX assembly_item_by_words ON outreach.assembly_item USING gin (words);

CREATE TABLE outreach.assembly_paper (
    document uuid    NOT NULL,
    meeting  uuid    NOT NULL,
    item     uuid    NOT NULL,
    CONSTRAINT assembly_paper_pk PRIMARY KEY (document),
    CONSTRAINT assembly_paper_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_paper_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_paper_item_fk FOREIGN KEY (item) REFERENCES outreach.assembly_item (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE outreach.assembly_paper IS 'A document that goes with a point of the agenda';
CREATE INDEX assembly_paper_by_meeting ON outreach.assembly_paper (meeting, document);
CREATE INDEX assembly_paper_by_item ON outreach.assembly_paper (item, document);

CREATE TABLE outreach.assembly_notice (
    id        uuid        NOT NULL,
    meeting   uuid        NOT NULL,
    person    uuid        NOT NULL,
    kind      text        NOT NULL,
    posted_at timestamptz NOT NULL,
    CONSTRAINT assembly_notice_pk PRIMARY KEY (id),
    CONSTRAINT assembly_notice_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_notice_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_notice_kind_is_known CHECK (kind IN ('CONVENED', 'MOVED', 'CANCELLED'))
);
COMMENT ON TABLE outreach.assembly_notice IS 'A letter about a meeting that was put in the outbox for someone who sits';
CREATE INDEX assembly_notice_by_meeting ON outreach.assembly_notice (meeting, kind);
CREATE INDEX assembly_notice_by_person ON outreach.assembly_notice (person);

CREATE TABLE outreach.assembly_link (
    id         uuid        NOT NULL,
    meeting    uuid        NOT NULL,
    notice     uuid,
    token      bytea       NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    opened_at  timestamptz,
    CONSTRAINT assembly_link_pk PRIMARY KEY (id),
    CONSTRAINT assembly_link_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_link_notice_fk FOREIGN KEY (notice) REFERENCES outreach.assembly_notice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_link_token_key UNIQUE (token),
    CONSTRAINT assembly_link_token_is_a_hash CHECK (octet_length(token) = 32)
);
COMMENT ON TABLE outreach.assembly_link IS 'What opens one meeting without an account; only the hash of its secret is kept';
COMMENT ON COLUMN outreach.assembly_link.notice IS 'The letter that carries it; null for one that was handed over otherwise';
CREATE INDEX assembly_link_by_meeting ON outreach.assembly_link (meeting);
CREATE INDEX assembly_link_by_notice ON outreach.assembly_link (notice);
SELECT platform.backup_leave_out('outreach.assembly_link', 'hashes of secrets; a new link is a gesture away');

SELECT platform.audit_attach('outreach.assembly_meeting');
SELECT platform.audit_attach('outreach.assembly_item');
SELECT platform.audit_attach('outreach.assembly_paper');
SELECT platform.audit_attach('outreach.assembly_notice');
