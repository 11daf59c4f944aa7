-- An issue sent with another tool, and noted after a later one left, takes no number: numbers follow the days.
ALTER TABLE outreach.newsletter
    DROP CONSTRAINT newsletter_begins_with_a_number,
    ADD CONSTRAINT newsletter_begins_with_a_number CHECK (
        CASE WHEN started_at IS NULL THEN number IS NULL ELSE number IS NOT NULL OR sent_elsewhere END);
