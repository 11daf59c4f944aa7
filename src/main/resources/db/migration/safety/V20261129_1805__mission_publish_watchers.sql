CREATE VIEW safety.mission_watch AS
SELECT m.id, m.title, m.lead, m.president, m.starts_on, m.ends_on,
       ARRAY(SELECT DISTINCT l.zone FROM safety.mission_leg l WHERE l.mission = m.id ORDER BY l.zone) AS zones
FROM safety.mission m;
COMMENT ON VIEW safety.mission_watch IS 'Each mission with its security lead, its president and its time zones, without its travellers';
REVOKE INSERT, UPDATE, DELETE ON safety.mission_watch FROM ${application};
