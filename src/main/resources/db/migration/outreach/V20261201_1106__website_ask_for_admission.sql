ALTER TABLE outreach.website_request ADD COLUMN decided boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT website_request_decided_by_an_organisation CHECK (NOT decided OR kind = 'JOIN');
COMMENT ON COLUMN outreach.website_request.decided IS 'Whether the organisation says that it decided to ask for its admission, which then goes to the board';
