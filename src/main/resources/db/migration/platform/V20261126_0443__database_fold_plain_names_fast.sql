-- Nearly every name is one or two words of letters without a mark, which need no regular expression: those are most of
-- what a fold costs, and a fold is most of what a new person costs. It answers what it answered before, so that nothing
-- that is kept of it is made anew.
CREATE OR REPLACE FUNCTION platform.fold(said text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    plain text := btrim(lower(public.unaccent('public.unaccent'::regdictionary, said) COLLATE "und-x-icu"));
BEGIN
    -- Nothing but letters and figures, in one word or two: nearly every name. It is left as it is by what follows.
    IF translate(plain, 'abcdefghijklmnopqrstuvwxyz0123456789', '') IN ('', ' ') THEN
        RETURN plain;
    END IF;
    RETURN btrim(regexp_replace(
        regexp_replace(
            regexp_replace(plain, '(?<=[[:alnum:]])[.·‧•](?=[[:alnum:]])', '', 'g'),
            '(?<=[[:alpha:]])-(?=(e|s|es|ne|nes|le|les|fe|fes|ve|ves|re|res|ere|eres|euse|euses|rice|rices|trice|trices)([^[:alpha:]]|$))',
            '', 'g'),
        '[^[:alnum:]@+]+', ' ', 'g'));
END
$$;
