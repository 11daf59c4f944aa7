CREATE VIEW plan.time_contract_period AS
SELECT person, ends_on FROM plan.time_contract;
COMMENT ON VIEW plan.time_contract_period IS 'To which day each contract of a person lasts; null without an end';
REVOKE INSERT, UPDATE, DELETE ON plan.time_contract_period FROM ${application};
