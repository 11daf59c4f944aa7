-- Who travels is told one by one, in place of their number: another traveller does not stand for an intern.
DROP VIEW safety.mission_departure;
CREATE VIEW safety.mission_departure AS
SELECT id, kind, title, state, starts_on, ends_on FROM safety.mission;
COMMENT ON VIEW safety.mission_departure IS 'Each mission with its days and whether it is approved, without its travellers';
REVOKE INSERT, UPDATE, DELETE ON safety.mission_departure FROM ${application};

CREATE VIEW safety.mission_travelling AS
SELECT mission, person FROM safety.mission_traveller;
COMMENT ON VIEW safety.mission_travelling IS 'The people who travel on each mission';
REVOKE INSERT, UPDATE, DELETE ON safety.mission_travelling FROM ${application};
