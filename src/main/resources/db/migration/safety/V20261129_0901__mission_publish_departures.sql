CREATE VIEW safety.mission_departure AS
SELECT id, kind, title, state, starts_on, ends_on FROM safety.mission;
COMMENT ON VIEW safety.mission_departure IS 'Each mission with its days and whether it is approved, without its travellers';
REVOKE INSERT, UPDATE, DELETE ON safety.mission_departure FROM ${application};
