-- The agreement that an accepted application opened, so that an acceptance noted by mistake can be taken back with it.
ALTER TABLE resources.grant_application
    ADD COLUMN agreement uuid
    CONSTRAINT grant_application_agreement_fk REFERENCES resources.grant_agreement (id) ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN resources.grant_application.agreement IS 'The agreement opened by its acceptance; null unless it is accepted';
CREATE INDEX grant_application_by_agreement ON resources.grant_application (agreement);
UPDATE resources.grant_application a
   SET agreement = (SELECT g.id FROM resources.grant_agreement g JOIN resources.grant_call c ON c.id = a.call
                     WHERE g.funder = c.funder AND g.title = a.title
                       AND g.starts_on = a.outcome_starts_on AND g.ends_on = a.outcome_ends_on ORDER BY g.id LIMIT 1)
 WHERE a.state = 'ACCEPTED';
