-- A delivery by post or by hand that was noted by mistake is undone: the letter is again what it was.
ALTER TABLE platform.mail_message
    ADD COLUMN state_before   text,
    ADD COLUMN problem_before text,
    ADD CONSTRAINT mail_message_state_before CHECK (
        state_before IS NULL
        OR state = 'DELIVERED_OTHERWISE' AND state_before IN ('QUEUED', 'SENDING', 'PERHAPS_SENT', 'FAILED', 'WITHHELD'));
COMMENT ON COLUMN platform.mail_message.state_before IS 'The state before it was noted as delivered otherwise; null where the row was made by that note';
COMMENT ON COLUMN platform.mail_message.problem_before IS 'The problem that went with state_before';

-- The page of a person or an organisation shows the state of its letters.
CREATE INDEX mail_message_recipient ON platform.mail_message (lower(recipient)) WHERE recipient <> '';
CREATE INDEX mail_message_party ON platform.mail_message (party) WHERE party IS NOT NULL;
