-- A resolution carried without a quorum is decided by a later vote, which may reject it; no other act says it is done.
ALTER TABLE outreach.assembly_follow_up
    ADD COLUMN decided_by uuid,
    ADD CONSTRAINT assembly_follow_up_decided_by_fk FOREIGN KEY (decided_by) REFERENCES outreach.assembly_resolution (id)
        DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN outreach.assembly_follow_up.decided_by IS 'The later resolution that decided the one to take up; null for none';
CREATE INDEX assembly_follow_up_by_decision ON outreach.assembly_follow_up (decided_by) WHERE decided_by IS NOT NULL;

UPDATE outreach.assembly_follow_up f SET decided_by = (
    SELECT r.id FROM outreach.assembly_item i JOIN outreach.assembly_resolution r ON r.item = i.id
    JOIN outreach.assembly_meeting m ON m.id = r.meeting
    WHERE i.takes_up = f.id AND (r.carried OR r.quorum_present IS NULL) ORDER BY m.begins, r.sequence LIMIT 1)
WHERE f.retakes AND f.state = 'DONE';
UPDATE outreach.assembly_follow_up SET state = 'OPEN', closed_on = NULL, outcome = ''
WHERE retakes AND state = 'DONE' AND decided_by IS NULL;

SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE outreach.assembly_follow_up ADD CONSTRAINT assembly_follow_up_retaken_by_vote
    CHECK (NOT retakes OR (state = 'DONE') = (decided_by IS NOT NULL));
