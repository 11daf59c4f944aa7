CREATE TABLE safety.guide_register (
    id            uuid        NOT NULL,
    version       integer     NOT NULL DEFAULT 1,
    single        boolean     NOT NULL DEFAULT true,
    url           text        NOT NULL,
    read_at       timestamptz NOT NULL,
    failing_since timestamptz,
    problem       text,
    CONSTRAINT guide_register_pk PRIMARY KEY (id),
    CONSTRAINT guide_register_is_single UNIQUE (single),
    CONSTRAINT guide_register_single_is_true CHECK (single),
    CONSTRAINT guide_register_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 2000),
    CONSTRAINT guide_register_problem_has_its_day CHECK ((problem IS NULL) = (failing_since IS NULL))
);
COMMENT ON TABLE safety.guide_register IS 'The address from which the register of advisories is read each night (R-WATCH-3); one row';
COMMENT ON COLUMN safety.guide_register.read_at IS 'The last reading that succeeded';
SELECT platform.audit_attach('safety.guide_register', '{read_at,failing_since,problem}');

-- The public register says that a region has an advisory of its own, not its level.
ALTER TABLE safety.guide_advisory DROP CONSTRAINT guide_advisory_regional_is_known;
ALTER TABLE safety.guide_advisory ADD CONSTRAINT guide_advisory_regional_is_known CHECK (
    regional IN ('NORMAL', 'CAUTION', 'AVOID_NON_ESSENTIAL', 'AVOID_ALL', 'UNKNOWN'));
COMMENT ON COLUMN safety.guide_advisory.regional IS 'The level of its worst region, which counts too (R-SEC-2); UNKNOWN if a region has one that the register does not tell';

-- A reading each night confirms some two hundred countries: that is no change of theirs.
SELECT platform.audit_attach('safety.guide_advisory', '{checked_on}');

CREATE OR REPLACE VIEW safety.guide_worst_level AS
    SELECT country,
           greatest(array_position(ARRAY['NORMAL', 'CAUTION', 'AVOID_NON_ESSENTIAL', 'AVOID_ALL', 'UNKNOWN'], level),
                    array_position(ARRAY['NORMAL', 'CAUTION', 'AVOID_NON_ESSENTIAL', 'AVOID_ALL', 'UNKNOWN'], regional)) - 1 AS rank,
           CASE WHEN regional IS DISTINCT FROM 'UNKNOWN' AND published_on <= checked_on THEN checked_on END AS checked_on
    FROM safety.guide_advisory;
COMMENT ON VIEW safety.guide_worst_level IS 'The level that counts of each country, 0 to 3, 4 for unknown; a country without a row is unknown';
COMMENT ON COLUMN safety.guide_worst_level.checked_on IS 'When it was last checked; null if the level of a region is not known, or if another advisory was published since';
