-- The chair may open a vote without quorum: the vote keeps how many were counted, and how many were needed.
ALTER TABLE outreach.vote
    ADD COLUMN quorum_present integer,
    ADD COLUMN quorum_required integer,
    ADD CONSTRAINT vote_quorum_is_missing
        CHECK (num_nonnulls(quorum_present, quorum_required) <> 1 AND quorum_present >= 0 AND quorum_present < quorum_required);
COMMENT ON COLUMN outreach.vote.quorum_present IS 'Counted when the vote opened without quorum; null if it was reached';
COMMENT ON COLUMN outreach.vote.quorum_required IS 'Needed when the vote opened without quorum; null if it was reached';
