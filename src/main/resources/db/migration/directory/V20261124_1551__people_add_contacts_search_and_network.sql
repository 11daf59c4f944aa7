-- How people and organisations are reached and found, and how organisations belong to one another.

-- Contact points live in their owner's row, so that one version, one history and one erasure cover the whole of it.
CREATE FUNCTION directory.people_contact_points_are_sound(points jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN jsonb_typeof(points) = 'array'
        AND jsonb_array_length(points) <= 20
        AND NOT points @? '$[*] ? (!(@.channel == "MAIL" || @.channel == "PHONE")
                                || !(@.sphere == "PROFESSIONAL" || @.sphere == "PERSONAL")
                                || !exists(@.value) || @.value == "")';

-- What is compared to recognise someone: a mail address without capitals, the digits of a telephone number.
CREATE FUNCTION directory.people_contact_keys(points jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(
        SELECT CASE point ->> 'channel'
                   WHEN 'MAIL' THEN lower(point ->> 'value')
                   ELSE regexp_replace(regexp_replace(point ->> 'value', '(poste|ext|#|x).*$', '', 'i'), '[^0-9]', '', 'g')
               END
        FROM jsonb_array_elements(points) AS point);

CREATE FUNCTION directory.people_joined(names text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN array_to_string(names, ' ');

-- A row not yet kept has the version 0 for Spring Data; one written by other means begins at 1 too.
ALTER TABLE directory.people_person
    ALTER COLUMN version SET DEFAULT 1,
    ADD COLUMN contact_points jsonb NOT NULL DEFAULT '[]',
    ADD CONSTRAINT people_person_contact_points_are_sound
        CHECK (directory.people_contact_points_are_sound(contact_points)),
    ADD COLUMN contact_keys text[] NOT NULL
        GENERATED ALWAYS AS (directory.people_contact_keys(contact_points)) STORED,
    ADD COLUMN search_form text NOT NULL
        GENERATED ALWAYS AS (' ' || platform.fold(given_name || ' ' || family_name || ' ' || coalesce(display_form, '')))
        STORED;

ALTER TABLE directory.people_organisation
    ALTER COLUMN version SET DEFAULT 1,
    ADD COLUMN contact_points jsonb NOT NULL DEFAULT '[]',
    ADD CONSTRAINT people_organisation_contact_points_are_sound
        CHECK (directory.people_contact_points_are_sound(contact_points)),
    ADD COLUMN contact_keys text[] NOT NULL
        GENERATED ALWAYS AS (directory.people_contact_keys(contact_points)) STORED,
    ADD COLUMN search_form text NOT NULL
        GENERATED ALWAYS AS (' ' || platform.fold(
            name || ' ' || coalesce(short_name, '') || ' ' || directory.people_joined(other_names))) STORED;

-- One place code, as everywhere in the application, instead of a region beside a country.
ALTER TABLE directory.people_organisation
    DROP COLUMN region,
    DROP COLUMN country,
    ADD COLUMN place text CONSTRAINT people_organisation_place_is_a_code
        CHECK (place ~ '^(QC-(0[1-9]|1[0-7])|[A-Z]{2})$');

COMMENT ON COLUMN directory.people_organisation.place IS 'QC-01 to QC-17, or a country by ISO 3166-1 alpha-2';

CREATE INDEX people_organisation_by_place ON directory.people_organisation (place, name COLLATE "fr-CA-x-icu", id);

COMMENT ON COLUMN directory.people_person.search_form IS 'Folded names; begins with a space, so that every word does';
COMMENT ON COLUMN directory.people_organisation.search_form IS 'Folded names; begins with a space, so that every word does';

CREATE INDEX people_person_by_likeness ON directory.people_person USING gin (search_form gin_trgm_ops);
CREATE INDEX people_person_by_contact ON directory.people_person USING gin (contact_keys);
CREATE INDEX people_organisation_by_likeness ON directory.people_organisation USING gin (search_form gin_trgm_ops);
CREATE INDEX people_organisation_by_contact ON directory.people_organisation USING gin (contact_keys);

CREATE TABLE directory.people_function (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    person       uuid    NOT NULL,
    organisation uuid    NOT NULL,
    title        text    NOT NULL,
    since        date,
    until        date,
    CONSTRAINT people_function_pk PRIMARY KEY (id),
    CONSTRAINT people_function_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_function_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_function_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT people_function_begins_before_it_ends CHECK (since <= until)
);

COMMENT ON TABLE directory.people_function IS 'A function that someone holds in an organisation; both days belong to it';

CREATE INDEX people_function_by_person ON directory.people_function (person);
CREATE INDEX people_function_by_organisation ON directory.people_function (organisation);

CREATE TABLE directory.people_affiliation (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    member  uuid    NOT NULL,
    parent  uuid    NOT NULL,
    nature  text    NOT NULL DEFAULT 'AFFILIATED',
    since   date,
    until   date,
    CONSTRAINT people_affiliation_pk PRIMARY KEY (id),
    CONSTRAINT people_affiliation_member_fk FOREIGN KEY (member) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_affiliation_parent_fk FOREIGN KEY (parent) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_affiliation_is_to_another CHECK (member <> parent),
    CONSTRAINT people_affiliation_nature_is_known
        CHECK (nature IN ('AFFILIATED', 'SECTION_OF', 'COMMITTEE_OF', 'MEMBER_OF')),
    CONSTRAINT people_affiliation_begins_before_it_ends CHECK (since <= until),
    CONSTRAINT people_affiliation_is_said_once EXCLUDE USING gist
        (member WITH =, parent WITH =, nature WITH =, daterange(since, until, '[]') WITH &&)
);

COMMENT ON TABLE directory.people_affiliation IS 'An organisation belongs to another from a day to a day, both included';

CREATE INDEX people_affiliation_by_member ON directory.people_affiliation (member);
CREATE INDEX people_affiliation_by_parent ON directory.people_affiliation (parent);

-- No organisation may, on any one day, belong to itself through others. Writers pass one by one, since two of them
-- could each close one half of a circle.
CREATE FUNCTION directory.people_refuse_circle() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('directory.people_affiliation'));
    IF EXISTS (
        WITH RECURSIVE upward AS (
            SELECT NEW.parent AS organisation, daterange(NEW.since, NEW.until, '[]') AS days
            UNION
            SELECT a.parent, upward.days * daterange(a.since, a.until, '[]')
            FROM upward JOIN directory.people_affiliation a ON a.member = upward.organisation
            WHERE upward.organisation <> NEW.member
              AND a.id <> NEW.id
              AND upward.days && daterange(a.since, a.until, '[]')
        )
        SELECT FROM upward WHERE organisation = NEW.member
    ) THEN
        RAISE EXCEPTION 'an affiliation would close a circle'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'people_affiliation_closes_no_circle',
                  SCHEMA = 'directory', TABLE = 'people_affiliation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER people_affiliation_closes_no_circle
    AFTER INSERT OR UPDATE ON directory.people_affiliation
    FOR EACH ROW EXECUTE FUNCTION directory.people_refuse_circle();
