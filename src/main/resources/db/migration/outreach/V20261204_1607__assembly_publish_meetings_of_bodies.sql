-- The meetings of a body, for the page of what it prepares.
CREATE VIEW outreach.assembly_body_name AS SELECT id, name, kind, ended_on FROM outreach.assembly_body;
COMMENT ON VIEW outreach.assembly_body_name IS 'The bodies that meet, by name';

CREATE VIEW outreach.assembly_body_meeting AS
SELECT id, body, begins::date AS day FROM outreach.assembly_meeting WHERE state <> 'CANCELLED';
COMMENT ON VIEW outreach.assembly_body_meeting IS 'The days of the meetings of a body, without cancelled ones';
REVOKE INSERT, UPDATE, DELETE ON outreach.assembly_body_name, outreach.assembly_body_meeting FROM ${application};
