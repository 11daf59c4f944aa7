-- What names are searched by: without accents, capitals, apostrophes, and without the points and dashes of inclusive
-- forms, so that "étudiant·e·s", "étudiant.e.s", "étudiant-e-s" and "etudiantes" are found by one another.
CREATE FUNCTION platform.fold(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(
        regexp_replace(
            regexp_replace(
                lower(public.unaccent('public.unaccent'::regdictionary, $1) COLLATE "und-x-icu"),
                '(?<=[[:alnum:]])[.·‧•](?=[[:alnum:]])', '', 'g'),
            '(?<=[[:alpha:]])-(?=(e|s|es|ne|nes|le|les|fe|fes|ve|ves|re|res|ere|eres|euse|euses|rice|rices|trice|trices)([^[:alpha:]]|$))',
            '', 'g'),
        '[^[:alnum:]@+]+', ' ', 'g'));

COMMENT ON FUNCTION platform.fold(text) IS 'The form of a name or word by which it is searched, sorted out of accents, case and inclusive points.';

CREATE TEXT SEARCH CONFIGURATION platform.fr (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION platform.fr
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, french_stem;

CREATE TEXT SEARCH CONFIGURATION platform.es (COPY = pg_catalog.spanish);
ALTER TEXT SEARCH CONFIGURATION platform.es
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, spanish_stem;

CREATE TEXT SEARCH CONFIGURATION platform.en (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION platform.en
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, english_stem;
