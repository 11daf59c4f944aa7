-- What a partner spent counts for it once our books have it.
CREATE VIEW resources.spending_expense_standing AS
SELECT id, state, amount, currency FROM resources.spending_expense;
COMMENT ON VIEW resources.spending_expense_standing IS 'Each expense with its state and its amount';
REVOKE INSERT, UPDATE, DELETE ON resources.spending_expense_standing FROM ${application};
