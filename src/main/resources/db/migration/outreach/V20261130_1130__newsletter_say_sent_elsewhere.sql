-- An issue in the archive has an edition too: that it has none no longer tells that another tool sent it.
ALTER TABLE outreach.newsletter ADD COLUMN sent_elsewhere boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN outreach.newsletter.sent_elsewhere IS 'Whether it was sent with another tool: none of its letters is known here';
UPDATE outreach.newsletter n SET sent_elsewhere = true
 WHERE n.state = 'SENT' AND NOT EXISTS (SELECT FROM outreach.newsletter_recipient r WHERE r.newsletter = n.id);
