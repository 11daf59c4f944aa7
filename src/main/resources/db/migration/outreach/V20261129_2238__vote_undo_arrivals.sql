-- A delegate checked in by mistake is taken back; the log of voting rights keeps both.
ALTER TABLE outreach.vote_movement
    DROP CONSTRAINT vote_movement_kind_is_known,
    ADD CONSTRAINT vote_movement_kind_is_known
        CHECK (kind IN ('RIGHT', 'ARRIVED', 'SUBSTITUTED', 'LEFT', 'RETURNED', 'UNDONE'));
