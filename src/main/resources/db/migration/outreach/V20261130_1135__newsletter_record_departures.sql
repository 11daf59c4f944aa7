ALTER TABLE outreach.newsletter ADD COLUMN recorded_on date;
COMMENT ON COLUMN outreach.newsletter.recorded_on IS 'The day on which its first letter left, when it became a realisation; null before';
UPDATE outreach.newsletter SET recorded_on = started_at::date WHERE state = 'SENT';
