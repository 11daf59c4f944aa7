CREATE VIEW outreach.congress_bulletin_deadline AS
SELECT d.id, g.organisation, d.due_on
  FROM outreach.congress_deadline d JOIN outreach.congress_gathering g ON g.id = d.gathering
 WHERE d.kind = 'BULLETIN' AND d.state IN ('OPEN', 'BEGUN') AND g.cancelled_on IS NULL;
COMMENT ON VIEW outreach.congress_bulletin_deadline IS 'The days on which bulletins of organisations close, for which nothing was given yet';

REVOKE INSERT, UPDATE, DELETE ON outreach.congress_bulletin_deadline FROM ${application};
