-- The list of issues reads its forty latest without sorting all of them.
CREATE INDEX newsletter_latest ON outreach.newsletter (created_at DESC, id DESC);
