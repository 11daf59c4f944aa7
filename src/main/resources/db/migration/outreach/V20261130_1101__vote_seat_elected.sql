-- Those elected take seats in one gesture; a mandate withdrawn later leaves the election.
ALTER TABLE outreach.vote_candidate ADD COLUMN mandate uuid;
ALTER TABLE outreach.vote_candidate ADD CONSTRAINT vote_candidate_mandate_fk FOREIGN KEY (mandate)
    REFERENCES outreach.assembly_mandate (id) ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE outreach.vote_candidate ADD CONSTRAINT vote_candidate_mandate_is_elected CHECK (mandate IS NULL OR elected);
COMMENT ON COLUMN outreach.vote_candidate.mandate IS 'At the seat that the candidate was elected to; null until it is recorded';
CREATE INDEX vote_candidate_by_mandate ON outreach.vote_candidate (mandate) WHERE mandate IS NOT NULL;
