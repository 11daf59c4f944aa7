-- A member whose headcount changes after its letter learns of it: what the letter told is kept.

ALTER TABLE outreach.vote_letter
    ADD COLUMN delegates integer,
    ADD CONSTRAINT vote_letter_delegates_check CHECK (delegates >= 0);
COMMENT ON COLUMN outreach.vote_letter.delegates IS 'The delegates to whom the letter says that the member has a right; null where it says none';
