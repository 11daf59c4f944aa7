-- A session without facilitators: given by the group itself, as somebody chose, or still to be given to a facilitator.
ALTER TABLE education.workshop_session ADD COLUMN self_led boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN education.workshop_session.self_led IS 'Whether the group gives the workshop itself; sessions held before this column without facilitators were shown so';
UPDATE education.workshop_session s SET self_led = true, version = version + 1
 WHERE s.state = 'HELD' AND NOT EXISTS (SELECT FROM education.workshop_session_facilitator f WHERE f.session = s.id);
