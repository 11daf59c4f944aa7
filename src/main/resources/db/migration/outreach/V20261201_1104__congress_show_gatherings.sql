ALTER TABLE outreach.congress_gathering
    ADD COLUMN shown        boolean NOT NULL DEFAULT false,
    ADD COLUMN published_at timestamptz,
    ADD COLUMN updated_at   timestamptz;
COMMENT ON COLUMN outreach.congress_gathering.shown IS 'Whether our public pages and feeds tell of it: it is open, and announced by its organisation';
COMMENT ON COLUMN outreach.congress_gathering.published_at IS 'When it was first shown; null before';
COMMENT ON COLUMN outreach.congress_gathering.updated_at IS 'When it was last changed while it was shown';
