-- The page of an indicator's value lists the figures of partners that it counts.
CREATE INDEX fieldwork_entry_by_became ON cooperation.fieldwork_entry (became) WHERE became IS NOT NULL;
COMMENT ON COLUMN cooperation.fieldwork_entry.became IS 'The page of the realisation or of the expense that it became, or of the value in which its figure counts';
