ALTER TABLE outreach.event
    ADD COLUMN announced boolean NOT NULL DEFAULT false,
    ADD COLUMN announced_at timestamptz,
    ADD COLUMN updated_at timestamptz;
COMMENT ON COLUMN outreach.event.announced IS 'Whether a person decided that the website and its feeds show it';
COMMENT ON COLUMN outreach.event.announced_at IS 'Since when they show it: its registration opened after that decision';
COMMENT ON COLUMN outreach.event.updated_at IS 'When what they show was last changed';
