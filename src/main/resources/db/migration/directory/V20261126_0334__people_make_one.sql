-- Two records of one person or organisation are made one: who was replaced is remembered, for a month with all that is
-- needed to take it back, then only so that old addresses lead on and lists that name her find her.

CREATE TABLE directory.people_alias (
    id           uuid        NOT NULL,
    person       uuid,
    organisation uuid,
    names        text[]      NOT NULL,
    contact_keys text[]      NOT NULL,
    replaced_at  timestamptz NOT NULL,
    actor        uuid        NOT NULL,
    actor_label  text        NOT NULL,
    undo         jsonb,
    CONSTRAINT people_alias_pk PRIMARY KEY (id),
    CONSTRAINT people_alias_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_alias_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_alias_stands_for_one CHECK (num_nonnulls(person, organisation) = 1)
);

COMMENT ON TABLE directory.people_alias IS 'A record that another one replaced, under the id that it had';
COMMENT ON COLUMN directory.people_alias.names IS 'Folded names by which lists that are brought in still mean it';
COMMENT ON COLUMN directory.people_alias.undo IS 'What stood before; it goes after thirty days';

CREATE INDEX people_alias_by_person ON directory.people_alias (person) WHERE person IS NOT NULL;
CREATE INDEX people_alias_by_organisation ON directory.people_alias (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX people_alias_by_name ON directory.people_alias USING gin (names);
CREATE INDEX people_alias_by_contact ON directory.people_alias USING gin (contact_keys);
CREATE INDEX people_alias_undoable ON directory.people_alias (replaced_at) WHERE undo IS NOT NULL;

SELECT platform.audit_attach('directory.people_alias', '{names,contact_keys,undo}');

-- Two that may be one: proposed, or told apart for good. Either may go meanwhile, so there is no key to them; what is
-- shown is joined to both.
CREATE TABLE directory.people_likeness (
    one          uuid        NOT NULL,
    other        uuid        NOT NULL,
    kind         text        NOT NULL,
    reasons      text[]      NOT NULL DEFAULT '{}',
    found_at     timestamptz NOT NULL,
    dismissed_at timestamptz,
    dismissed_by uuid,
    CONSTRAINT people_likeness_pk PRIMARY KEY (one, other),
    CONSTRAINT people_likeness_is_said_once CHECK (one < other),
    CONSTRAINT people_likeness_kind_is_known CHECK (kind IN ('PERSON', 'ORGANISATION')),
    CONSTRAINT people_likeness_dismissed_names_who CHECK ((dismissed_at IS NULL) = (dismissed_by IS NULL))
);

COMMENT ON COLUMN directory.people_likeness.reasons IS 'Why they may be one, in the words of the search for duplicates';

CREATE INDEX people_likeness_proposed ON directory.people_likeness (kind, found_at DESC, one, other)
    WHERE dismissed_at IS NULL;
CREATE INDEX people_likeness_by_other ON directory.people_likeness (other);

-- How far the search for duplicates is: at which version it looked at whom.
CREATE TABLE directory.people_looked (
    id      uuid    NOT NULL,
    version integer NOT NULL,
    CONSTRAINT people_looked_pk PRIMARY KEY (id)
);

-- The words of a name in the order of the alphabet, articles aside: « Roy Zoé » is « Zoé Roy », « La centrale des
-- solidaires » is « Centrale des solidaires ».
CREATE FUNCTION directory.people_word_set(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT string_agg(DISTINCT word, ' ' ORDER BY word)
            FROM unnest(string_to_array(platform.fold(name), ' ')) AS word
            WHERE word <> '' AND word <> ALL ('{le,la,les,l,un,une,de,du,des,d,et,the,of,and,el,los,las,y}'::text[]));

CREATE INDEX people_person_by_word_set ON directory.people_person
    (directory.people_word_set(given_name || ' ' || family_name));
CREATE INDEX people_organisation_by_word_set ON directory.people_organisation (directory.people_word_set(name));
