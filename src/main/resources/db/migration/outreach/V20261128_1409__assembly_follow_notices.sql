-- Letters of notices that are still in the outbox regard their notice. Of a meeting to come whose letters were erased already
-- nobody knows any more whether they left.
UPDATE platform.mail_message m SET matter = 'assembly_notice', record_id = n.id
  FROM outreach.assembly_notice n WHERE n.id = m.about AND m.completer = 'assembly_link';
INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, matter, record_id, state, posted_at, next_at)
SELECT n.id, '', '', '', 'assembly_convened', 'assembly_notice', n.id, 'PERHAPS_SENT', n.posted_at, n.posted_at
  FROM outreach.assembly_notice n JOIN outreach.assembly_meeting m ON m.id = n.meeting
 WHERE m.state = 'PLANNED' AND n.kind = 'CONVENED'
   AND NOT EXISTS (SELECT FROM platform.mail_message l WHERE l.matter = 'assembly_notice' AND l.record_id = n.id);
COMMENT ON TABLE outreach.assembly_notice IS 'A notice about a meeting for someone who sits: by mail, or to be delivered otherwise where no address is known';
