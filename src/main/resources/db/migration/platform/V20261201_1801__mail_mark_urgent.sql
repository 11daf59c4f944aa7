-- A letter on which someone's safety may depend waits for no limit of mailings.
ALTER TABLE platform.mail_message ADD COLUMN urgent boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN platform.mail_message.urgent IS 'Someone''s safety may depend on it: it leaves before all others, whatever the limits';
