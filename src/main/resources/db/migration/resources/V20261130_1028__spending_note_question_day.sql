-- The day of the accountant's question: from then on its answer waits on the home page of the author of the expense.
ALTER TABLE resources.spending_expense ADD COLUMN asked_on date;
COMMENT ON COLUMN resources.spending_expense.asked_on IS 'When the accountant returned it with a question; null if that never was, or was not noted';
