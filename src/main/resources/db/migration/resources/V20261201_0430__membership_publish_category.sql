-- The right to delegates depends on the category.
CREATE OR REPLACE VIEW resources.membership_period AS
SELECT id, organisation, person, since, until, category FROM resources.membership;
REVOKE INSERT, UPDATE, DELETE ON resources.membership_period FROM ${application};
