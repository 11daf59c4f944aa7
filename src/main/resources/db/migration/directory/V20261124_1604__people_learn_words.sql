-- Every word of every name, once. A slip of the pen is looked for among the words, which are few, and the rows are then
-- found by the words that were meant: as fast with a million people as with a thousand.
CREATE TABLE directory.people_word (
    word text NOT NULL,
    CONSTRAINT people_word_pk PRIMARY KEY (word)
);

COMMENT ON TABLE directory.people_word IS 'The folded words of the names of people and organisations; kept by triggers';

CREATE INDEX people_word_by_likeness ON directory.people_word USING gin (word gin_trgm_ops);

CREATE FUNCTION directory.people_words(search_form text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN unnest(string_to_array(btrim(search_form), ' '));

-- In the order of the alphabet, so that two imports which learn the same words wait for each other and never in a ring.
CREATE FUNCTION directory.people_learn_words() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO directory.people_word (word)
    SELECT DISTINCT word FROM added, directory.people_words(added.search_form) AS word
    WHERE length(word) BETWEEN 2 AND 60
    ORDER BY word
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- A word that stood only in a name that went away goes with it: it may be what identified someone.
CREATE FUNCTION directory.people_forget_words() RETURNS trigger
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
    IF cardinality(suspects) > 200 THEN
        DELETE FROM directory.people_word w
        WHERE w.word = ANY (suspects)
          AND w.word NOT IN (
              SELECT directory.people_words(search_form) FROM directory.people_person
              UNION
              SELECT directory.people_words(search_form) FROM directory.people_organisation);
    ELSE
        DELETE FROM directory.people_word w
        WHERE w.word = ANY (suspects)
          AND NOT EXISTS (
              SELECT FROM directory.people_person p
              WHERE p.search_form LIKE '% ' || w.word || '%' AND p.search_form || ' ' LIKE '% ' || w.word || ' %')
          AND NOT EXISTS (
              SELECT FROM directory.people_organisation o
              WHERE o.search_form LIKE '% ' || w.word || '%' AND o.search_form || ' ' LIKE '% ' || w.word || ' %');
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER people_person_learns_words_of_the_new AFTER INSERT ON directory.people_person
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION directory.people_learn_words();
CREATE TRIGGER people_person_learns_words_of_the_changed AFTER UPDATE ON directory.people_person
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION directory.people_learn_words();
CREATE TRIGGER people_person_forgets_words_of_the_changed AFTER UPDATE ON directory.people_person
    REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION directory.people_forget_words();
CREATE TRIGGER people_person_forgets_words_of_the_gone AFTER DELETE ON directory.people_person
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION directory.people_forget_words();

CREATE TRIGGER people_organisation_learns_words_of_the_new AFTER INSERT ON directory.people_organisation
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION directory.people_learn_words();
CREATE TRIGGER people_organisation_learns_words_of_the_changed AFTER UPDATE ON directory.people_organisation
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION directory.people_learn_words();
CREATE TRIGGER people_organisation_forgets_words_of_the_changed AFTER UPDATE ON directory.people_organisation
    REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION directory.people_forget_words();
CREATE TRIGGER people_organisation_forgets_words_of_the_gone AFTER DELETE ON directory.people_organisation
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION directory.people_forget_words();

-- Words that share enough letters with what was typed to be what was meant; which of them are, the application judges.
CREATE FUNCTION directory.people_words_like(typed text) RETURNS TABLE (word text)
    LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.3 AS $$
        SELECT w.word FROM directory.people_word w WHERE typed OPERATOR(public.<%) w.word
        ORDER BY public.word_similarity(typed, w.word) DESC, w.word LIMIT 100
    $$;
