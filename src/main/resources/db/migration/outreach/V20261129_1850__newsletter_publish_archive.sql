ALTER TABLE outreach.newsletter ADD COLUMN archived_at timestamptz;
COMMENT ON COLUMN outreach.newsletter.archived_at IS 'When a person put it in the public archive; null while it is for its recipients alone';

CREATE VIEW outreach.newsletter_public_edition AS
SELECT e.id, n.number, e.language, e.subject, e.content, n.started_at AS sent_at
FROM outreach.newsletter n JOIN outreach.newsletter_edition e ON e.newsletter = n.id
WHERE n.archived_at IS NOT NULL AND n.state = 'SENT';
COMMENT ON VIEW outreach.newsletter_public_edition IS 'Issues of the public archive by language: what was sent, without anything of its recipients';
REVOKE INSERT, UPDATE, DELETE ON outreach.newsletter_public_edition FROM ${application};
