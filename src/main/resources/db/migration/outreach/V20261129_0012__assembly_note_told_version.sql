-- A notice tells the meeting as it was at a version. A letter rewritten before it left tells a later one.
ALTER TABLE outreach.assembly_notice
    ADD COLUMN meeting_version integer,
    ADD COLUMN handled_at      timestamptz;
UPDATE outreach.assembly_notice n SET meeting_version = m.version FROM outreach.assembly_meeting m WHERE m.id = n.meeting;
ALTER TABLE outreach.assembly_notice ALTER COLUMN meeting_version SET NOT NULL;
COMMENT ON COLUMN outreach.assembly_notice.meeting_version IS 'The version of the meeting whose hour and place it tells';
COMMENT ON COLUMN outreach.assembly_notice.handled_at IS 'When its delivery was last noted or undone, or its letter taken back; the history shows each of these';
