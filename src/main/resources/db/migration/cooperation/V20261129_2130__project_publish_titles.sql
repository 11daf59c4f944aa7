CREATE VIEW cooperation.project_title AS SELECT id, title FROM cooperation.project;
COMMENT ON VIEW cooperation.project_title IS 'Each project by its title, for lists of other modules';
REVOKE INSERT, UPDATE, DELETE ON cooperation.project_title FROM ${application};
