-- A report that is taken off the page keeps its promise no longer.

ALTER TABLE cooperation.fieldwork_report ADD COLUMN promise uuid;
COMMENT ON COLUMN cooperation.fieldwork_report.promise IS 'What we owed the partner, and kept by this report; null for none';
