-- A letter that comes back says, where mail programs look for it, how to have no more of them.
ALTER TABLE platform.mail_message
    ADD COLUMN stop text,
    ADD CONSTRAINT mail_message_stop_is_short CHECK (length(stop) <= 500);
COMMENT ON COLUMN platform.mail_message.stop IS 'The address that ends such letters, its secret left open; null where nothing does';
