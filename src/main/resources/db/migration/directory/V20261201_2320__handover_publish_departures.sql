CREATE VIEW directory.handover_departure AS
SELECT person, max(last_day) AS last_day FROM directory.handover GROUP BY person;
COMMENT ON VIEW directory.handover_departure IS 'The last day that was handed over for each person, who may have come back since';
REVOKE INSERT, UPDATE, DELETE ON directory.handover_departure FROM ${application};
