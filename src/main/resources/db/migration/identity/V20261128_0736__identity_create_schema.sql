-- Group identity: accounts and sign-in.

CREATE SCHEMA IF NOT EXISTS identity;

CREATE TABLE identity.account (
    id         uuid        PRIMARY KEY,
    version    integer     NOT NULL,
    mail       text        NOT NULL CONSTRAINT account_mail_length CHECK (length(mail) BETWEEN 3 AND 254),
    name       text        NOT NULL CONSTRAINT account_name_length CHECK (length(name) BETWEEN 1 AND 200),
    language   text        CONSTRAINT account_language CHECK (language IN ('fr', 'en', 'es')),
    person_id  uuid,
    created_at timestamptz NOT NULL,
    closed_at  timestamptz,
    CONSTRAINT account_person_fk FOREIGN KEY (person_id) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE identity.account IS 'Someone who may sign in. What she may do comes from her role grants.';
COMMENT ON COLUMN identity.account.person_id IS 'Who it is in the directory; null where nobody said';
-- One open account per address; a closed one keeps its history beside a new one.
CREATE UNIQUE INDEX account_mail_key ON identity.account (lower(mail)) WHERE closed_at IS NULL;
CREATE INDEX account_person ON identity.account (person_id);
SELECT platform.audit_attach('identity.account');

CREATE TABLE identity.role_grant (
    id          uuid PRIMARY KEY,
    version     integer NOT NULL,
    account_id  uuid NOT NULL REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    role        text NOT NULL CONSTRAINT role_grant_role CHECK (role IN
                    ('COORDINATOR', 'STAFF', 'ACCOUNTANT', 'BOARD_MEMBER', 'VOLUNTEER', 'AUDITOR', 'ADMINISTRATOR')),
    from_date   date NOT NULL,
    to_date     date,
    scope_id    uuid,
    CONSTRAINT role_grant_period CHECK (to_date IS NULL OR to_date >= from_date)
);
COMMENT ON COLUMN identity.role_grant.to_date IS 'Last day of the role: access ends with the post.';
COMMENT ON COLUMN identity.role_grant.scope_id IS 'The one organisation or project that the role is for; null for everything.';
CREATE INDEX role_grant_account ON identity.role_grant (account_id);
SELECT platform.audit_attach('identity.role_grant');

-- Tokens are never stored, only their SHA-256.
CREATE TABLE identity.sign_in_link (
    id          uuid PRIMARY KEY,
    account_id  uuid NOT NULL REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    token_hash  bytea NOT NULL CONSTRAINT sign_in_link_token_key UNIQUE,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);
CREATE INDEX sign_in_link_account ON identity.sign_in_link (account_id);
SELECT platform.backup_leave_out('identity.sign_in_link', 'hashes of secrets; a new link is a gesture away');

CREATE TABLE identity.session (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    token_hash   bytea NOT NULL CONSTRAINT session_token_key UNIQUE,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    device       text NOT NULL
);
CREATE INDEX session_account ON identity.session (account_id);
-- A stolen backup opens no session, and a restore revives none that was closed since.
SELECT platform.backup_leave_out('identity.session', 'hashes of secrets; everyone signs in again');

CREATE TABLE identity.api_token (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    name         text NOT NULL CONSTRAINT api_token_name_length CHECK (length(name) BETWEEN 1 AND 100),
    token_hash   bytea NOT NULL CONSTRAINT api_token_token_key UNIQUE,
    natures      text[] NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
COMMENT ON COLUMN identity.api_token.natures IS 'The kinds of acts that the token may do, within what its account may do.';
CREATE INDEX api_token_account ON identity.api_token (account_id);
SELECT platform.backup_leave_out('identity.api_token', 'hashes of secrets; programs are given new tokens');

CREATE TABLE identity.sign_in_attempt (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    account_id uuid REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    outcome    text NOT NULL CONSTRAINT sign_in_attempt_outcome CHECK (outcome IN
                   ('LINK_ASKED', 'UNKNOWN_ADDRESS', 'TOO_MANY', 'SIGNED_IN', 'LINK_REFUSED', 'PASSKEY_REFUSED', 'TOKEN_REFUSED')),
    origin     text NOT NULL
);
COMMENT ON COLUMN identity.sign_in_attempt.origin IS 'The network the attempt came from, without its last part.';
CREATE INDEX sign_in_attempt_at ON identity.sign_in_attempt (at);
CREATE INDEX sign_in_attempt_account ON identity.sign_in_attempt (account_id);

-- Passkeys are public keys, no secrets: backups contain them, so that people can sign in after a restore.
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
COMMENT ON COLUMN identity.passkey.backed_up IS 'Whether the authenticator keeps a copy elsewhere, as a telephone does in its maker''s cloud';
CREATE INDEX passkey_account ON identity.passkey (account_id);
SELECT platform.audit_attach('identity.passkey', '{signature_count,last_used_at,backed_up,attestation,client_data}');

-- A challenge sent to an authenticator; it is answered once, within minutes.
CREATE TABLE identity.passkey_question (
    ticket_hash bytea       NOT NULL,
    account_id  uuid        REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    challenge   bytea       NOT NULL,
    expires_at  timestamptz NOT NULL,
    CONSTRAINT passkey_question_pk PRIMARY KEY (ticket_hash)
);
COMMENT ON COLUMN identity.passkey_question.account_id IS 'Who adds a passkey; null where somebody signs in';
CREATE INDEX passkey_question_expires_at ON identity.passkey_question (expires_at);
SELECT platform.backup_leave_out('identity.passkey_question', 'questions that are answered within minutes');
