-- Addresses and numbers are left to the search of all texts, which knows where a longer one begins or ends and which are
-- another record's too (convergence.shared, a JSON list); one that is a whole text is replaced. A name directly after a
-- given name on file (convergence.given_names), or before another word with a capital, may be part of another person's.
CREATE OR REPLACE FUNCTION platform.instead(said text, names text[], stand_in text) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    longer text[] := ARRAY(SELECT jsonb_array_elements_text(
        coalesce(nullif(current_setting('convergence.longer_names', true), ''), '[]')::jsonb));
    pattern text;
    hit text;
    given text;
    done text := '';
    start integer := 1;
    found integer;
    past integer;
BEGIN
    IF length(said) < 255 AND (strpos(said, '@') > 0 OR said !~ '[[:alpha:]]')
            AND lower(btrim(said)) IN (SELECT lower(name) FROM unnest(names) AS name
                WHERE name !~ '[[:alpha:]]' OR strpos(name, '@') > 0
                EXCEPT SELECT lower(name) FROM jsonb_array_elements_text(
                    coalesce(nullif(current_setting('convergence.shared', true), ''), '[]')::jsonb) AS name) THEN
        RETURN stand_in;
    END IF;
    names := ARRAY(SELECT name FROM unnest(names) AS name
                   WHERE length(name) > 2 AND name ~ '[[:alpha:]]' AND strpos(name, '@') = 0);
    IF said IS NULL OR names = '{}' THEN
        RETURN said;
    END IF;
    SELECT '(?<!\w)(?<!@)(?<!\w\.)(?<![\w.][-‐‑])('
               || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|' ORDER BY length(name) DESC)
               || ')(?!\w)(?!@)(?!\.\w)(?![-‐‑]\w)'
    INTO pattern FROM unnest(names || longer) AS name;
    LOOP
        found := regexp_instr(said, pattern, start, 1, 0, 'i');
        IF found = 0 THEN
            RETURN done || substr(said, start);
        END IF;
        past := regexp_instr(said, pattern, start, 1, 1, 'i');
        hit := substr(said, found, past - found);
        given := substring(substr(said, greatest(1, found - 40), least(40, found - 1))
                           FROM '([[:upper:]][[:alpha:]]+)[[:blank:]\u00a0\u202f]{1,4}$');
        done := done || substr(said, start, found - start)
            || CASE WHEN substr(said, past, 6) ~ '^[[:blank:]\u00a0\u202f]{1,4}[[:upper:]][[:alpha:]]'
                      OR lower(hit) IN (SELECT lower(name) FROM unnest(longer) AS name)
                      OR given IS NOT NULL AND coalesce(nullif(current_setting('convergence.given_names', true), ''), '[]')::jsonb
                         ? platform.fold(given) THEN hit
                    ELSE stand_in END;
        start := past;
    END LOOP;
END
$$;
