-- An expense made from the approved hours of a person: its amount follows from them.
ALTER TABLE resources.spending_expense
    ADD COLUMN hours numeric(9,2),
    ADD CONSTRAINT spending_expense_hours_are_some CHECK (hours > 0);
COMMENT ON COLUMN resources.spending_expense.hours IS 'The approved hours that it claims; null for other expenses';
