-- Organisations are asked for their headcount by mail: a round for each reference date, a question to each organisation, and
-- the links by which they answer without an account.
CREATE TABLE resources.declaration_round (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    counted_on  date        NOT NULL,
    asks_on     date        NOT NULL,
    reminds_on  date        NOT NULL,
    closes_on   date        NOT NULL,
    approved_at timestamptz,
    CONSTRAINT declaration_round_pk PRIMARY KEY (id),
    CONSTRAINT declaration_round_counted_on_key UNIQUE (counted_on),
    CONSTRAINT declaration_round_days_are_in_order CHECK (
        counted_on <= asks_on AND asks_on < reminds_on AND reminds_on <= closes_on)
);
COMMENT ON TABLE resources.declaration_round IS 'Organisations are asked for their headcount on one reference date';
COMMENT ON COLUMN resources.declaration_round.asks_on IS 'From this day on, each member is asked';
COMMENT ON COLUMN resources.declaration_round.reminds_on IS 'From this day on, the silent are reminded once';
COMMENT ON COLUMN resources.declaration_round.closes_on IS 'The last day on which the links answer and correct';
COMMENT ON COLUMN resources.declaration_round.approved_at IS 'Since when the two days hold; null while nothing is sent';

CREATE TABLE resources.declaration_question (
    id           uuid        NOT NULL,
    round        uuid        NOT NULL,
    organisation uuid        NOT NULL,
    asked_at     timestamptz NOT NULL,
    reminded_at  timestamptz,
    headcount    uuid,
    answered_at  timestamptz,
    CONSTRAINT declaration_question_pk PRIMARY KEY (id),
    CONSTRAINT declaration_question_round_fk FOREIGN KEY (round) REFERENCES resources.declaration_round (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT declaration_question_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT declaration_question_headcount_fk FOREIGN KEY (headcount)
        REFERENCES resources.membership_headcount (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT declaration_question_is_asked_once UNIQUE (round, organisation),
    CONSTRAINT declaration_question_answer_is_whole CHECK ((headcount IS NULL) = (answered_at IS NULL))
);
COMMENT ON TABLE resources.declaration_question IS 'One organisation was asked for its headcount';
COMMENT ON COLUMN resources.declaration_question.headcount IS 'What it answered last by its link';
CREATE INDEX declaration_question_by_organisation ON resources.declaration_question (organisation);
CREATE INDEX declaration_question_by_headcount ON resources.declaration_question (headcount);

CREATE TABLE resources.declaration_link (
    id       uuid        NOT NULL,
    question uuid        NOT NULL,
    token    bytea       NOT NULL,
    made_at  timestamptz NOT NULL,
    CONSTRAINT declaration_link_pk PRIMARY KEY (id),
    CONSTRAINT declaration_link_question_fk FOREIGN KEY (question) REFERENCES resources.declaration_question (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT declaration_link_token_key UNIQUE (token),
    CONSTRAINT declaration_link_token_is_a_hash CHECK (octet_length(token) = 32)
);
COMMENT ON TABLE resources.declaration_link IS 'What answers one question without an account; only the hash of its secret is kept';
CREATE INDEX declaration_link_by_question ON resources.declaration_link (question);
SELECT platform.backup_leave_out('resources.declaration_link', 'hashes of secrets; a reminder carries a new link');

SELECT platform.audit_attach('resources.declaration_round');
SELECT platform.audit_attach('resources.declaration_question');
