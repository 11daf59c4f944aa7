-- Attendance corrected after a vote may no longer reach the quorum with which the vote is noted.
ALTER TABLE outreach.assembly_resolution
    ADD COLUMN quorum_check text,
    ADD CONSTRAINT assembly_resolution_quorum_is_checked
        CHECK (quorum_check IN ('DOUBTED', 'CONFIRMED') AND (quorum_check IS NULL OR quorum_present IS NULL));
COMMENT ON COLUMN outreach.assembly_resolution.quorum_check IS 'What attendance corrected since says of its quorum: doubted, or confirmed by the secretary; null if it agrees';
CREATE INDEX assembly_resolution_by_doubt ON outreach.assembly_resolution (meeting) WHERE quorum_check = 'DOUBTED';
