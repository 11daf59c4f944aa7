-- A confirmation knows which statement it confirms, so that it goes when that statement is said anew.
ALTER TABLE resources.membership_headcount
    ADD COLUMN confirms uuid,
    ADD CONSTRAINT membership_headcount_confirms_fk FOREIGN KEY (confirms)
        REFERENCES resources.membership_headcount (id) DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT membership_headcount_only_confirmations_confirm CHECK (confirms IS NULL OR status = 'CONFIRMED');
COMMENT ON COLUMN resources.membership_headcount.confirms IS 'Which statement was found right; null where it was entered as confirmed';
CREATE INDEX membership_headcount_by_confirms ON resources.membership_headcount (confirms);

-- Until now a confirmation said the same anew: of those for the day with the same number, it is the last one before.
UPDATE resources.membership_headcount c SET confirms = (
    SELECT d.id FROM resources.membership_headcount d
    WHERE d.organisation = c.organisation AND d.counted_on = c.counted_on AND d.number = c.number
      AND d.status <> 'CONFIRMED' AND d.recorded_at <= c.recorded_at
      AND d.said_by IS NOT DISTINCT FROM c.said_by
    ORDER BY d.recorded_at DESC, d.id DESC LIMIT 1)
WHERE c.status = 'CONFIRMED';
