-- Who is forgotten is named no more where others wrote of her, and in no other way does a hand-over change.

CREATE FUNCTION directory.people_names(who uuid, parts boolean) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT name FROM directory.people_person p, LATERAL (
        SELECT unnest(ARRAY[btrim(p.given_name || ' ' || p.family_name), btrim(p.family_name || ' ' || p.given_name),
                            p.display_form])
        UNION SELECT point ->> 'value' FROM jsonb_array_elements(p.contact_points) AS point
        UNION SELECT unnest(ARRAY[p.given_name, p.family_name]) WHERE parts) AS n (name)
    WHERE p.id = who AND length(name) > 2
$$;
COMMENT ON FUNCTION directory.people_names IS
    'Her names in full and how she is reached; each of her names alone as well, where a text is about her';

CREATE FUNCTION directory.people_without(said text, who uuid, parts boolean) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(regexp_replace(said,
        '(?<!\w)(' || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|' ORDER BY length(name) DESC)
            || ')(?!\w)',
        '[retiré]', 'gi'), said)
    FROM directory.people_names(who, parts) AS name
$$;
COMMENT ON FUNCTION directory.people_without IS 'A text in which « [retiré] » stands for somebody';

CREATE OR REPLACE FUNCTION directory.handover_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told  CONSTANT text[] := TG_ARGV[1:];
    known jsonb := to_jsonb(OLD);
    asked jsonb;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        asked := to_jsonb(NEW);
        -- A text may only lose what « [retiré] » stands for since.
        IF known - TG_ARGV[0] - told = asked - TG_ARGV[0] - told AND NOT EXISTS (
            SELECT FROM unnest(told) AS each
            WHERE known ->> each IS DISTINCT FROM asked ->> each
              AND NOT coalesce(known ->> each LIKE
                      replace(regexp_replace(asked ->> each, '([\\%_])', '\\\1', 'g'), '[retiré]', '%'), false)) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A hand-over is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE OR REPLACE TRIGGER handover_stays BEFORE UPDATE OR DELETE ON directory.handover
    FOR EACH ROW EXECUTE FUNCTION directory.handover_refuse('person', 'note', 'passed_name');
CREATE OR REPLACE TRIGGER handover_item_stays BEFORE UPDATE OR DELETE ON directory.handover_item
    FOR EACH ROW EXECUTE FUNCTION directory.handover_refuse('successor', 'what', 'detail');

-- « [retiré] » may be longer than what it stands for.
ALTER TABLE directory.handover DROP CONSTRAINT handover_note_is_bounded;
ALTER TABLE directory.handover ADD CONSTRAINT handover_note_is_bounded CHECK (length(note) <= 30000);
