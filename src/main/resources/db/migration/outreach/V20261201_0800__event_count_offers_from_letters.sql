-- The two days of an offer count from the day on which it was told: until then it has no end.
ALTER TABLE outreach.event_order DROP CONSTRAINT event_order_offer_ends,
    ADD COLUMN offered_at timestamptz;
UPDATE outreach.event_order SET offered_at = offered_until - interval '2 days' WHERE state = 'OFFERED';
UPDATE outreach.event_order SET offered_until = NULL WHERE state = 'OFFERED';
ALTER TABLE outreach.event_order
    ADD CONSTRAINT event_order_offer_ends CHECK (offered_until IS NULL OR state = 'OFFERED'),
    ADD CONSTRAINT event_order_offer_was_made CHECK ((state = 'OFFERED') = (offered_at IS NOT NULL));
COMMENT ON COLUMN outreach.event_order.offered_at IS 'Since when seats are kept';
COMMENT ON COLUMN outreach.event_order.offered_until IS 'The end of an offer; empty until the letter left or the person was told';
