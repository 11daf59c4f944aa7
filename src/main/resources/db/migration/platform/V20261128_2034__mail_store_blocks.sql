-- A letter is written once, in blocks, from which its HTML and its plain text are made.
ALTER TABLE platform.mail_message ADD COLUMN blocks text;
COMMENT ON COLUMN platform.mail_message.blocks IS 'The blocks of the text as JSON, secrets left open; null where it was written as plain text';
