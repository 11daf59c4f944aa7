-- The agreement that an accepted application opened, so that an acceptance noted by mistake can be taken back with it.
ALTER TABLE resources.grant_application
    ADD COLUMN agreement uuid
    CONSTRAINT grant_application_agreement_fk REFERENCES resources.grant_agreement (id) ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN resources.grant_application.agreement IS 'The agreement opened by its acceptance; null unless it is accepted';
CREATE INDEX grant_application_by_agreement ON resources.grant_application (agreement);
-- Of acceptances noted before, only where one application and one agreement agree.
UPDATE resources.grant_application a
   SET agreement = pair.agreement
  FROM (SELECT o.id AS application, g.id AS agreement,
               count(*) OVER (PARTITION BY o.id) AS agreements, count(*) OVER (PARTITION BY g.id) AS applications
          FROM resources.grant_application o
          JOIN resources.grant_call c ON c.id = o.call
          JOIN resources.grant_agreement g
            ON g.funder = c.funder AND g.title = o.title
           AND g.starts_on = o.outcome_starts_on AND g.ends_on = o.outcome_ends_on
         WHERE o.state = 'ACCEPTED') pair
 WHERE pair.application = a.id AND pair.agreements = 1 AND pair.applications = 1;
