-- Whom a name means exactly, accents and case aside: asked for each organisation named in passing, and for each line of
-- a list that is brought in.
CREATE FUNCTION directory.people_called(name text, short_name text, other_names text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT platform.fold(called) FROM unnest(array_append(other_names, name) || short_name) AS called);

CREATE INDEX people_organisation_by_exact_name ON directory.people_organisation
    USING gin (directory.people_called(name, short_name, other_names));
CREATE INDEX people_person_by_exact_name ON directory.people_person
    (platform.fold(given_name || ' ' || family_name));
