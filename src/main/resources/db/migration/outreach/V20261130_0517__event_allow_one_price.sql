-- An event may have one price; and the end of a sponsorship is a decision of its own, beside the one that accepted it.
ALTER TABLE outreach.event
    DROP CONSTRAINT event_prices_are_three,
    ADD CONSTRAINT event_prices_are_one_or_three CHECK (num_nulls(reduced, support) IN (0, 2)
        AND (reduced IS NULL OR regular IS NOT NULL) AND regular > 0 AND reduced > 0 AND reduced <= regular
        AND regular <= support);
COMMENT ON COLUMN outreach.event.reduced IS 'With the two others, a solidarity price of a seat, before taxes; null with one price or none';

ALTER TABLE outreach.event_sponsorship
    ADD COLUMN ended_body       text,
    ADD COLUMN ended_on         date,
    ADD COLUMN ended_resolution text,
    ADD CONSTRAINT event_sponsorship_end_is_whole CHECK (num_nonnulls(ended_body, ended_on) IN (0, 2)
        AND (state = 'ENDED' OR ended_on IS NULL)
        AND length(ended_body) BETWEEN 1 AND 200 AND length(ended_resolution) BETWEEN 1 AND 100);
COMMENT ON COLUMN outreach.event_sponsorship.ended_body IS 'The body that ended it; before this column, it replaced the one that accepted it';
