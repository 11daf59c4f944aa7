-- Forums of other organisations: what we brought there and what was taken up.

ALTER TABLE outreach.congress_gathering
    DROP CONSTRAINT congress_gathering_kind_is_known,
    ADD CONSTRAINT congress_gathering_kind_is_known CHECK (kind IN ('CONGRESS', 'COUNCIL', 'ASSEMBLY', 'COMMITTEE', 'FORUM'));

ALTER TABLE outreach.congress_representation
    ADD COLUMN brought text,
    ADD COLUMN taken_up text,
    ADD CONSTRAINT congress_representation_outcome_follows CHECK (done_on IS NOT NULL OR num_nonnulls(brought, taken_up) = 0),
    ADD CONSTRAINT congress_representation_outcome_is_bounded CHECK (length(brought) <= 2000 AND length(taken_up) <= 2000);
COMMENT ON COLUMN outreach.congress_representation.brought IS 'What we brought there: a text, a workshop, a proposal';
COMMENT ON COLUMN outreach.congress_representation.taken_up IS 'What was taken up from it, and where it can be read';
