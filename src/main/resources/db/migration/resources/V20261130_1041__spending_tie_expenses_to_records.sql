ALTER TABLE resources.spending_expense ADD COLUMN source text,
    ADD CONSTRAINT spending_expense_source_is_a_record CHECK (source ~ '^[a-z]+\.[a-z]+/[0-9a-f-]{36}$');
COMMENT ON COLUMN resources.spending_expense.source IS 'The record for which it was spent, such as a mission: the kind, a slash, the id';
CREATE INDEX spending_expense_by_source ON resources.spending_expense (source) WHERE source IS NOT NULL;
