CREATE VIEW outreach.assembly_general_day AS
SELECT m.id, m.begins::date AS day FROM outreach.assembly_meeting m JOIN outreach.assembly_body b ON b.id = m.body
 WHERE b.kind = 'GENERAL' AND m.state <> 'CANCELLED';
COMMENT ON VIEW outreach.assembly_general_day IS 'The days of general assemblies that are not cancelled, held or to come';
REVOKE INSERT, UPDATE, DELETE ON outreach.assembly_general_day FROM PUBLIC;
