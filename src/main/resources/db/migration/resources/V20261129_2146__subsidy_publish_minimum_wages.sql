CREATE VIEW resources.subsidy_minimum_wage_rate AS
SELECT starts_on, amount FROM resources.subsidy_minimum_wage;
COMMENT ON VIEW resources.subsidy_minimum_wage_rate IS 'The minimum wage of an hour, from each day on';
REVOKE INSERT, UPDATE, DELETE ON resources.subsidy_minimum_wage_rate FROM ${application};
