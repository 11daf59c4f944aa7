-- The transport of a stop whose days are released is to be cancelled from that day on.
ALTER TABLE outreach.exhibition_booking ADD COLUMN released_on date;
COMMENT ON COLUMN outreach.exhibition_booking.released_on IS 'When its days were last given up; null for never';
