-- A server that takes a letter lifts the mark of an address that it refused at once; one reported later stays.
ALTER TABLE platform.mail_bounce ADD COLUMN reported boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN platform.mail_bounce.reported IS 'Whether a failure was told after a server had taken the letter, so that taking another one proves nothing';
