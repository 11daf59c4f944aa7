ALTER TABLE outreach.newsletter ADD COLUMN tested_at timestamptz;
COMMENT ON COLUMN outreach.newsletter.tested_at IS 'When a test letter last left: for a day, mail programs show the pictures of the draft';
