-- A date found among the seats of a body: up to five dates are proposed, each person answers by a link, and one of the
-- dates becomes a meeting.
CREATE TABLE outreach.assembly_date_poll (
    id      uuid        NOT NULL,
    version integer     NOT NULL DEFAULT 1,
    body    uuid        NOT NULL,
    title   text,
    place   text,
    online  text,
    dates   timestamp[] NOT NULL,
    meeting uuid,
    CONSTRAINT assembly_date_poll_pk PRIMARY KEY (id),
    CONSTRAINT assembly_date_poll_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_date_poll_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_date_poll_has_some_dates CHECK (cardinality(dates) BETWEEN 1 AND 5),
    CONSTRAINT assembly_date_poll_texts_are_bounded
        CHECK (length(title) <= 200 AND length(place) <= 300 AND length(online) <= 1000)
);
COMMENT ON TABLE outreach.assembly_date_poll IS 'Dates proposed for a meeting of a body';
COMMENT ON COLUMN outreach.assembly_date_poll.dates IS 'On the clock on the wall, in order';
COMMENT ON COLUMN outreach.assembly_date_poll.meeting IS 'The meeting of the chosen date; null while it is sought';
CREATE INDEX assembly_date_poll_by_body ON outreach.assembly_date_poll (body);
CREATE INDEX assembly_date_poll_by_meeting ON outreach.assembly_date_poll (meeting);
SELECT platform.audit_attach('outreach.assembly_date_poll');

CREATE TABLE outreach.assembly_date_answer (
    id          uuid NOT NULL,
    poll        uuid NOT NULL,
    person      uuid NOT NULL,
    answers     text[],
    answered_at timestamptz,
    by_link     boolean,
    CONSTRAINT assembly_date_answer_pk PRIMARY KEY (id),
    CONSTRAINT assembly_date_answer_poll_fk FOREIGN KEY (poll) REFERENCES outreach.assembly_date_poll (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_date_answer_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_date_answer_is_whole
        CHECK (num_nonnulls(answers, answered_at, by_link) IN (0, 3) AND cardinality(answers) BETWEEN 1 AND 5),
    CONSTRAINT assembly_date_answer_is_known CHECK (answers <@ '{YES,IF_NEEDED,NO}'::text[])
);
COMMENT ON TABLE outreach.assembly_date_answer IS 'A person who is asked about proposed dates';
COMMENT ON COLUMN outreach.assembly_date_answer.answers IS 'One for each date of the poll; null until the person answers';
CREATE INDEX assembly_date_answer_by_poll ON outreach.assembly_date_answer (poll, id);
CREATE INDEX assembly_date_answer_by_person ON outreach.assembly_date_answer (person);
SELECT platform.audit_attach('outreach.assembly_date_answer');

CREATE TABLE outreach.assembly_date_link (
    id         uuid        NOT NULL,
    answer     uuid        NOT NULL,
    token      bytea       NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT assembly_date_link_pk PRIMARY KEY (id),
    CONSTRAINT assembly_date_link_answer_fk FOREIGN KEY (answer) REFERENCES outreach.assembly_date_answer (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_date_link_token_key UNIQUE (token),
    CONSTRAINT assembly_date_link_token_is_a_hash CHECK (octet_length(token) = 32)
);
COMMENT ON TABLE outreach.assembly_date_link IS 'What opens one person''s answer about dates; only the hash of its secret is kept';
CREATE INDEX assembly_date_link_by_answer ON outreach.assembly_date_link (answer);
SELECT platform.backup_leave_out('outreach.assembly_date_link', 'hashes of secrets; a new link is a gesture away');
