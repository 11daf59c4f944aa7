-- An issue whose number was freed is not in the archive.
CREATE OR REPLACE VIEW outreach.newsletter_public_edition AS
SELECT e.id, n.number, e.language, e.subject, e.content, n.started_at AS sent_at
FROM outreach.newsletter n JOIN outreach.newsletter_edition e ON e.newsletter = n.id
WHERE n.archived_at IS NOT NULL AND n.state = 'SENT' AND n.number IS NOT NULL;
