CREATE OR REPLACE VIEW safety.mission_departure AS
SELECT m.id, m.kind, m.title, m.state, m.starts_on, m.ends_on,
       (SELECT count(*)::int FROM safety.mission_traveller t WHERE t.mission = m.id) AS travellers
FROM safety.mission m;
COMMENT ON VIEW safety.mission_departure IS 'Each mission with its days, whether it is approved, and the number of its travellers';
