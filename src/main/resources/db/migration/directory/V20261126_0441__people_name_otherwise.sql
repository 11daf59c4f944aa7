-- One walk through what is written of somebody, whatever stands for her afterwards: « [retiré] » where she is forgotten,
-- her code name where she is sealed.
CREATE FUNCTION platform.instead(said text, names text[], stand_in text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(regexp_replace(said,
        '(?<!\w)(' || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|' ORDER BY length(name) DESC)
            || ')(?!\w)',
        replace(stand_in, '\', '\\'), 'gi'), said)
    FROM unnest(names) AS name WHERE length(name) > 2
$$;
COMMENT ON FUNCTION platform.instead IS 'A text in which something else stands for some names';

CREATE FUNCTION directory.people_instead(said text, who uuid, parts boolean, stand_in text) RETURNS text
    LANGUAGE sql STABLE AS $$
    SELECT platform.instead(said, ARRAY(SELECT directory.people_names(who, parts)), stand_in)
$$;
COMMENT ON FUNCTION directory.people_instead IS 'A text in which something else stands for somebody';

DROP FUNCTION directory.people_without(text, uuid, boolean);
DROP FUNCTION platform.without(text, text[]);

CREATE OR REPLACE FUNCTION directory.handover_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told     CONSTANT text[] := TG_ARGV[1:];
    stand_in CONSTANT text := coalesce(nullif(current_setting('convergence.stand_in', true), ''), '[retiré]');
    known    jsonb := to_jsonb(OLD);
    asked    jsonb;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        asked := to_jsonb(NEW);
        -- A text may only lose what something else stands for since.
        IF known - TG_ARGV[0] - told = asked - TG_ARGV[0] - told AND NOT EXISTS (
            SELECT FROM unnest(told) AS each
            WHERE known ->> each IS DISTINCT FROM asked ->> each
              AND NOT coalesce(known ->> each LIKE
                      replace(regexp_replace(asked ->> each, '([\\%_])', '\\\1', 'g'), stand_in, '%'), false)) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A hand-over is never changed' USING ERRCODE = 'restrict_violation';
END
$$;

-- Of whom only the code name stands here: what is known of her lies sealed elsewhere.
ALTER TABLE directory.people_person
    ADD COLUMN sealed_at timestamptz,
    ADD CONSTRAINT people_person_sealed_says_a_code_name CHECK (sealed_at IS NULL OR (
        given_name = '' AND num_nonnulls(display_form, pronoun, note) = 0
        AND languages = '{}' AND contact_points = '[]'));

COMMENT ON COLUMN directory.people_person.sealed_at IS 'Since when only a code name stands here; null where she is not at risk';

CREATE INDEX people_person_sealed ON directory.people_person (id) WHERE sealed_at IS NOT NULL;
