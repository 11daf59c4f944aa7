-- The two tables that nearly everything else points to. Search columns and audit are added by the next migration of
-- this module.

CREATE SCHEMA IF NOT EXISTS directory;

CREATE TABLE directory.people_organisation (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 0,
    name        text        NOT NULL,
    short_name  text,
    other_names text[]      NOT NULL DEFAULT '{}',
    kind        text        NOT NULL DEFAULT 'OTHER',
    region      text,
    country     text,
    website     text,
    note        text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT people_organisation_pk PRIMARY KEY (id),
    CONSTRAINT people_organisation_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 300),
    CONSTRAINT people_organisation_short_name_is_short_text
        CHECK (short_name = btrim(short_name) AND length(short_name) BETWEEN 1 AND 60),
    CONSTRAINT people_organisation_other_names_are_few CHECK (cardinality(other_names) <= 20),
    CONSTRAINT people_organisation_kind_is_known CHECK (kind IN (
        'UNION_CENTRAL', 'FEDERATION', 'REGIONAL_COUNCIL', 'LOCAL_UNION', 'UNION_SECTION', 'COMMITTEE',
        'COMMUNITY_GROUP', 'COALITION', 'PUBLIC_BODY', 'SCHOOL', 'MEDIA', 'FUNDER', 'PARTNER_ABROAD', 'OTHER')),
    CONSTRAINT people_organisation_region_is_a_code CHECK (region ~ '^[0-9]{2}$'),
    CONSTRAINT people_organisation_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT people_organisation_region_is_in_canada CHECK (region IS NULL OR country = 'CA'),
    CONSTRAINT people_organisation_website_is_an_address CHECK (website ~ '^https?://' AND length(website) <= 500),
    CONSTRAINT people_organisation_note_is_bounded CHECK (length(note) <= 20000)
);

COMMENT ON TABLE directory.people_organisation IS 'A union, a group, a public body, a partner: whoever acts as one';
COMMENT ON COLUMN directory.people_organisation.region IS 'Administrative region of Quebec, 01 to 17';
COMMENT ON COLUMN directory.people_organisation.country IS 'ISO 3166-1 alpha-2';

CREATE INDEX people_organisation_by_name ON directory.people_organisation (name COLLATE "fr-CA-x-icu", id);
CREATE INDEX people_organisation_by_kind ON directory.people_organisation (kind, name COLLATE "fr-CA-x-icu", id);
CREATE INDEX people_organisation_by_region ON directory.people_organisation (region, name COLLATE "fr-CA-x-icu", id);

CREATE TABLE directory.people_person (
    id           uuid        NOT NULL,
    version      integer     NOT NULL DEFAULT 0,
    given_name   text        NOT NULL DEFAULT '',
    family_name  text        NOT NULL DEFAULT '',
    display_form text,
    pronoun      text,
    languages    text[]      NOT NULL DEFAULT '{}',
    note         text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    display_name text        NOT NULL
        GENERATED ALWAYS AS (coalesce(display_form, btrim(given_name || ' ' || family_name))) STORED,
    sort_name    text        NOT NULL
        GENERATED ALWAYS AS (btrim(family_name || ' ' || given_name)) STORED,
    CONSTRAINT people_person_pk PRIMARY KEY (id),
    CONSTRAINT people_person_has_a_name CHECK (given_name <> '' OR family_name <> ''),
    CONSTRAINT people_person_given_name_is_short_text CHECK (given_name = btrim(given_name) AND length(given_name) <= 100),
    CONSTRAINT people_person_family_name_is_short_text
        CHECK (family_name = btrim(family_name) AND length(family_name) <= 100),
    CONSTRAINT people_person_display_form_is_short_text
        CHECK (display_form = btrim(display_form) AND length(display_form) BETWEEN 1 AND 200),
    CONSTRAINT people_person_pronoun_is_short_text
        CHECK (pronoun = btrim(pronoun) AND length(pronoun) BETWEEN 1 AND 40),
    CONSTRAINT people_person_languages_are_few CHECK (cardinality(languages) <= 10),
    CONSTRAINT people_person_note_is_bounded CHECK (length(note) <= 20000)
);

COMMENT ON TABLE directory.people_person IS 'Someone the organisation knows';
COMMENT ON COLUMN directory.people_person.display_form IS 'How she wants her name written, where it is not given name then family name';
COMMENT ON COLUMN directory.people_person.languages IS 'ISO 639 codes, the preferred one first';

CREATE INDEX people_person_by_name ON directory.people_person (sort_name COLLATE "fr-CA-x-icu", id);
