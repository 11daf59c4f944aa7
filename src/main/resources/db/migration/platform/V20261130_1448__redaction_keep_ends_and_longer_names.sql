-- A text that a stand-in makes too long is shortened in its middle, visibly: its beginning, its end and the stand-in stay.
CREATE FUNCTION platform.shortened(said text, stand_in text, most integer) RETURNS text
    LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    excess integer := length(said) - most;
    parts text[];
    longest integer;
    kept integer;
    ends integer;
BEGIN
    IF said IS NULL OR excess <= 0 THEN
        RETURN said;
    END IF;
    parts := string_to_array(said, stand_in);
    SELECT n INTO longest FROM unnest(parts) WITH ORDINALITY AS part (words, n) ORDER BY length(words) DESC, n LIMIT 1;
    kept := length(parts[longest]) - excess - 1;
    IF kept >= 0 THEN
        ends := least(kept / 2, 40);
        parts[longest] := left(parts[longest], kept - ends) || '…' || right(parts[longest], ends);
        RETURN array_to_string(parts, stand_in);
    END IF;
    -- Too short a text beside it: the stand-in gives way.
    kept := length(stand_in) - ceil(excess::numeric / greatest(1, cardinality(parts) - 1));
    RETURN CASE WHEN kept > 0 AND cardinality(parts) > 1 THEN array_to_string(parts, left(stand_in, kept))
                ELSE left(said, most) END;
END
$$;
COMMENT ON FUNCTION platform.shortened IS 'A text of at most so many characters, shortened in its middle, outside of the stand-in';

-- "Marie Tremblay" is not named in "Anne Marie Tremblay" where such a person is known. A transaction says which longer
-- names stay (convergence.longer_names, a JSON list); the search of all texts lists them for a person to decide.
CREATE OR REPLACE FUNCTION platform.instead(said text, names text[], stand_in text) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    longer text[] := ARRAY(SELECT jsonb_array_elements_text(
        coalesce(nullif(current_setting('convergence.longer_names', true), ''), '[]')::jsonb));
    pattern text;
    hit text;
    done text := '';
    start integer := 1;
    found integer;
    past integer;
BEGIN
    IF said IS NULL OR NOT EXISTS (SELECT FROM unnest(names) AS name WHERE length(name) > 2) THEN
        RETURN said;
    END IF;
    SELECT '(?<!\w)(?<![\w.][-‐‑])('
               || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|' ORDER BY length(name) DESC)
               || ')(?!\w)(?![-‐‑]\w)'
    INTO pattern FROM unnest(names || longer) AS name WHERE length(name) > 2;
    LOOP
        found := regexp_instr(said, pattern, start, 1, 0, 'i');
        IF found = 0 THEN
            RETURN done || substr(said, start);
        END IF;
        past := regexp_instr(said, pattern, start, 1, 1, 'i');
        hit := substr(said, found, past - found);
        done := done || substr(said, start, found - start)
            || CASE WHEN substr(said, past, 3) ~ '^[[:blank:]\u00a0][[:upper:]][[:lower:]]'
                      OR lower(hit) IN (SELECT lower(name) FROM unnest(longer) AS name) THEN hit
                    ELSE stand_in END;
        start := past;
    END LOOP;
END
$$;
