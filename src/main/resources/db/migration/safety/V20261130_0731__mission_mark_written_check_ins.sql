-- A changed mission plans its check-ins to come again, except those that a person or a program wrote itself.

ALTER TABLE safety.mission_check_in ADD COLUMN is_by_hand boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN safety.mission_check_in.is_by_hand IS 'Written with the mission, not planned by its risk: a changed mission leaves it';
