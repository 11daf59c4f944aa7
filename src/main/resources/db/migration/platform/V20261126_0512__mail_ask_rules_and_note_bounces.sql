-- A letter to many says to whom and on what it goes, so that whether it may go is asked once more when it leaves. What servers
-- say of addresses is kept under keyed marks, so that no address lies here that is nowhere else.
ALTER TABLE platform.mail_message
    ADD COLUMN party uuid,
    ADD COLUMN topic text,
    DROP CONSTRAINT mail_message_state,
    ADD CONSTRAINT mail_message_state CHECK (state IN
        ('QUEUED', 'SENDING', 'PERHAPS_SENT', 'SENT', 'FAILED', 'WITHHELD')),
    ADD CONSTRAINT mail_message_topic_is_whole CHECK (num_nulls(party, topic) IN (0, 2) AND length(topic) <= 60);
COMMENT ON COLUMN platform.mail_message.party IS 'To whom it goes, where it goes to many; null for a letter that a fact asks for';
COMMENT ON COLUMN platform.mail_message.topic IS 'What it is on, in the word of the rule that is asked whether it may go';

CREATE TABLE platform.mail_bounce (
    mark      text        NOT NULL,
    failed_at timestamptz,
    delays    integer     NOT NULL,
    last_at   timestamptz NOT NULL,
    CONSTRAINT mail_bounce_pk PRIMARY KEY (mark),
    CONSTRAINT mail_bounce_delays_are_counted CHECK (delays >= 0)
);
COMMENT ON TABLE platform.mail_bounce IS 'Addresses at which letters did not arrive, each under a keyed mark';
COMMENT ON COLUMN platform.mail_bounce.failed_at IS 'Since when it fails for good; null where letters were only late or turned away';
