ALTER TABLE outreach.newsletter
    ADD COLUMN stopped_at   timestamptz,
    ADD COLUMN stopped_name text,
    ADD CONSTRAINT newsletter_stopped_name_is_short CHECK (length(stopped_name) <= 300),
    ADD CONSTRAINT newsletter_is_stopped_by_someone CHECK ((stopped_at IS NULL) = (stopped_name IS NULL));
COMMENT ON COLUMN outreach.newsletter.stopped_at IS 'When its sending was last stopped; letters that told of it before are withheld';
