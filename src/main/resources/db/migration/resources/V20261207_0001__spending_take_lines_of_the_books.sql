-- An expense made of a line of the accountant's books. Books are imported again and again, so the line is known by what
-- it says: account, day, reference, amount, and which of equal lines it is.
ALTER TABLE resources.spending_expense ADD COLUMN books_line text;
ALTER TABLE resources.spending_expense ADD CONSTRAINT spending_expense_books_line_key UNIQUE (books_line);
ALTER TABLE resources.spending_expense ADD CONSTRAINT spending_expense_books_line_is_a_hash CHECK (books_line ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN resources.spending_expense.books_line IS 'SHA-256 of the line of the books it was made of; null for others';
