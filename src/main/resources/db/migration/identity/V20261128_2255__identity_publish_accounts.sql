CREATE VIEW identity.account_contact AS
SELECT id, name, mail, language, closed_at IS NULL AS open FROM identity.account;
COMMENT ON VIEW identity.account_contact IS 'How each account is named and written to';
REVOKE INSERT, UPDATE, DELETE ON identity.account_contact FROM ${application};
