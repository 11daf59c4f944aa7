-- A filed report is frozen, not sent: people hand it in, and note the day and the way. Reports that were filed before said
-- of that day that they were handed in.
ALTER TABLE cooperation.narrative_report ADD COLUMN handed_on date, ADD COLUMN handed_how text NOT NULL DEFAULT '';
UPDATE cooperation.narrative_report SET handed_on = filed_on, version = version + 1 WHERE state = 'FILED';
ALTER TABLE cooperation.narrative_report
    ADD CONSTRAINT narrative_report_handed_is_filed CHECK (handed_on IS NULL OR handed_on >= filed_on),
    ADD CONSTRAINT narrative_report_handed_how_is_bounded CHECK (length(handed_how) <= 200);
COMMENT ON COLUMN cooperation.narrative_report.filed_on IS 'The day from which its text no longer changes';
COMMENT ON COLUMN cooperation.narrative_report.handed_on IS 'The day on which people handed it in to the funder, as they noted it';
