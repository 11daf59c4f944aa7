-- Mails forwarded to somebody's private address, until she says what each is.

CREATE TABLE plan.mailbox_address (
    account     uuid        NOT NULL,
    secret_hash bytea       NOT NULL,
    sealed      text        NOT NULL,
    opened_at   timestamptz NOT NULL,
    CONSTRAINT mailbox_address_pk PRIMARY KEY (account),
    CONSTRAINT mailbox_address_secret_key UNIQUE (secret_hash)
);

COMMENT ON TABLE plan.mailbox_address IS 'To which private address somebody forwards';
COMMENT ON COLUMN plan.mailbox_address.secret_hash IS 'SHA-256 of the part after the plus sign, by which mail is matched';
COMMENT ON COLUMN plan.mailbox_address.sealed IS 'The same part under the keys of the installation, so that its owner reads it again';

CREATE TABLE plan.mailbox_message (
    id          uuid        NOT NULL,
    account     uuid        NOT NULL,
    state       text        NOT NULL,
    sender      text        NOT NULL,
    verified    boolean     NOT NULL DEFAULT false,
    subject     text        NOT NULL,
    written_on  date        NOT NULL,
    body        text        NOT NULL DEFAULT '',
    people      jsonb       NOT NULL DEFAULT '[]',
    left_out    integer     NOT NULL DEFAULT 0,
    received_at timestamptz NOT NULL,
    noticed_at  timestamptz,
    CONSTRAINT mailbox_message_pk PRIMARY KEY (id),
    CONSTRAINT mailbox_message_state_is_known CHECK (state IN ('WAITING', 'HELD', 'TOO_LARGE', 'UNREADABLE')),
    CONSTRAINT mailbox_message_is_bounded CHECK (
        length(sender) <= 254 AND length(subject) <= 300 AND length(body) <= 20000 AND pg_column_size(people) <= 40000
        AND left_out >= 0)
);

COMMENT ON TABLE plan.mailbox_message IS 'A forwarded mail that waits for its owner; personal data, seen by her alone, gone after 60 days';
COMMENT ON COLUMN plan.mailbox_message.sender IS 'Who forwarded it, as the mail says';
COMMENT ON COLUMN plan.mailbox_message.verified IS 'Whether the trusted host says that the sender is who it says';
COMMENT ON COLUMN plan.mailbox_message.left_out IS 'Attachments that are not kept';

CREATE INDEX mailbox_message_by_account ON plan.mailbox_message (account, received_at DESC, id DESC);
CREATE INDEX mailbox_message_by_age ON plan.mailbox_message (received_at);

CREATE TABLE plan.mailbox_document (
    document uuid NOT NULL,
    message  uuid NOT NULL,
    CONSTRAINT mailbox_document_pk PRIMARY KEY (document),
    CONSTRAINT mailbox_document_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mailbox_document_message_fk FOREIGN KEY (message) REFERENCES plan.mailbox_message (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

COMMENT ON TABLE plan.mailbox_document IS 'What was attached to a forwarded mail';

CREATE INDEX mailbox_document_by_message ON plan.mailbox_document (message, document);

CREATE TABLE plan.mailbox_taken (
    mark     bytea       NOT NULL,
    taken_at timestamptz NOT NULL,
    CONSTRAINT mailbox_taken_pk PRIMARY KEY (mark)
);

COMMENT ON TABLE plan.mailbox_taken IS 'SHA-256 of whose each mail was and of its Message-ID, so that none is taken twice';

CREATE INDEX mailbox_taken_by_age ON plan.mailbox_taken (taken_at);

CREATE TABLE plan.mailbox_round (
    lone         boolean     NOT NULL DEFAULT true,
    uid_validity bigint      NOT NULL DEFAULT 0,
    last_uid     bigint      NOT NULL DEFAULT 0,
    tried_at     timestamptz,
    read_at      timestamptz,
    problem      text,
    strangers    bigint      NOT NULL DEFAULT 0,
    CONSTRAINT mailbox_round_pk PRIMARY KEY (lone),
    CONSTRAINT mailbox_round_is_one CHECK (lone)
);

COMMENT ON TABLE plan.mailbox_round IS 'How far the mailbox was read, and when';
COMMENT ON COLUMN plan.mailbox_round.strangers IS 'Mails to no address of ours, of which nothing else is kept';

INSERT INTO plan.mailbox_round DEFAULT VALUES;
