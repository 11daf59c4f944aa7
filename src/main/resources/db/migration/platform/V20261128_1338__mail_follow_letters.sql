-- A letter may say which record it regards. Its state and dates then stay with the record; what it said and to whom goes.
ALTER TABLE platform.mail_message
    ADD COLUMN matter     text,
    ADD COLUMN record_id  uuid,
    ADD COLUMN discreet   boolean NOT NULL DEFAULT false,
    ADD COLUMN cut_off    boolean NOT NULL DEFAULT false,
    ADD COLUMN handed     text,
    ADD COLUMN decided_by text,
    ADD COLUMN decided_at timestamptz,
    DROP CONSTRAINT mail_message_state,
    ADD CONSTRAINT mail_message_state CHECK (state IN
        ('QUEUED', 'SENDING', 'PERHAPS_SENT', 'SENT', 'FAILED', 'WITHHELD', 'DELIVERED_OTHERWISE')),
    ADD CONSTRAINT mail_message_matter_is_whole CHECK (num_nulls(matter, record_id) IN (0, 2) AND length(matter) <= 60),
    ADD CONSTRAINT mail_message_handed_is_whole CHECK (
        (state = 'DELIVERED_OTHERWISE') = (handed IS NOT NULL)
        AND handed IN ('POST', 'HAND')
        AND (handed IS NULL OR num_nulls(record_id, sent_at, decided_by, decided_at) = 0));
CREATE INDEX mail_message_regarding ON platform.mail_message (matter, record_id) WHERE record_id IS NOT NULL;
COMMENT ON COLUMN platform.mail_message.matter IS 'The kind of record that the letter regards, a stable word such as assembly_notice';
COMMENT ON COLUMN platform.mail_message.record_id IS 'The record that the letter regards; such a letter is emptied, never deleted';
COMMENT ON COLUMN platform.mail_message.discreet IS 'Whether the list of the outbox hides the subject';
COMMENT ON COLUMN platform.mail_message.cut_off IS 'Whether it was once cut off in flight, so that it may have arrived';
COMMENT ON COLUMN platform.mail_message.handed IS 'By post or by hand, where it was delivered otherwise; sent_at is then that day';
COMMENT ON COLUMN platform.mail_message.decided_by IS 'Name of the account that marked it as delivered otherwise or took it back';

CREATE VIEW platform.mail_letter_status AS
SELECT id, matter, record_id,
       CASE WHEN state = 'SENDING' THEN 'PERHAPS_SENT'
            WHEN state = 'QUEUED' THEN CASE WHEN recipient = '' THEN 'WITHHELD' WHEN cut_off THEN 'PERHAPS_SENT' ELSE 'WAITING' END
            WHEN state = 'FAILED' THEN CASE WHEN problem IN ('REFUSED_RECIPIENT', 'BOUNCED') THEN 'REFUSED'
                                            WHEN cut_off OR problem = 'RESTORED' THEN 'PERHAPS_SENT'
                                            ELSE 'WITHHELD' END
            ELSE state END AS state,
       CASE WHEN state IN ('SENT', 'DELIVERED_OTHERWISE') THEN sent_at END AS left_on,
       problem AS reason, handed, decided_by, decided_at, posted_at
  FROM platform.mail_message;
COMMENT ON VIEW platform.mail_letter_status IS 'Each letter with one of the six states of LetterState, and when it left; for joins of other modules';
