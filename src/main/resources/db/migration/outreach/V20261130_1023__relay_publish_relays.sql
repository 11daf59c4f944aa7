ALTER TABLE outreach.relay_kit ADD COLUMN source text,
    ADD CONSTRAINT relay_kit_source_is_a_record CHECK (source ~ '^[a-z]+\.[a-z]+/[0-9a-f-]{36}$');
COMMENT ON COLUMN outreach.relay_kit.source IS 'The record of which it takes the text: the kind, a slash, the id';

CREATE VIEW outreach.relay_publication AS
SELECT r.id, r.organisation, r.declared_on, r.url, k.title, k.source
  FROM outreach.relay r JOIN outreach.relay_kit k ON k.id = r.kit
 WHERE r.state IN ('DECLARED', 'SEEN', 'KEPT');
COMMENT ON VIEW outreach.relay_publication IS 'What organisations published of kits, as they or the team recorded it';

REVOKE INSERT, UPDATE, DELETE ON outreach.relay_publication FROM ${application};
