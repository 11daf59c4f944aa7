-- What was spent for a record of another module, such as an event, for its result.
CREATE VIEW resources.spending_record_cost AS
SELECT source, currency, amount FROM resources.spending_expense WHERE source IS NOT NULL AND state <> 'COMMITTED';
COMMENT ON VIEW resources.spending_record_cost IS 'Each expense that was made for a record, without those only promised';
REVOKE INSERT, UPDATE, DELETE ON resources.spending_record_cost FROM ${application};
