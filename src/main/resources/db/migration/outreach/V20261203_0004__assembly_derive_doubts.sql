-- Whether a vote's quorum is doubted follows from the attendance as it is; only what the secretary confirmed is stored.
UPDATE outreach.assembly_resolution SET quorum_check = NULL WHERE quorum_check = 'DOUBTED';
COMMENT ON COLUMN outreach.assembly_resolution.quorum_check IS 'Confirmed by the secretary, although the attendance does not reach the quorum; null otherwise';
DROP INDEX outreach.assembly_resolution_by_doubt;
CREATE INDEX assembly_meeting_by_shortage ON outreach.assembly_meeting (begins) WHERE quorum_present < quorum_required;
