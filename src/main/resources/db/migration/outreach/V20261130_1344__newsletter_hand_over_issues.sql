ALTER TABLE outreach.newsletter
    DROP CONSTRAINT newsletter_state_is_known,
    ADD CONSTRAINT newsletter_state_is_known CHECK
        (state IN ('DRAFT', 'CONFIRMED', 'SENDING', 'PAUSED', 'SENT', 'STOPPED', 'HANDED_OVER'));
COMMENT ON COLUMN outreach.newsletter.sent_elsewhere IS 'Whether it was sent with another tool: its letters are not followed here';

ALTER TABLE outreach.newsletter_recipient ADD COLUMN returned boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN outreach.newsletter_recipient.returned IS 'Whether the other tool told that the letter came back';
