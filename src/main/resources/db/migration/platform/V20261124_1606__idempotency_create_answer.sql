-- What was answered to requests that their senders may repeat.

CREATE TABLE platform.idempotency_answer (
    sender      bytea       NOT NULL,
    key         text        NOT NULL,
    request     bytea       NOT NULL,
    answered_at timestamptz NOT NULL,
    status      integer,
    location    text,
    body        text,
    CONSTRAINT idempotency_answer_pk PRIMARY KEY (sender, key),
    CONSTRAINT idempotency_answer_sender_is_a_hash CHECK (octet_length(sender) = 32),
    CONSTRAINT idempotency_answer_key_is_short CHECK (length(key) BETWEEN 1 AND 200),
    CONSTRAINT idempotency_answer_request_is_a_hash CHECK (octet_length(request) = 32)
);

COMMENT ON TABLE platform.idempotency_answer IS 'Answers kept for seven days, for whoever sends the same request again';
COMMENT ON COLUMN platform.idempotency_answer.sender IS 'Hash of the account and of the token that was shown';
COMMENT ON COLUMN platform.idempotency_answer.request IS 'Hash of the body, by which another one under the same key is refused';

CREATE INDEX idempotency_answer_by_age ON platform.idempotency_answer (answered_at);
