-- Two organisations that were made one and are two again each get their arrangement back; what comes back gives way to
-- what was entered meanwhile, which PostgreSQL only decides by a key that is checked at once.
ALTER TABLE resources.dues_arrangement
    DROP CONSTRAINT dues_arrangement_organisation_key,
    ADD CONSTRAINT dues_arrangement_organisation_key UNIQUE (organisation);
