CREATE SCHEMA IF NOT EXISTS identity;

CREATE TABLE identity.account (
    id          uuid PRIMARY KEY,
    version     integer NOT NULL,
    mail        text NOT NULL CONSTRAINT account_mail_length CHECK (length(mail) BETWEEN 3 AND 254),
    name        text NOT NULL CONSTRAINT account_name_length CHECK (length(name) BETWEEN 1 AND 200),
    language    text CONSTRAINT account_language CHECK (language IN ('fr', 'en', 'es')),
    person_id   uuid,
    created_at  timestamptz NOT NULL,
    closed_at   timestamptz
);
-- One open account per address; a closed one keeps its history beside a new one.
CREATE UNIQUE INDEX account_mail_key ON identity.account (lower(mail)) WHERE closed_at IS NULL;
COMMENT ON TABLE identity.account IS 'Someone who may sign in. What she may do comes from her role grants.';

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
CREATE INDEX role_grant_account ON identity.role_grant (account_id);
COMMENT ON COLUMN identity.role_grant.to_date IS 'Last day of the role: access ends with the post.';
COMMENT ON COLUMN identity.role_grant.scope_id IS 'The one organisation or project that the role is for; null for everything.';

-- Tokens are never at rest: only their SHA-256 is.
CREATE TABLE identity.sign_in_link (
    id          uuid PRIMARY KEY,
    account_id  uuid NOT NULL REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    token_hash  bytea NOT NULL CONSTRAINT sign_in_link_token_key UNIQUE,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);
CREATE INDEX sign_in_link_account ON identity.sign_in_link (account_id);

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
CREATE INDEX api_token_account ON identity.api_token (account_id);
COMMENT ON COLUMN identity.api_token.natures IS 'The kinds of acts that the token may do, within what its account may do.';

CREATE TABLE identity.sign_in_attempt (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    account_id uuid REFERENCES identity.account DEFERRABLE INITIALLY IMMEDIATE,
    outcome    text NOT NULL CONSTRAINT sign_in_attempt_outcome CHECK (outcome IN
                   ('LINK_ASKED', 'UNKNOWN_ADDRESS', 'TOO_MANY', 'SIGNED_IN', 'LINK_REFUSED', 'PASSKEY_REFUSED', 'TOKEN_REFUSED')),
    origin     text NOT NULL
);
CREATE INDEX sign_in_attempt_at ON identity.sign_in_attempt (at);
CREATE INDEX sign_in_attempt_account ON identity.sign_in_attempt (account_id);
COMMENT ON COLUMN identity.sign_in_attempt.origin IS 'The network the attempt came from, without its last part.';

SELECT platform.audit_attach('identity.account');
SELECT platform.audit_attach('identity.role_grant');
