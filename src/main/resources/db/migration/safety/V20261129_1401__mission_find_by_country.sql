-- The page of a country lists its missions.

CREATE INDEX mission_leg_by_country ON safety.mission_leg (country, mission);
