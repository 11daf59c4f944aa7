CREATE VIEW cooperation.project_partner_line AS
SELECT x.organisation, p.starts_on, p.ends_on, l.action
  FROM cooperation.project_partner x
  JOIN cooperation.project p ON p.id = x.project
  JOIN cooperation.project_line l ON l.project = p.id
 WHERE x.organisation IS NOT NULL;
COMMENT ON VIEW cooperation.project_partner_line IS 'The lines of the plans that the projects of each partner organisation serve';
REVOKE INSERT, UPDATE, DELETE ON cooperation.project_partner_line FROM ${application};
