-- A reply holds for the day and hour for which it was given: a meeting that only changes its place keeps it.
ALTER TABLE outreach.assembly_notice ADD COLUMN answered_for timestamp;
COMMENT ON COLUMN outreach.assembly_notice.answered_for IS 'When the meeting began as the answer was given; null for an answer given before its hour was changed';
UPDATE outreach.assembly_notice n SET answered_for = m.begins
  FROM outreach.assembly_meeting m
 WHERE m.id = n.meeting AND n.answer IS NOT NULL
   AND NOT EXISTS (SELECT FROM outreach.assembly_notice c
                    WHERE c.meeting = n.meeting AND c.person = n.person AND c.kind = 'MOVED' AND c.posted_at > n.answered_at);
