-- Where one gives on line, outside: shown on public pages, and to donors who agreed to be asked again.
ALTER TABLE platform.settings_organisation
    ADD COLUMN giving text NOT NULL DEFAULT ''
        CONSTRAINT settings_organisation_giving CHECK (giving = '' OR giving ~ '^https?://' AND length(giving) <= 500);
COMMENT ON COLUMN platform.settings_organisation.giving IS 'Where one gives on line, outside; empty for none.';
