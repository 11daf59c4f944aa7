-- The kit of which an organisation published a text, for the page that tells what came of an issue.
CREATE OR REPLACE VIEW outreach.relay_publication AS
SELECT r.id, r.organisation, r.declared_on, r.url, k.title, k.source, k.id AS kit
  FROM outreach.relay r JOIN outreach.relay_kit k ON k.id = r.kit
 WHERE r.state IN ('DECLARED', 'SEEN', 'KEPT');
