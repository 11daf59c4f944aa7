-- A value that waits for approval is told to those who approve; values submitted before are told from the end of their period.
ALTER TABLE cooperation.project_value ADD COLUMN submitted_on date;
COMMENT ON COLUMN cooperation.project_value.submitted_on IS 'The day on which the value was last submitted; null before';
CREATE INDEX project_value_to_approve ON cooperation.project_value (period) WHERE state = 'SUBMITTED';
