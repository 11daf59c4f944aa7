-- An issue of which no letter arrived keeps no number: the next one takes it.
ALTER TABLE outreach.newsletter
    DROP CONSTRAINT newsletter_begins_with_a_number,
    ADD CONSTRAINT newsletter_begins_with_a_number CHECK (
        CASE WHEN started_at IS NULL THEN number IS NULL
             ELSE number IS NOT NULL OR sent_elsewhere OR (state = 'SENT' AND recorded_on IS NULL) END);
