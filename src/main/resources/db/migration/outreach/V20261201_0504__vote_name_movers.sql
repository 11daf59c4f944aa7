-- The delegates who propose and second a text, noted when its vote opens.
ALTER TABLE outreach.vote
    ADD COLUMN mover text,
    ADD COLUMN seconder text,
    ADD CONSTRAINT vote_movers_are_short CHECK (length(mover) <= 600 AND length(seconder) <= 600);
COMMENT ON COLUMN outreach.vote.mover IS 'The delegate who proposes it, with the delegation; null if not recorded';
COMMENT ON COLUMN outreach.vote.seconder IS 'The delegate who seconds it, with the delegation; null if not recorded';
