CREATE VIEW resources.grant_agreement_summary AS
SELECT id, title, number, funder, starts_on, ends_on FROM resources.grant_agreement;
COMMENT ON VIEW resources.grant_agreement_summary IS 'Each agreement with its title, funder and days, without amounts';
REVOKE INSERT, UPDATE, DELETE ON resources.grant_agreement_summary FROM ${application};
