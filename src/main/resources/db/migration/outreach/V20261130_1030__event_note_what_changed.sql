-- Those who registered before are told by a letter.
ALTER TABLE outreach.event ADD COLUMN changed_at timestamptz;
COMMENT ON COLUMN outreach.event.changed_at IS 'When the day, hour, place or address on line of an announced event changed last';
