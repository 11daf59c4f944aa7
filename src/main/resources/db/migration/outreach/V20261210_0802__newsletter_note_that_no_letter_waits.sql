-- The list of issues shows whether letters wait without reading those in hand.
ALTER TABLE outreach.newsletter ADD COLUMN settled_at timestamptz;
COMMENT ON COLUMN outreach.newsletter.settled_at IS 'When none of its letters waited any more; before ended_at if some were sent later';
