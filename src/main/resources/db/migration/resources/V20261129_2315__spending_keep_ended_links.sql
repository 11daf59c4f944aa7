-- A link that was ended stays until its last day, with what was downloaded by it.

ALTER TABLE resources.spending_report_link ADD COLUMN ended_at timestamptz, ADD COLUMN downloads integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN resources.spending_report_link.ended_at IS 'When it was ended; null if it opens the report until its last day';
COMMENT ON COLUMN resources.spending_report_link.downloads IS 'How often a voucher was downloaded by it';
