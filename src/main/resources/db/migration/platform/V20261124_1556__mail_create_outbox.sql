CREATE TABLE platform.mail_message (
    id           uuid PRIMARY KEY,
    recipient    text NOT NULL CONSTRAINT mail_message_recipient_length CHECK (length(recipient) <= 254),
    subject      text NOT NULL CONSTRAINT mail_message_subject_length CHECK (length(subject) <= 500),
    body         text NOT NULL,
    purpose      text NOT NULL,
    completer    text,
    about        uuid,
    state        text NOT NULL DEFAULT 'QUEUED' CONSTRAINT mail_message_state CHECK (state IN
                     ('QUEUED', 'SENDING', 'PERHAPS_SENT', 'SENT', 'FAILED')),
    attempts     integer NOT NULL DEFAULT 0,
    posted_at    timestamptz NOT NULL,
    next_at      timestamptz NOT NULL,
    sent_at      timestamptz,
    problem      text
);
CREATE INDEX mail_message_due ON platform.mail_message (next_at) WHERE state IN ('QUEUED', 'SENDING', 'PERHAPS_SENT');
CREATE INDEX mail_message_posted ON platform.mail_message (posted_at DESC);
COMMENT ON TABLE platform.mail_message IS 'Letters going out; the id is also the Message-ID, so that a letter sent twice is one letter.';
COMMENT ON COLUMN platform.mail_message.problem IS 'The kind of the last failure, never what the server said of a person.';
