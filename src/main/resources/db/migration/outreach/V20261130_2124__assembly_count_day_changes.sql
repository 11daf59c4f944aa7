-- A notice tells a day; once the meeting is on another one, only the letters since give notice of it.
ALTER TABLE outreach.assembly_meeting ADD COLUMN day_version integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN outreach.assembly_meeting.day_version IS 'The version that first had this day: letters of earlier ones told another';
