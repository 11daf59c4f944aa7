-- A notice whose last day a by-law sets must not wait behind ordinary letters.
ALTER TABLE platform.mail_message ADD COLUMN legal boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN platform.mail_message.legal IS 'A law or a by-law sets its last day: it leaves before ordinary letters, within the limits';
UPDATE platform.mail_message SET legal = true
 WHERE state IN ('QUEUED', 'PERHAPS_SENT') AND matter IN ('assembly_notice', 'vote_mandate', 'vote_delegate');
