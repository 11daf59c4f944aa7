-- Passkeys: what an authenticator showed of a key that never leaves it. Public keys, no secret: backups hold them, so that
-- people come in after a restore.
CREATE TABLE identity.passkey (
    id              uuid        NOT NULL,
    account_id      uuid        NOT NULL REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    name            text        NOT NULL,
    credential_id   bytea       NOT NULL,
    public_key      bytea       NOT NULL,
    signature_count bigint      NOT NULL,
    user_verified   boolean     NOT NULL,
    transports      text[]      NOT NULL,
    backup_eligible boolean     NOT NULL,
    backed_up       boolean     NOT NULL,
    attestation     bytea       NOT NULL,
    client_data     bytea       NOT NULL,
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz,
    CONSTRAINT passkey_pk PRIMARY KEY (id),
    CONSTRAINT passkey_credential_key UNIQUE (credential_id),
    CONSTRAINT passkey_name_length CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT passkey_credential_length CHECK (octet_length(credential_id) BETWEEN 1 AND 1023)
);
CREATE INDEX passkey_account ON identity.passkey (account_id);
COMMENT ON COLUMN identity.passkey.backed_up IS 'Whether the authenticator keeps a copy elsewhere, as a telephone does in its maker''s cloud';

-- A question put to an authenticator, answered once and soon.
CREATE TABLE identity.passkey_question (
    ticket_hash bytea       NOT NULL,
    account_id  uuid        REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    challenge   bytea       NOT NULL,
    expires_at  timestamptz NOT NULL,
    CONSTRAINT passkey_question_pk PRIMARY KEY (ticket_hash)
);
CREATE INDEX passkey_question_expires_at ON identity.passkey_question (expires_at);
COMMENT ON COLUMN identity.passkey_question.account_id IS 'Who adds a passkey; null where somebody signs in';

SELECT platform.audit_attach('identity.passkey', '{signature_count,last_used_at,backed_up,attestation,client_data}');
SELECT platform.backup_leave_out('identity.passkey_question', 'questions that are answered within minutes');
