-- A vote that a restore took back says so until it is opened again.
ALTER TABLE outreach.vote
    ADD COLUMN restored boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT vote_restored_is_not_opened CHECK (NOT restored OR state = 'DRAFT');
COMMENT ON COLUMN outreach.vote.restored IS 'Whether it was open in a backup that was restored, and not opened since';
