-- A clause that an acceptance proposed goes with the acceptance; one that someone typed stays, at any version.
ALTER TABLE resources.match_clause ADD COLUMN proposed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN resources.match_clause.proposed IS 'Whether it stands as the call asked it, and nobody saved it since';
UPDATE resources.match_clause c SET proposed = true
FROM resources.grant_application a JOIN resources.grant_call k ON k.id = a.call
WHERE a.agreement = c.agreement AND k.match_percent = c.figure AND c.version = 1 AND c.clause = '' AND c.base = 'COST'
  AND c.wage_subsidies = 0 AND c.in_kind_percent IS NULL AND c.stacking_percent IS NULL AND NOT c.in_kind_in_cost;
