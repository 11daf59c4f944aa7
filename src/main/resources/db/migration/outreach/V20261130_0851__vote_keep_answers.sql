-- A reply of a delegate holds for the day and hour for which it was given: a meeting that only changes its place keeps it.
ALTER TABLE outreach.vote_named ADD COLUMN answered_for timestamp;
COMMENT ON COLUMN outreach.vote_named.answered_for IS 'When the meeting began as the answer was given; null for an answer given before its hour was changed';
UPDATE outreach.vote_named n SET answered_for = a.begins
  FROM outreach.vote_mandate m JOIN outreach.assembly_meeting a ON a.id = m.meeting
 WHERE m.id = n.mandate AND n.answer IS NOT NULL
   AND NOT EXISTS (SELECT FROM outreach.vote_letter l
                    WHERE l.named = n.id AND l.kind = 'MOVED' AND l.posted_at > n.answered_at);
