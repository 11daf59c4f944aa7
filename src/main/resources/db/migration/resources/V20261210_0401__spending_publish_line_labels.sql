-- The words of budgets that other modules show outside.

CREATE VIEW resources.spending_line_label AS
SELECT b.subject, l.label FROM resources.spending_line l JOIN resources.spending_budget b ON b.id = l.budget;
COMMENT ON VIEW resources.spending_line_label IS 'The labels of the lines of each budget, by the record that it belongs to';
REVOKE INSERT, UPDATE, DELETE ON resources.spending_line_label FROM ${application};
