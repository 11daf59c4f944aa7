-- A reply of a delegate holds for the day and hour for which it was given.
CREATE OR REPLACE VIEW outreach.assembly_meeting_day AS
SELECT id, begins::date AS day, begins FROM outreach.assembly_meeting;
COMMENT ON VIEW outreach.assembly_meeting_day IS 'The day and hour at which each meeting begins';
