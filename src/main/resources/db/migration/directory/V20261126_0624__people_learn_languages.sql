-- Which languages are spoken by anyone is asked at each opening of the list of people: it is noted when somebody is entered
-- or changed, instead of going through a million people for a menu. One that nobody speaks any more does no harm.
CREATE TABLE directory.people_language (
    code text COLLATE "C" NOT NULL,
    CONSTRAINT people_language_pk PRIMARY KEY (code)
);

COMMENT ON TABLE directory.people_language IS 'The languages that people speak; kept by triggers';

CREATE FUNCTION directory.people_learn_languages() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO directory.people_language (code)
    SELECT DISTINCT code COLLATE "C" FROM added, unnest(added.languages) AS code ORDER BY 1
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE TRIGGER people_person_learns_languages_of_the_new AFTER INSERT ON directory.people_person
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION directory.people_learn_languages();
CREATE TRIGGER people_person_learns_languages_of_the_changed AFTER UPDATE ON directory.people_person
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION directory.people_learn_languages();

INSERT INTO directory.people_language (code)
SELECT DISTINCT code FROM directory.people_person, unnest(languages) AS code;
