-- A hundred thousand people are brought in within seconds: what each of them costs the table is made small, and what only
-- the search for duplicates needs is made when that looks at them.

-- The same, without a query of its own for each person, nor a regular expression for a number without words.
CREATE OR REPLACE FUNCTION directory.people_contact_keys(points jsonb) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    keys  text[] := '{}';
    point jsonb;
    said  text;
BEGIN
    FOR i IN 0 .. jsonb_array_length(points) - 1 LOOP
        point := points -> i;
        said := point ->> 'value';
        keys := keys || CASE
            WHEN point ->> 'channel' = 'MAIL' THEN lower(said)
            WHEN translate(said, '+0123456789 ().-/', '') = '' THEN translate(said, '+ ().-/', '')
            ELSE regexp_replace(regexp_replace(said, '(poste|ext|#|x).*$', '', 'i'), '[^0-9]', '', 'g')
        END;
    END LOOP;
    RETURN keys;
END
$$;

-- Twice the same index; the second served whole names in texts, which the first finds as well.
DROP INDEX directory.people_person_by_given_and_family_name;

-- Compared letter by letter, not as a language sorts: who asks says so too.
DROP INDEX directory.people_person_by_exact_name;
CREATE INDEX people_person_by_exact_name ON directory.people_person
    ((platform.fold(given_name || ' ' || family_name) COLLATE "C"));

-- Only who is written otherwise than by given name and family name needs to be found otherwise.
DROP INDEX directory.people_person_by_whole_name;
CREATE INDEX people_person_by_whole_name ON directory.people_person ((platform.fold(display_name) COLLATE "C"))
    WHERE display_form IS NOT NULL;

-- Addresses and words as well.
ALTER TABLE directory.people_person ALTER COLUMN contact_keys TYPE text[] COLLATE "C";
ALTER TABLE directory.people_word ALTER COLUMN word TYPE text COLLATE "C";

-- A list asks for thousands of addresses at once, while it adds as many: none of them waits on a heap that each question
-- would have to go through.
ALTER INDEX directory.people_person_by_contact SET (fastupdate = off);
ALTER INDEX directory.people_organisation_by_exact_name SET (fastupdate = off);

-- Every word typed begins a word of the name: an index of words is asked for just that, where one of groups of three
-- letters is seven times as large and has to look at each name again.
CREATE FUNCTION directory.people_name_words(search_form text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_to_tsvector(string_to_array(btrim(search_form), ' '));

DROP INDEX directory.people_person_by_likeness;
CREATE INDEX people_person_by_words ON directory.people_person USING gin (directory.people_name_words(search_form));
DROP INDEX directory.people_organisation_by_likeness;
CREATE INDEX people_organisation_by_words ON directory.people_organisation
    USING gin (directory.people_name_words(search_form));

-- That names are of the same words is noted when the search for duplicates looks at them: as a number, which says no name.
DROP INDEX directory.people_person_by_word_set;
ALTER TABLE directory.people_looked ADD COLUMN words_hash bigint;
UPDATE directory.people_looked k
SET words_hash = hashtextextended(directory.people_word_set(p.given_name || ' ' || p.family_name), 0)
FROM directory.people_person p WHERE p.id = k.id;
CREATE INDEX people_looked_by_words_hash ON directory.people_looked (words_hash) WHERE words_hash IS NOT NULL;

CREATE OR REPLACE FUNCTION directory.people_learn_words() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO directory.people_word (word)
    SELECT DISTINCT word COLLATE "C" AS word FROM added, unnest(string_to_array(btrim(added.search_form), ' ')) AS word
    WHERE length(word) BETWEEN 2 AND 60
    ORDER BY 1
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- A word that stood only in a name that went away goes with it: asked of the words, not of groups of letters.
CREATE OR REPLACE FUNCTION directory.people_forget_words() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    suspects text[];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        suspects := ARRAY(
            SELECT word FROM removed, directory.people_words(removed.search_form) AS word
            EXCEPT
            SELECT word FROM added, directory.people_words(added.search_form) AS word);
    ELSE
        suspects := ARRAY(SELECT DISTINCT word FROM removed, directory.people_words(removed.search_form) AS word);
    END IF;
    DELETE FROM directory.people_word w
    WHERE w.word = ANY (suspects)
      AND NOT EXISTS (
          SELECT FROM directory.people_person p
          WHERE directory.people_name_words(p.search_form) @@ quote_literal(w.word)::tsquery)
      AND NOT EXISTS (
          SELECT FROM directory.people_organisation o
          WHERE directory.people_name_words(o.search_form) @@ quote_literal(w.word)::tsquery);
    RETURN NULL;
END
$$;
