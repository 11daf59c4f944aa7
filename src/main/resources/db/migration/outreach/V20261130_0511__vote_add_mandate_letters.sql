-- The mandate letter of a member for an assembly: its delegates and substitutes, named by a link or noted by the team,
-- and who signs for it (R-VOTE-3b).
CREATE TABLE outreach.vote_mandate (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    meeting      uuid    NOT NULL,
    organisation uuid    NOT NULL,
    due_on       date    NOT NULL,
    asked_at     timestamptz,
    answered_at  timestamptz,
    by_link      boolean NOT NULL DEFAULT false,
    signed_by    text    NOT NULL DEFAULT '',
    authority    text    NOT NULL DEFAULT '',
    document     uuid,
    CONSTRAINT vote_mandate_pk PRIMARY KEY (id),
    CONSTRAINT vote_mandate_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_mandate_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_mandate_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_mandate_member_key UNIQUE (meeting, organisation),
    CONSTRAINT vote_mandate_texts_are_bounded CHECK (length(signed_by) <= 200 AND length(authority) <= 300)
);
COMMENT ON TABLE outreach.vote_mandate IS 'The mandate letter of a member for an assembly';
COMMENT ON COLUMN outreach.vote_mandate.due_on IS 'The last day on which the member changes it by its link';
COMMENT ON COLUMN outreach.vote_mandate.asked_at IS 'Null if it was noted without a letter';
COMMENT ON COLUMN outreach.vote_mandate.by_link IS 'Whether the member gave the last answer itself';
COMMENT ON COLUMN outreach.vote_mandate.document IS 'The signed letter, if it was uploaded';
CREATE INDEX vote_mandate_by_organisation ON outreach.vote_mandate (organisation);
CREATE INDEX vote_mandate_by_document ON outreach.vote_mandate (document) WHERE document IS NOT NULL;
SELECT platform.audit_attach('outreach.vote_mandate');

CREATE TABLE outreach.vote_named (
    id          uuid    NOT NULL,
    mandate     uuid    NOT NULL,
    position    integer NOT NULL,
    name        text    NOT NULL,
    mail        text,
    substitute  boolean NOT NULL,
    answer      text,
    words       text,
    answered_at timestamptz,
    CONSTRAINT vote_named_pk PRIMARY KEY (id),
    CONSTRAINT vote_named_mandate_fk FOREIGN KEY (mandate) REFERENCES outreach.vote_mandate (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_named_texts_are_bounded
        CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200 AND length(mail) <= 254 AND length(words) <= 300),
    CONSTRAINT vote_named_answer_is_known CHECK (answer IN ('COMING', 'NOT_COMING')),
    CONSTRAINT vote_named_answer_is_whole CHECK (num_nonnulls(answer, words, answered_at) IN (0, 3))
);
COMMENT ON TABLE outreach.vote_named IS 'A delegate or a substitute named in a mandate letter; nobody is present by it';
COMMENT ON COLUMN outreach.vote_named.mail IS 'For the notice alone; emptied a month after the assembly';
CREATE INDEX vote_named_by_mandate ON outreach.vote_named (mandate, substitute, position);
SELECT platform.audit_attach('outreach.vote_named', '{mail,words}');

CREATE TABLE outreach.vote_mandate_link (
    id      uuid        NOT NULL,
    mandate uuid        NOT NULL,
    token   bytea       NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT vote_mandate_link_pk PRIMARY KEY (id),
    CONSTRAINT vote_mandate_link_mandate_fk FOREIGN KEY (mandate) REFERENCES outreach.vote_mandate (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_mandate_link_token_key UNIQUE (token),
    CONSTRAINT vote_mandate_link_token_is_a_hash CHECK (octet_length(token) = 32)
);
COMMENT ON TABLE outreach.vote_mandate_link IS 'Opens one mandate letter without an account; only the hash of its secret is kept';
CREATE INDEX vote_mandate_link_by_mandate ON outreach.vote_mandate_link (mandate);
SELECT platform.backup_leave_out('outreach.vote_mandate_link', 'hashes of secrets; a new letter carries a new one');
