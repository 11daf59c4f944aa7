-- Somebody asks to be forgotten. The row of who is forgotten stays where minutes and hours need
-- one, and says nothing of her; it is found by no name.
ALTER TABLE directory.people_person
    ADD COLUMN forgotten_at timestamptz,
    ADD CONSTRAINT people_person_forgotten_says_nothing CHECK (forgotten_at IS NULL OR (
        given_name = '' AND family_name = '[retiré]' AND num_nonnulls(display_form, pronoun, note) = 0
        AND languages = '{}' AND contact_points = '[]'));

ALTER TABLE directory.people_person ALTER COLUMN search_form SET EXPRESSION AS (
    CASE WHEN forgotten_at IS NULL
         THEN ' ' || platform.fold(given_name || ' ' || family_name || ' ' || coalesce(display_form, ''))
         ELSE '' END);

-- Also by the names of a record that hers replaced, as long as they are kept for undoing.
CREATE OR REPLACE FUNCTION directory.people_names(who uuid, parts boolean) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT DISTINCT name FROM (
        SELECT given_name, family_name, display_form, contact_points FROM directory.people_person WHERE id = who
        UNION ALL
        SELECT undo -> 'row' ->> 'given_name', undo -> 'row' ->> 'family_name', undo -> 'row' ->> 'display_form',
               undo -> 'row' -> 'contact_points'
        FROM directory.people_alias WHERE id = who AND person IS NOT NULL AND undo IS NOT NULL) AS p, LATERAL (
        SELECT unnest(ARRAY[btrim(p.given_name || ' ' || p.family_name), btrim(p.family_name || ' ' || p.given_name),
                            p.display_form])
        UNION SELECT point ->> 'value' FROM jsonb_array_elements(p.contact_points) AS point
        UNION SELECT unnest(ARRAY[p.given_name, p.family_name]) WHERE parts) AS n (name)
    WHERE length(name) > 2
$$;

-- A text in which « [retiré] » stands for some names.
CREATE FUNCTION platform.without(said text, names text[]) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(regexp_replace(said,
        '(?<!\w)(' || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|' ORDER BY length(name) DESC)
            || ')(?!\w)',
        '[retiré]', 'gi'), said)
    FROM unnest(names) AS name WHERE length(name) > 2
$$;

-- Also when somebody was given what is known of her; what was asked, and by when, is noted elsewhere.
ALTER TABLE directory.people_takeout
    DROP CONSTRAINT people_takeout_form_is_known,
    ADD CONSTRAINT people_takeout_form_is_known CHECK (form IN ('CSV', 'XLSX', 'PAPER', 'ACCESS'));
