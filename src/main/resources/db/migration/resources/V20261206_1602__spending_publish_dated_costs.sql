-- Whether money of an agreement is left at a day decides which agreements the statements list.
CREATE VIEW resources.spending_dated_cost AS
SELECT b.subject, e.day, s.converted AS amount
  FROM resources.spending_budget b JOIN resources.spending_line l ON l.budget = b.id
  JOIN resources.spending_split s ON s.line = l.id
  JOIN resources.spending_expense e ON e.id = s.expense AND e.state <> 'COMMITTED';
COMMENT ON VIEW resources.spending_dated_cost IS 'What was spent of each budget on each day, in its currency, without what is only promised';
REVOKE INSERT, UPDATE, DELETE ON resources.spending_dated_cost FROM ${application};
