-- The day on which a second look was asked: it waits on the home page of those who approve.
ALTER TABLE cooperation.narrative_report ADD COLUMN submitted_on date;
COMMENT ON COLUMN cooperation.narrative_report.submitted_on IS 'Null for a report submitted before this column';
