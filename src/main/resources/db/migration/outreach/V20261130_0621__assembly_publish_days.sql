-- The day of each meeting, for modules that keep something until a time after it.
CREATE VIEW outreach.assembly_meeting_day AS
SELECT id, begins::date AS day FROM outreach.assembly_meeting;
COMMENT ON VIEW outreach.assembly_meeting_day IS 'The day on which each meeting begins';
REVOKE INSERT, UPDATE, DELETE ON outreach.assembly_meeting_day FROM ${application};
