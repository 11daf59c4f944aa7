-- A session that is open to everyone is told in the public calendar and in the newsletter, if a person says so.
ALTER TABLE education.workshop_session ADD COLUMN announced_at timestamptz;
COMMENT ON COLUMN education.workshop_session.announced_at IS 'When a person announced it to everyone; null for a session of its group alone';
