-- Who leaves before the end is no voice any more; and what was signed is kept as the file that was signed.

ALTER TABLE outreach.assembly_attendance ADD COLUMN left_at timestamp,
    ADD CONSTRAINT assembly_attendance_only_who_came_leaves
        CHECK (left_at IS NULL OR status IN ('HOLDER', 'SUBSTITUTE'));
COMMENT ON COLUMN outreach.assembly_attendance.left_at IS 'When she left, on the clock on the wall; null for whoever stayed';

ALTER TABLE outreach.assembly_meeting ADD COLUMN signed_document uuid,
    ADD CONSTRAINT assembly_meeting_signed_document_fk FOREIGN KEY (signed_document) REFERENCES platform.document (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT assembly_meeting_file_is_of_signed_minutes CHECK (signed_document IS NULL OR signed_on IS NOT NULL);
COMMENT ON COLUMN outreach.assembly_meeting.signed_document IS 'The minutes as they were signed, a PDF';
CREATE INDEX assembly_meeting_by_signed_document ON outreach.assembly_meeting (signed_document)
    WHERE signed_document IS NOT NULL;

