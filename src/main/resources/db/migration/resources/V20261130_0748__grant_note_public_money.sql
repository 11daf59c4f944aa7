-- Whether the money of a funder is public, which decides how it counts in stacking (R-GRANT-6).

ALTER TABLE resources.grant_agreement ADD COLUMN public_money boolean;
COMMENT ON COLUMN resources.grant_agreement.public_money IS 'Whether its funder''s money is public: the same for all agreements of a funder; null if nobody said, then it counts as public';

CREATE OR REPLACE VIEW resources.grant_agreement_summary AS
SELECT id, title, number, funder, starts_on, ends_on, public_money FROM resources.grant_agreement;
COMMENT ON VIEW resources.grant_agreement_summary IS 'Each agreement with its title, funder, days, and whether its money is public, without amounts';
