CREATE INDEX mission_ahead_by_start ON safety.mission (starts_on, id) WHERE state NOT IN ('RETURNED', 'CANCELLED');
CREATE INDEX mission_over_by_start ON safety.mission (starts_on DESC, id) WHERE state IN ('RETURNED', 'CANCELLED');
