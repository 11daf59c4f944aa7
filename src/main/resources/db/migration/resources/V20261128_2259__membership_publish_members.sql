CREATE VIEW resources.membership_period AS
SELECT id, organisation, person, since, until FROM resources.membership;
COMMENT ON VIEW resources.membership_period IS 'Each membership of an organisation or a person; both days belong to it';

CREATE VIEW resources.membership_stated_headcount AS
SELECT id, organisation, counted_on, number, status, confirms, recorded_at, withdrawn_at IS NOT NULL AS withdrawn
  FROM resources.membership_headcount;
COMMENT ON VIEW resources.membership_stated_headcount IS 'Each headcount stated for a day, those withdrawn included';

REVOKE INSERT, UPDATE, DELETE ON resources.membership_period, resources.membership_stated_headcount FROM ${application};
