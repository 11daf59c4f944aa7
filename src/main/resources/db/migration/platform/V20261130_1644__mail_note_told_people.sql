-- A person without a usable address is told by telephone or face to face, and that is noted.
ALTER TABLE platform.mail_message
    DROP CONSTRAINT mail_message_handed_is_whole,
    ADD CONSTRAINT mail_message_handed_is_whole CHECK (
        (state = 'DELIVERED_OTHERWISE') = (handed IS NOT NULL)
        AND handed IN ('POST', 'HAND', 'TOLD')
        AND (handed IS NULL OR num_nulls(record_id, sent_at, decided_by, decided_at) = 0));
COMMENT ON COLUMN platform.mail_message.handed IS 'By post, by hand or by word of mouth, where it was delivered otherwise; sent_at is then that day';
