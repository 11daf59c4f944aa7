-- Group safety: travel advisories, missions, risks.

CREATE SCHEMA IF NOT EXISTS safety;

CREATE TABLE safety.guide_advisory (
    country      text    NOT NULL,
    level        text    NOT NULL,
    regional     text,
    source       text    NOT NULL,
    published_on date    NOT NULL,
    checked_on   date    NOT NULL,
    from_file    boolean NOT NULL,
    CONSTRAINT guide_advisory_pk PRIMARY KEY (country),
    CONSTRAINT guide_advisory_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT guide_advisory_level_is_known CHECK (level IN ('NORMAL', 'CAUTION', 'AVOID_NON_ESSENTIAL', 'AVOID_ALL')),
    CONSTRAINT guide_advisory_regional_is_known CHECK (
        regional IN ('NORMAL', 'CAUTION', 'AVOID_NON_ESSENTIAL', 'AVOID_ALL')),
    CONSTRAINT guide_advisory_source_is_short_text CHECK (length(source) BETWEEN 1 AND 200)
);
COMMENT ON TABLE safety.guide_advisory IS 'The travel advisory of a country; a country without a row is unknown, never safe (R-WATCH-3)';
COMMENT ON COLUMN safety.guide_advisory.regional IS 'The level of its worst region, which counts too (R-SEC-2)';
COMMENT ON COLUMN safety.guide_advisory.from_file IS 'Whether it came from a file: the next file that lacks the country removes it';
SELECT platform.audit_attach('safety.guide_advisory');

CREATE VIEW safety.guide_worst_level AS
    SELECT country, greatest(array_position(ARRAY['NORMAL', 'CAUTION', 'AVOID_NON_ESSENTIAL', 'AVOID_ALL'], level),
                             array_position(ARRAY['NORMAL', 'CAUTION', 'AVOID_NON_ESSENTIAL', 'AVOID_ALL'], regional)) - 1 AS rank
    FROM safety.guide_advisory;
COMMENT ON VIEW safety.guide_worst_level IS 'The level that counts of each country, 0 to 3; a country without a row is unknown, which is worse than 3';
REVOKE INSERT, UPDATE, DELETE ON safety.guide_worst_level FROM ${application};
