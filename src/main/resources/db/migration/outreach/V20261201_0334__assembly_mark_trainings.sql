-- A meeting of a body may be a training of its people: its attendance is counted apart.
ALTER TABLE outreach.assembly_meeting ADD COLUMN training boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN outreach.assembly_meeting.training IS 'Whether its people come to learn';
