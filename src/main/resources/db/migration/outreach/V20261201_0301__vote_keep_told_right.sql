-- A member whose headcount changes after its letter learns of it: what the letter told is kept.

ALTER TABLE outreach.vote_letter
    ADD COLUMN delegates integer,
    ADD CONSTRAINT vote_letter_delegates_check CHECK (delegates >= 0);
COMMENT ON COLUMN outreach.vote_letter.delegates IS 'How many delegates the letter gives the member; null where it tells no number';
