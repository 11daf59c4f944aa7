CREATE TABLE directory.secondlook_invitation (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    kind        text        NOT NULL,
    record      uuid        NOT NULL,
    title       text        NOT NULL,
    url         text        NOT NULL,
    reader      uuid,
    reader_name text        NOT NULL,
    asked_name  text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'ASKED',
    comment     text        NOT NULL DEFAULT '',
    wording     text        NOT NULL DEFAULT '',
    answered_at timestamptz,
    CONSTRAINT secondlook_invitation_pk PRIMARY KEY (id),
    CONSTRAINT secondlook_invitation_reader_fk FOREIGN KEY (reader) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT secondlook_invitation_state_is_known CHECK (state IN ('ASKED', 'GOOD', 'COMMENTED', 'SEEN')),
    CONSTRAINT secondlook_invitation_is_answered_once CHECK ((state = 'ASKED') = (answered_at IS NULL)),
    CONSTRAINT secondlook_invitation_url_is_a_path CHECK (url LIKE '/%' AND length(url) <= 300),
    CONSTRAINT secondlook_invitation_texts_are_bounded CHECK (length(kind) <= 60 AND length(title) BETWEEN 1 AND 300
        AND length(reader_name) <= 300 AND length(asked_name) <= 300 AND length(comment) <= 4000 AND length(wording) <= 100)
);
COMMENT ON TABLE directory.secondlook_invitation IS 'A person who was asked to read a text before it leaves, and the answer';
COMMENT ON COLUMN directory.secondlook_invitation.wording IS 'A hash of the texts that were read';
CREATE INDEX secondlook_invitation_by_record ON directory.secondlook_invitation (kind, record);
CREATE INDEX secondlook_invitation_by_reader ON directory.secondlook_invitation (reader);
SELECT platform.audit_attach('directory.secondlook_invitation', ARRAY ['comment']);

CREATE TABLE directory.secondlook_link (
    id         uuid        NOT NULL,
    invitation uuid        NOT NULL,
    token      bytea       NOT NULL,
    made_at    timestamptz NOT NULL,
    CONSTRAINT secondlook_link_pk PRIMARY KEY (id),
    CONSTRAINT secondlook_link_invitation_fk FOREIGN KEY (invitation) REFERENCES directory.secondlook_invitation (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT secondlook_link_token_is_unique UNIQUE (token)
);
COMMENT ON COLUMN directory.secondlook_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX secondlook_link_by_invitation ON directory.secondlook_link (invitation);
SELECT platform.backup_leave_out('directory.secondlook_link', 'hashes of secrets; another invitation sends a new link');
