-- The transaction that seals replaces a full name at the beginning of a text, a line or a cell, and behind a title or "avec". Behind
-- anything else a street, a line or a law may bear the name ("autobus 55, Louis Riel", "(parc) Louis Riel"), or a month be the given
-- name; the search of all texts, which follows, decides there. An erasure replaces as before, since nobody decides later.
CREATE OR REPLACE FUNCTION platform.instead(said text, names text[], stand_in text) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    beside CONSTANT text := '(?:[^[:alnum:].!?:;()«»&<]|&[[:alpha:]]+;|&#[[:alnum:]]+;|%[0-9A-Fa-f]{2}|<[^>]*>)*';
    particle CONSTANT text := '(?:d|de|del|della|den|der|des|di|do|dos|du|da|l|la|las|le|les|los|van|von|al|el|y|e|ben|bin|bint|ibn|mc|mac|st|ste|saint|sainte)\M[[:space:]''’-]+';
    doubting CONSTANT boolean := nullif(current_setting('convergence.longer_names', true), '') IS NOT NULL;
    suffix CONSTANT text := '(?:et[[:space:]]+)?(?:fils|filles?|jr|sr|junior|senior|p[eè]re|m[eè]re|a[iî]n[eé]e?|cadette?|vve|lt[eé]e|inc|enr|cie)\M';
    words CONSTANT text[] := ARRAY(SELECT jsonb_array_elements_text(
        coalesce(nullif(current_setting('convergence.words', true), ''), '[]')::jsonb));
    coded CONSTANT boolean := cardinality(words) > 0;
    at_once CONSTANT text := '(?:(?:^|[\n\r\t;|"])[[:space:]]*|(?:^|[^[:alpha:]])(?:mme|m|mlle|mr|mrs|ms|dre?|me|madame|monsieur|avec)\.?[[:space:]_]+)$';
    behind_word CONSTANT text := '(?:[[:upper:]][[:alpha:]]*|(?:^|[^[:alpha:]])[[:upper:]][.])[[:space:]_&+-]+$';
    usual CONSTANT text := '(?:^|[^[:alpha:]])(?:mme|m|mlle|mr|mrs|ms|dre?|me|madame|monsieur|[aà]|avec|bonjour|ch[eè]re?|de|par|pour|vu)\.?[[:space:]_]+$';
    place CONSTANT text := '(?:^|[^[:alpha:]])(?:a[eé]roport|a[eé]rogare|angle|autoroute|auditorium|av|ave|avenue|barrage|blvd|boul|boulevard|bourse|calle|carrefour|c[eé]gep|centre|chemin|clinique|coll[eè]ge|[eé]cole|[eé]difice|fondation|gare|h[oô]pital|lac|m[eé]tro|parc|pavillon|piscine|place|pont|prix|rang|route|rue|salle|stade|station|street|th[eé][aâ]tre|tour|tunnel)\.?[[:space:]_]+(?:de[[:space:]]+)?$';
    longer text[] := ARRAY(SELECT jsonb_array_elements_text(
        coalesce(nullif(current_setting('convergence.longer_names', true), ''), '[]')::jsonb));
    pattern text;
    hit text;
    before text;
    after text;
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
    IF said IS NULL OR cardinality(names) = 0
            OR doubting AND NOT EXISTS (SELECT FROM unnest(names) AS name WHERE name ~ '[[:alpha:]][^[:alpha:]]+[[:alpha:]]') THEN
        RETURN said;
    END IF;
    SELECT '(?<!\w)(?<!@)(?<!\w\.)(?<![\w.][-‐‑])('
               || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|' ORDER BY length(name) DESC)
               || ')(?!\w)(?!@)(?!\.\w)(?![-‐‑]\w)'
    INTO pattern FROM unnest(names || longer) AS name;
    LOOP
        found := regexp_instr(said, pattern, start, 1, 0, 'i');
        IF found = 0 THEN
            done := done || substr(said, start);
            RETURN CASE WHEN EXISTS (SELECT FROM unnest(words) AS word WHERE strpos(platform.fold(done), word) > 0)
                        THEN said ELSE done END;
        END IF;
        past := regexp_instr(said, pattern, start, 1, 1, 'i');
        hit := substr(said, found, past - found);
        before := substr(said, greatest(1, found - 80), least(80, found - 1));
        after := substr(said, past, 80);
        done := done || substr(said, start, found - start)
            || CASE WHEN NOT doubting THEN stand_in
                    WHEN lower(hit) IN (SELECT lower(name) FROM unnest(longer) AS name)
                      OR after ~ ('^' || beside || '(?:&[[:space:]]*)?(?:' || particle || '){0,3}[[:upper:]]')
                      OR after ~* ('^' || beside || '(?:&[[:space:]]*)?' || suffix)
                      OR hit ~ '[^[:alpha:]]' AND CASE WHEN coded THEN before !~* at_once
                                                       ELSE before ~ behind_word AND before !~* usual END
                      OR before ~* place
                      OR coded AND hit !~ '[^[:alpha:]]'
                      OR hit = upper(hit) OR hit ~ '^[[:lower:]]|[^[:alpha:]][[:lower:]][[:alpha:]]*$'
                      OR coalesce(nullif(current_setting('convergence.given_names', true), ''), '[]')::jsonb ? platform.fold(hit)
                         AND hit ~ '[^[:alpha:]]'
                      OR coalesce(nullif(current_setting('convergence.given_names', true), ''), '[]')::jsonb
                         ? platform.fold(coalesce(substring(before FROM '([[:alpha:]]+)' || beside || '$'), '')) THEN hit
                    ELSE stand_in END;
        start := past;
    END LOOP;
END
$$;
