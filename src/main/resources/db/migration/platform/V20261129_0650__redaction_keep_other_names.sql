-- "Pierre Gagné" is not named in "Jean-Pierre Gagné", "Pierre Gagné-Roy" or "Pierre Gagné Roy": that is somebody else, or
-- at least not certain. The search of all texts that follows lists such places for a person to decide.
CREATE OR REPLACE FUNCTION platform.instead(said text, names text[], stand_in text) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    pattern text;
    done text := '';
    start integer := 1;
    found integer;
    past integer;
BEGIN
    SELECT '(?<!\w)(?<![\w.][-‐‑])('
               || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|' ORDER BY length(name) DESC)
               || ')(?!\w)(?![-‐‑]\w)'
    INTO pattern FROM unnest(names) AS name WHERE length(name) > 2;
    IF pattern IS NULL OR said IS NULL THEN
        RETURN said;
    END IF;
    LOOP
        found := regexp_instr(said, pattern, start, 1, 0, 'i');
        IF found = 0 THEN
            RETURN done || substr(said, start);
        END IF;
        past := regexp_instr(said, pattern, start, 1, 1, 'i');
        done := done || substr(said, start, found - start)
            || CASE WHEN substr(said, past, 3) ~ '^[[:blank:]\u00a0][[:upper:]][[:lower:]]' THEN substr(said, found, past - found)
                    ELSE stand_in END;
        start := past;
    END LOOP;
END
$$;
