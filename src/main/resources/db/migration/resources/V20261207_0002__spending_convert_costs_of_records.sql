-- Costs in several currencies add up only where a rate was applied: that of the budget that bears them.
CREATE OR REPLACE VIEW resources.spending_record_cost AS
SELECT e.source, e.currency, e.amount,
       CASE WHEN e.currency = 'CAD' THEN e.amount
            ELSE (SELECT CASE WHEN bool_and(b.currency = 'CAD') THEN sum(s.converted) END
                  FROM resources.spending_split s JOIN resources.spending_line l ON l.id = s.line
                  JOIN resources.spending_budget b ON b.id = l.budget WHERE s.expense = e.id) END AS dollars
  FROM resources.spending_expense e WHERE e.source IS NOT NULL AND e.state <> 'COMMITTED';
COMMENT ON COLUMN resources.spending_record_cost.dollars IS 'The amount in Canadian dollars; null where no budget converts it';
