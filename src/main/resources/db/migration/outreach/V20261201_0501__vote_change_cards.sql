-- The cards of a delegate change after the arrival: the log of voting rights tells it.
ALTER TABLE outreach.vote_movement
    DROP CONSTRAINT vote_movement_kind_is_known,
    ADD CONSTRAINT vote_movement_kind_is_known
        CHECK (kind IN ('RIGHT', 'ARRIVED', 'SUBSTITUTED', 'LEFT', 'RETURNED', 'UNDONE', 'CARDS'));
