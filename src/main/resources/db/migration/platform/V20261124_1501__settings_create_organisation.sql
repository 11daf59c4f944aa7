CREATE SCHEMA IF NOT EXISTS platform;

CREATE TABLE platform.settings_organisation (
    id                uuid PRIMARY KEY,
    version           integer NOT NULL,
    only_one          boolean NOT NULL DEFAULT true CONSTRAINT settings_organisation_only_one_key UNIQUE CHECK (only_one),
    name              text NOT NULL CONSTRAINT settings_organisation_name_length CHECK (length(name) BETWEEN 1 AND 200),
    languages         text[] NOT NULL CONSTRAINT settings_organisation_languages CHECK (languages <@ ARRAY['fr', 'en', 'es'] AND cardinality(languages) > 0),
    zone              text NOT NULL,
    fiscal_year_start text NOT NULL CONSTRAINT settings_organisation_fiscal_year CHECK (fiscal_year_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    home_place        text
);
COMMENT ON TABLE platform.settings_organisation IS 'What the organisation says of itself; one row.';
COMMENT ON COLUMN platform.settings_organisation.fiscal_year_start IS 'First day of the fiscal year, month-day.';
COMMENT ON COLUMN platform.settings_organisation.home_place IS 'Where its activities usually are, as a place code such as QC-06.';
