-- Letters are marked without waiting for the disk. A crash of the server may lose such marks, and empties an unlogged table:
-- a letter reserved in a run that the table no longer holds may have been sent.
CREATE UNLOGGED TABLE platform.mail_database_run (id uuid PRIMARY KEY);
CREATE UNIQUE INDEX mail_database_run_single ON platform.mail_database_run ((true));
COMMENT ON TABLE platform.mail_database_run IS 'The current run of the database server: from one crash to the next, whatever clean restarts lie between';

ALTER TABLE platform.mail_message ADD COLUMN database_run uuid;
COMMENT ON COLUMN platform.mail_message.database_run IS 'The run in which a node last reserved it; null if it was returned to the queue since';
