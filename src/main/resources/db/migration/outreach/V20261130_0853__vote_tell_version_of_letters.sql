-- Letters posted before they were logged tell the meeting as it was then: a meeting that moved since is told again. Their
-- rows have the id of their reader.
UPDATE outreach.vote_letter l
   SET meeting_version = coalesce(
           (SELECT max((e.after ->> 'version')::integer) FROM platform.audit_entry e
             WHERE e.row_id = m.meeting::text AND e.table_name = 'outreach.assembly_meeting' AND e.operation <> 'DELETE'
               AND e.at <= l.posted_at), 1)
  FROM outreach.vote_mandate m
 WHERE m.id = l.mandate AND (l.id = l.mandate OR l.id = l.named);
