-- When the last day for mandate letters moves, the letters that left keep the day that they tell: their readers can be told
-- the other one. A letter that waits tells the day on which it leaves.
ALTER TABLE outreach.vote_letter
    ADD COLUMN due_on date,
    ADD COLUMN handled_at timestamptz,
    DROP CONSTRAINT vote_letter_kind_is_known,
    ADD CONSTRAINT vote_letter_kind_is_known CHECK (kind IN ('CONVENED', 'MOVED', 'DUE_MOVED', 'REMINDED', 'CANCELLED'));
COMMENT ON COLUMN outreach.vote_letter.due_on IS 'The last day that it told its member, once another one holds; null while it is that of the mandate letter';
COMMENT ON COLUMN outreach.vote_letter.handled_at IS 'When it was last taken back or noted as delivered, for the history of its meeting';

UPDATE outreach.vote_letter l
   SET due_on = told.due_on
  FROM (SELECT l.id, (SELECT (e.after ->> 'due_on')::date FROM platform.audit_entry e
                       WHERE e.table_name = 'outreach.vote_mandate' AND e.row_id = l.mandate::text
                         AND e.after ->> 'due_on' IS NOT NULL AND e.at <= l.posted_at
                       ORDER BY e.at DESC LIMIT 1) AS due_on
          FROM outreach.vote_letter l
         WHERE l.named IS NULL AND l.kind IN ('CONVENED', 'REMINDED')) told
 WHERE told.id = l.id
   AND told.due_on <> (SELECT m.due_on FROM outreach.vote_mandate m WHERE m.id = l.mandate);

-- A letter written before waits with the last day of then.
UPDATE outreach.vote_letter l
   SET due_on = m.due_on
  FROM outreach.vote_mandate m
 WHERE m.id = l.mandate AND l.named IS NULL AND l.kind IN ('CONVENED', 'REMINDED') AND l.due_on IS NULL
   AND EXISTS (SELECT FROM platform.mail_letter_status s
                WHERE s.matter = 'vote_mandate' AND s.record_id = l.id AND s.queued);
