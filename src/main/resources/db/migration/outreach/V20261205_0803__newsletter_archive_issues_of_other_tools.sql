-- An issue that another tool sent before a numbered one has no number: in the archive its id is its address.
CREATE OR REPLACE VIEW outreach.newsletter_public_edition AS
SELECT e.id, n.number, e.language, e.subject, e.content, n.started_at AS sent_at,
       coalesce(n.number::text, n.id::text) AS address
FROM outreach.newsletter n JOIN outreach.newsletter_edition e ON e.newsletter = n.id
WHERE n.archived_at IS NOT NULL AND n.state = 'SENT' AND (n.number IS NOT NULL OR n.sent_elsewhere);
