-- The invoice of an order that came to an end is to be credited since then.
ALTER TABLE outreach.event_order ADD COLUMN ended_at timestamptz;
COMMENT ON COLUMN outreach.event_order.ended_at IS 'When it was cancelled or its offer ended; null while it stands, and before this was noted';
