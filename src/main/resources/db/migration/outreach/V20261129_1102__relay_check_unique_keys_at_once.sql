-- Undoing a merge puts rows back with ON CONFLICT DO NOTHING, which PostgreSQL refuses for a deferrable unique constraint.
ALTER TABLE outreach.relay
    DROP CONSTRAINT relay_is_one_by_organisation,
    ADD CONSTRAINT relay_is_one_by_organisation UNIQUE (kit, organisation);
