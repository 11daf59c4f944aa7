-- Other modules give work to the person of an account.
CREATE VIEW identity.account_holder AS
SELECT id, person_id AS person FROM identity.account WHERE closed_at IS NULL AND person_id IS NOT NULL;
COMMENT ON VIEW identity.account_holder IS 'The person of the directory behind each open account, where it is known';
REVOKE INSERT, UPDATE, DELETE ON identity.account_holder FROM ${application};
