-- What keeps the record of a budget from being closed.
CREATE VIEW resources.spending_budget_standing AS
SELECT b.subject,
       (SELECT count(DISTINCT e.id) FROM resources.spending_line l JOIN resources.spending_split s ON s.line = l.id
          JOIN resources.spending_expense e ON e.id = s.expense
         WHERE l.budget = b.id AND e.state IN ('COMMITTED', 'PROPOSED', 'RETURNED')) AS open_expenses,
       (SELECT max(r.ends_on) FROM resources.spending_report r WHERE r.budget = b.id AND r.filed_on IS NOT NULL) AS reported_until
  FROM resources.spending_budget b;
COMMENT ON VIEW resources.spending_budget_standing IS 'How many expenses of each budget are not accepted, and until when its financial reports are filed';
REVOKE INSERT, UPDATE, DELETE ON resources.spending_budget_standing FROM ${application};
