-- A read plan is corrected many lines at a time: the last correction can be taken back.
ALTER TABLE plan.reading_draft ADD COLUMN sheet_before jsonb;
COMMENT ON COLUMN plan.reading_draft.sheet_before IS 'The lines before the last correction, until it is taken back.';
