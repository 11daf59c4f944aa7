-- Group directory: people and organisations.

CREATE SCHEMA IF NOT EXISTS directory;


-- people --------------------------------------------------------------------------------------------------------------
-- People and organisations: how they are reached, found and merged, and how organisations belong to one another.

-- Contact points are stored in their owner's row: one version, one history and one erasure cover all of it.
CREATE FUNCTION directory.people_contact_points_are_sound(points jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN jsonb_typeof(points) = 'array'
        AND jsonb_array_length(points) <= 20
        AND NOT points @? '$[*] ? (!(@.channel == "MAIL" || @.channel == "PHONE")
                                || !(@.sphere == "PROFESSIONAL" || @.sphere == "PERSONAL")
                                || !exists(@.value) || @.value == "")';

-- What people are recognised by: a mail address in lower case, the digits of a telephone number. It runs for each of
-- 100,000 imported people, so it uses no query, and no regular expression for a plain number.
CREATE FUNCTION directory.people_contact_keys(points jsonb) RETURNS text[]
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

CREATE FUNCTION directory.people_joined(names text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN array_to_string(names, ' ');

-- The folded names of an organisation, for exact matches: organisations named in passing, and each line of an imported
-- list.
CREATE FUNCTION directory.people_called(name text, short_name text, other_names text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT platform.fold(called) FROM unnest(array_append(other_names, name) || short_name) AS called);

-- The domains by which an organisation is recognised: those of its mail addresses, and that of its website.
CREATE FUNCTION directory.people_domains(points jsonb, website text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(
        SELECT lower(split_part(point ->> 'value', '@', 2))
        FROM jsonb_array_elements(points) AS point WHERE point ->> 'channel' = 'MAIL')
        || ARRAY(
        SELECT lower(site) FROM (SELECT substring(website FROM '^https?://(?:www\.)?([^/:?#]+)') AS site) AS of
        WHERE site IS NOT NULL);

-- The words of a name in alphabetical order, without articles: « Roy Zoé » equals « Zoé Roy », « La centrale des
-- solidaires » equals « Centrale des solidaires ».
CREATE FUNCTION directory.people_word_set(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT string_agg(DISTINCT word, ' ' ORDER BY word)
            FROM unnest(string_to_array(platform.fold(name), ' ')) AS word
            WHERE word <> '' AND word <> ALL ('{le,la,les,l,un,une,de,du,des,d,et,the,of,and,el,los,las,y}'::text[]));

-- The words of a search form. Each typed word begins a word of the name, and an index of words answers just that; a
-- trigram index is seven times as large and rechecks each name.
CREATE FUNCTION directory.people_name_words(search_form text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_to_tsvector(string_to_array(btrim(search_form), ' '));

CREATE TABLE directory.people_organisation (
    id             uuid        NOT NULL,
    version        integer     NOT NULL DEFAULT 1,
    name           text        NOT NULL,
    short_name     text,
    other_names    text[]      NOT NULL DEFAULT '{}',
    kind           text        NOT NULL DEFAULT 'OTHER',
    website        text,
    note           text,
    created_at     timestamptz NOT NULL DEFAULT now(),
    contact_points jsonb       NOT NULL DEFAULT '[]',
    contact_keys   text[]      NOT NULL
        GENERATED ALWAYS AS (directory.people_contact_keys(contact_points)) STORED,
    search_form    text        NOT NULL
        GENERATED ALWAYS AS (' ' || platform.fold(
            name || ' ' || coalesce(short_name, '') || ' ' || directory.people_joined(other_names))) STORED,
    place          text        CONSTRAINT people_organisation_place_is_a_code
        CHECK (place ~ '^(QC-(0[1-9]|1[0-7])|[A-Z]{2})$'),
    CONSTRAINT people_organisation_pk PRIMARY KEY (id),
    CONSTRAINT people_organisation_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 300),
    CONSTRAINT people_organisation_short_name_is_short_text
        CHECK (short_name = btrim(short_name) AND length(short_name) BETWEEN 1 AND 60),
    CONSTRAINT people_organisation_other_names_are_few CHECK (cardinality(other_names) <= 20),
    CONSTRAINT people_organisation_kind_is_known CHECK (kind IN (
        'UNION_CENTRAL', 'FEDERATION', 'REGIONAL_COUNCIL', 'LOCAL_UNION', 'UNION_SECTION', 'COMMITTEE',
        'COMMUNITY_GROUP', 'COALITION', 'PUBLIC_BODY', 'SCHOOL', 'MEDIA', 'FUNDER', 'PARTNER_ABROAD', 'OTHER')),
    CONSTRAINT people_organisation_website_is_an_address CHECK (website ~ '^https?://' AND length(website) <= 500),
    CONSTRAINT people_organisation_note_is_bounded CHECK (length(note) <= 20000),
    CONSTRAINT people_organisation_contact_points_are_sound
        CHECK (directory.people_contact_points_are_sound(contact_points))
);
COMMENT ON TABLE directory.people_organisation IS 'A union, a group, a public body, a partner: whoever acts as one';
COMMENT ON COLUMN directory.people_organisation.search_form IS 'Folded names; begins with a space, so that every word does';
COMMENT ON COLUMN directory.people_organisation.place IS 'QC-01 to QC-17, or a country by ISO 3166-1 alpha-2';
CREATE INDEX people_organisation_by_name ON directory.people_organisation (name COLLATE "fr-CA-x-icu", id);
CREATE INDEX people_organisation_by_kind ON directory.people_organisation (kind, name COLLATE "fr-CA-x-icu", id);
CREATE INDEX people_organisation_by_place ON directory.people_organisation (place, name COLLATE "fr-CA-x-icu", id);
CREATE INDEX people_organisation_by_contact ON directory.people_organisation USING gin (contact_keys);
CREATE INDEX people_organisation_by_exact_name ON directory.people_organisation
    USING gin (directory.people_called(name, short_name, other_names)) WITH (fastupdate = off);
CREATE INDEX people_organisation_by_domain ON directory.people_organisation
    USING gin (directory.people_domains(contact_points, website));
CREATE INDEX people_organisation_by_word_set ON directory.people_organisation (directory.people_word_set(name));
CREATE INDEX people_organisation_by_words ON directory.people_organisation
    USING gin (directory.people_name_words(search_form));
SELECT platform.audit_attach('directory.people_organisation');

CREATE TABLE directory.people_person (
    id             uuid               NOT NULL,
    version        integer            NOT NULL DEFAULT 1,
    given_name     text               NOT NULL DEFAULT '',
    family_name    text               NOT NULL DEFAULT '',
    display_form   text,
    pronoun        text,
    languages      text[]             NOT NULL DEFAULT '{}',
    note           text,
    created_at     timestamptz        NOT NULL DEFAULT now(),
    display_name   text               NOT NULL
        GENERATED ALWAYS AS (coalesce(display_form, btrim(given_name || ' ' || family_name))) STORED,
    sort_name      text               NOT NULL
        GENERATED ALWAYS AS (btrim(family_name || ' ' || given_name)) STORED,
    contact_points jsonb              NOT NULL DEFAULT '[]',
    contact_keys   text[] COLLATE "C" NOT NULL
        GENERATED ALWAYS AS (directory.people_contact_keys(contact_points)) STORED,
    -- The row of an erased person stays for minutes and hours that need one; it identifies nobody and no search finds
    -- it.
    forgotten_at   timestamptz,
    search_form    text               NOT NULL GENERATED ALWAYS AS (
        CASE WHEN forgotten_at IS NULL
             THEN ' ' || platform.fold(given_name || ' ' || family_name || ' ' || coalesce(display_form, ''))
             ELSE '' END) STORED,
    -- A protected person's row contains only her code name; directory.protection_vault contains her identity,
    -- encrypted.
    sealed_at      timestamptz,
    CONSTRAINT people_person_pk PRIMARY KEY (id),
    CONSTRAINT people_person_has_a_name CHECK (given_name <> '' OR family_name <> ''),
    CONSTRAINT people_person_given_name_is_short_text CHECK (given_name = btrim(given_name) AND length(given_name) <= 100),
    CONSTRAINT people_person_family_name_is_short_text
        CHECK (family_name = btrim(family_name) AND length(family_name) <= 100),
    CONSTRAINT people_person_display_form_is_short_text
        CHECK (display_form = btrim(display_form) AND length(display_form) BETWEEN 1 AND 200),
    CONSTRAINT people_person_pronoun_is_short_text
        CHECK (pronoun = btrim(pronoun) AND length(pronoun) BETWEEN 1 AND 40),
    CONSTRAINT people_person_languages_are_few CHECK (cardinality(languages) <= 10),
    CONSTRAINT people_person_note_is_bounded CHECK (length(note) <= 20000),
    CONSTRAINT people_person_contact_points_are_sound
        CHECK (directory.people_contact_points_are_sound(contact_points)),
    CONSTRAINT people_person_forgotten_says_nothing CHECK (forgotten_at IS NULL OR (
        given_name = '' AND family_name = '[retiré]' AND num_nonnulls(display_form, pronoun, note) = 0
        AND languages = '{}' AND contact_points = '[]')),
    CONSTRAINT people_person_sealed_says_a_code_name CHECK (sealed_at IS NULL OR (
        given_name = '' AND num_nonnulls(display_form, pronoun, note) = 0
        AND languages = '{}' AND contact_points = '[]'))
);
COMMENT ON TABLE directory.people_person IS 'Someone the organisation knows';
COMMENT ON COLUMN directory.people_person.display_form IS 'How she wants her name written, where it is not given name then family name';
COMMENT ON COLUMN directory.people_person.languages IS 'ISO 639 codes, the preferred one first';
COMMENT ON COLUMN directory.people_person.search_form IS 'Folded names; begins with a space, so that every word does';
COMMENT ON COLUMN directory.people_person.sealed_at IS 'Since when only a code name stands here; null where she is not at risk';
CREATE INDEX people_person_by_name ON directory.people_person (sort_name COLLATE "fr-CA-x-icu", id);
-- An import looks up thousands of addresses while it adds as many; with a pending list, each lookup would read all of
-- it.
CREATE INDEX people_person_by_contact ON directory.people_person USING gin (contact_keys) WITH (fastupdate = off);
CREATE INDEX people_person_sealed ON directory.people_person (id) WHERE sealed_at IS NOT NULL;
CREATE INDEX people_person_by_exact_name ON directory.people_person
    ((platform.fold(given_name || ' ' || family_name) COLLATE "C"));
CREATE INDEX people_person_by_whole_name ON directory.people_person ((platform.fold(display_name) COLLATE "C"))
    WHERE display_form IS NOT NULL;
CREATE INDEX people_person_by_words ON directory.people_person USING gin (directory.people_name_words(search_form));
SELECT platform.audit_attach('directory.people_person');

CREATE TABLE directory.people_function (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    person       uuid    NOT NULL,
    organisation uuid    NOT NULL,
    title        text    NOT NULL,
    since        date,
    until        date,
    CONSTRAINT people_function_pk PRIMARY KEY (id),
    CONSTRAINT people_function_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_function_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_function_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT people_function_begins_before_it_ends CHECK (since <= until)
);
COMMENT ON TABLE directory.people_function IS 'A function that someone holds in an organisation; both days belong to it';
CREATE INDEX people_function_by_person ON directory.people_function (person);
CREATE INDEX people_function_by_organisation ON directory.people_function (organisation);
SELECT platform.audit_attach('directory.people_function');

CREATE TABLE directory.people_affiliation (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    member  uuid    NOT NULL,
    parent  uuid    NOT NULL,
    nature  text    NOT NULL DEFAULT 'AFFILIATED',
    since   date,
    until   date,
    CONSTRAINT people_affiliation_pk PRIMARY KEY (id),
    CONSTRAINT people_affiliation_member_fk FOREIGN KEY (member) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_affiliation_parent_fk FOREIGN KEY (parent) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_affiliation_is_to_another CHECK (member <> parent),
    CONSTRAINT people_affiliation_nature_is_known
        CHECK (nature IN ('AFFILIATED', 'SECTION_OF', 'COMMITTEE_OF', 'MEMBER_OF')),
    CONSTRAINT people_affiliation_begins_before_it_ends CHECK (since <= until),
    CONSTRAINT people_affiliation_is_said_once EXCLUDE USING gist
        (member WITH =, parent WITH =, nature WITH =, daterange(since, until, '[]') WITH &&)
);
COMMENT ON TABLE directory.people_affiliation IS 'An organisation belongs to another from a day to a day, both included';
CREATE INDEX people_affiliation_by_member ON directory.people_affiliation (member);
CREATE INDEX people_affiliation_by_parent ON directory.people_affiliation (parent);
SELECT platform.audit_attach('directory.people_affiliation');

-- Each word of each name, once. A misspelled word is compared with these words, which are few; the rows are then found
-- by the words meant, as fast with a million people as with a thousand.
CREATE TABLE directory.people_word (
    word text COLLATE "C" NOT NULL,
    CONSTRAINT people_word_pk PRIMARY KEY (word)
);
COMMENT ON TABLE directory.people_word IS 'The folded words of the names of people and organisations; kept by triggers';
CREATE INDEX people_word_by_likeness ON directory.people_word USING gin (word gin_trgm_ops);

-- Exports of personal data: the actor, the time, and how many people.
CREATE TABLE directory.people_takeout (
    id          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    actor       uuid        NOT NULL,
    actor_label text        NOT NULL,
    form        text        NOT NULL,
    persons     bigint      NOT NULL,
    filtered    boolean     NOT NULL,
    CONSTRAINT people_takeout_pk PRIMARY KEY (id),
    CONSTRAINT people_takeout_persons_are_counted CHECK (persons >= 0),
    CONSTRAINT people_takeout_form_is_known CHECK (form IN ('CSV', 'XLSX', 'PAPER', 'ACCESS'))
);
COMMENT ON TABLE directory.people_takeout IS 'A list of people that left as a file or on paper; never what it held';
COMMENT ON COLUMN directory.people_takeout.persons IS 'Counted up to 10,001, which stands for more';
CREATE INDEX people_takeout_by_time ON directory.people_takeout (at DESC, id);
SELECT platform.audit_attach('directory.people_takeout');

-- A record that a merge replaced. For thirty days the row can undo the merge; afterwards it only redirects old
-- addresses and matches imported lists.
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

-- Two records that may be duplicates: proposed, or dismissed for good. Either record may be deleted meanwhile, so there
-- is no foreign key; pages join both.
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

-- Progress of the search for duplicates: the version of each record that it compared last.
CREATE TABLE directory.people_looked (
    id         uuid    NOT NULL,
    version    integer NOT NULL,
    words_hash bigint,
    CONSTRAINT people_looked_pk PRIMARY KEY (id)
);
CREATE INDEX people_looked_by_words_hash ON directory.people_looked (words_hash) WHERE words_hash IS NOT NULL;

-- The list of people offers these languages as a filter. Triggers add them, so that the menu does not read a million
-- people. A language that no one speaks any more stays.
CREATE TABLE directory.people_language (
    code text COLLATE "C" NOT NULL,
    CONSTRAINT people_language_pk PRIMARY KEY (code)
);
COMMENT ON TABLE directory.people_language IS 'The languages that people speak; kept by triggers';

-- Redaction of stored files after an erasure: the names stay encrypted until all files are redacted.
CREATE TABLE directory.people_forgetting (
    person     uuid        NOT NULL,
    sealed     text,
    ended_at   timestamptz,
    left_files uuid[]      NOT NULL DEFAULT '{}',
    CONSTRAINT people_forgetting_pk PRIMARY KEY (person),
    CONSTRAINT people_forgetting_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_forgetting_knows_her_until_its_end CHECK ((sealed IS NULL) = (ended_at IS NOT NULL))
);
COMMENT ON TABLE directory.people_forgetting IS 'How far the name of who was forgotten was taken out of stored files';
COMMENT ON COLUMN directory.people_forgetting.sealed IS 'How she was called and reached, under the keys';
COMMENT ON COLUMN directory.people_forgetting.left_files IS 'Files that still name her and cannot be written anew';
SELECT platform.audit_attach('directory.people_forgetting', '{sealed}');

-- On no day may an organisation belong to itself through others. A lock serialises writers: two of them could each
-- close one half of a circle.
CREATE FUNCTION directory.people_refuse_circle() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('directory.people_affiliation'));
    IF EXISTS (
        WITH RECURSIVE upward AS (
            SELECT NEW.parent AS organisation, daterange(NEW.since, NEW.until, '[]') AS days
            UNION
            SELECT a.parent, upward.days * daterange(a.since, a.until, '[]')
            FROM upward JOIN directory.people_affiliation a ON a.member = upward.organisation
            WHERE upward.organisation <> NEW.member
              AND a.id <> NEW.id
              AND upward.days && daterange(a.since, a.until, '[]')
        )
        SELECT FROM upward WHERE organisation = NEW.member
    ) THEN
        RAISE EXCEPTION 'an affiliation would close a circle'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'people_affiliation_closes_no_circle',
                  SCHEMA = 'directory', TABLE = 'people_affiliation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER people_affiliation_closes_no_circle
    AFTER INSERT OR UPDATE ON directory.people_affiliation
    FOR EACH ROW EXECUTE FUNCTION directory.people_refuse_circle();

CREATE FUNCTION directory.people_words(search_form text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN unnest(string_to_array(btrim(search_form), ' '));

-- Words are inserted in alphabetical order, so that two imports that add the same words never deadlock.
CREATE FUNCTION directory.people_learn_words() RETURNS trigger
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

-- Deletes the words that no name contains any more, since a word may identify a person. The index of words answers
-- this.
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

-- Candidates for a misspelled word, by common trigrams; the application chooses among them.
CREATE FUNCTION directory.people_words_like(typed text) RETURNS TABLE (word text)
    LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.3 AS $$
        SELECT w.word FROM directory.people_word w WHERE typed OPERATOR(public.<%) w.word
        ORDER BY public.word_similarity(typed, w.word) DESC, w.word LIMIT 100
    $$;

-- The names of a person, and those of a record that hers replaced for as long as its row exists.
CREATE FUNCTION directory.people_names(who uuid, parts boolean) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT DISTINCT name FROM (
        SELECT given_name, family_name, display_form, contact_points FROM directory.people_person WHERE id = who
        UNION ALL
        SELECT undo -> 'row' ->> 'given_name', undo -> 'row' ->> 'family_name', undo -> 'row' ->> 'display_form',
               undo -> 'row' -> 'contact_points'
        FROM directory.people_alias WHERE id = who AND person IS NOT NULL AND undo IS NOT NULL) AS p, LATERAL (
        SELECT unnest(ARRAY[btrim(p.given_name || ' ' || p.family_name), btrim(p.family_name || ' ' || p.given_name),
                            p.display_form])
        UNION SELECT point ->> 'value' FROM jsonb_array_elements(p.contact_points) AS point
        UNION SELECT unnest(ARRAY[p.given_name, p.family_name]) WHERE parts) AS n (name)
    WHERE length(name) > 2
    UNION
    SELECT name FROM directory.people_alias a, unnest(a.names || a.contact_keys) AS name
    WHERE a.id = who AND a.person IS NOT NULL AND a.undo IS NULL AND length(name) > 2
$$;
COMMENT ON FUNCTION directory.people_names IS
    'Her names in full and how she is reached; each of her names alone as well, where a text is about her';

CREATE FUNCTION directory.people_instead(said text, who uuid, parts boolean, stand_in text) RETURNS text
    LANGUAGE sql STABLE AS $$
    SELECT platform.instead(said, ARRAY(SELECT directory.people_names(who, parts)), stand_in)
$$;
COMMENT ON FUNCTION directory.people_instead IS 'A text in which something else stands for somebody';

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


-- exchange ------------------------------------------------------------------------------------------------------------
-- Mails, calls, meetings and letters, and with whom.

CREATE FUNCTION directory.exchange_words(subject text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, subject), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, subject), 'A')
        || setweight(to_tsvector('platform.es'::regconfig, subject), 'A')
        || to_tsvector('platform.fr'::regconfig, body)
        || to_tsvector('platform.en'::regconfig, body)
        || to_tsvector('platform.es'::regconfig, body);

CREATE TABLE directory.exchange (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    happened_on date        NOT NULL,
    channel     text        NOT NULL,
    subject     text        NOT NULL,
    body        text        NOT NULL DEFAULT '',
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    words       tsvector    NOT NULL GENERATED ALWAYS AS (directory.exchange_words(subject, body)) STORED,
    CONSTRAINT exchange_pk PRIMARY KEY (id),
    CONSTRAINT exchange_channel_is_known CHECK (channel IN ('MAIL', 'PHONE', 'MEETING', 'LETTER', 'OTHER')),
    CONSTRAINT exchange_subject_is_short_text CHECK (subject = btrim(subject) AND length(subject) BETWEEN 1 AND 300),
    CONSTRAINT exchange_body_is_bounded CHECK (length(body) <= 20000)
);
COMMENT ON TABLE directory.exchange IS 'A mail, a call, a meeting or a letter with someone; personal data';
COMMENT ON COLUMN directory.exchange.body IS 'What was said, as plain text';
COMMENT ON COLUMN directory.exchange.recorded_by IS 'The account that recorded it';
CREATE INDEX exchange_by_day ON directory.exchange (happened_on DESC, id DESC);
CREATE INDEX exchange_by_words ON directory.exchange USING gin (words);
SELECT platform.audit_attach('directory.exchange');

CREATE TABLE directory.exchange_person (
    exchange uuid NOT NULL,
    person   uuid NOT NULL,
    CONSTRAINT exchange_person_pk PRIMARY KEY (exchange, person),
    CONSTRAINT exchange_person_exchange_fk FOREIGN KEY (exchange) REFERENCES directory.exchange (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exchange_person_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.exchange_person IS 'With which people';
CREATE INDEX exchange_person_by_person ON directory.exchange_person (person, exchange);
SELECT platform.audit_attach('directory.exchange_person');

CREATE TABLE directory.exchange_organisation (
    exchange     uuid NOT NULL,
    organisation uuid NOT NULL,
    CONSTRAINT exchange_organisation_pk PRIMARY KEY (exchange, organisation),
    CONSTRAINT exchange_organisation_exchange_fk FOREIGN KEY (exchange) REFERENCES directory.exchange (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exchange_organisation_organisation_fk
        FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.exchange_organisation IS 'With which organisations';
CREATE INDEX exchange_organisation_by_organisation ON directory.exchange_organisation (organisation, exchange);
SELECT platform.audit_attach('directory.exchange_organisation');


-- handover ------------------------------------------------------------------------------------------------------------
-- What became of everything that a person held. Rows never change, except references when two records are merged, and
-- names that are redacted.

CREATE TABLE directory.handover (
    id          uuid        NOT NULL,
    person      uuid        NOT NULL,
    last_day    date        NOT NULL,
    note        text        NOT NULL DEFAULT '',
    passed_at   timestamptz NOT NULL,
    passed_by   uuid        NOT NULL,
    passed_name text        NOT NULL,
    CONSTRAINT handover_pk PRIMARY KEY (id),
    CONSTRAINT handover_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT handover_note_is_bounded CHECK (length(note) <= 30000)
);
COMMENT ON TABLE directory.handover IS 'All that somebody held was passed on, or ended with her last day';
COMMENT ON COLUMN directory.handover.note IS 'Markdown, for whoever takes over';
COMMENT ON COLUMN directory.handover.passed_by IS 'The account of who passed it on';
CREATE INDEX handover_by_person ON directory.handover (person, last_day);
SELECT platform.audit_attach('directory.handover');

CREATE TABLE directory.handover_item (
    handover  uuid    NOT NULL,
    position  integer NOT NULL,
    kind      text    NOT NULL,
    fate      text    NOT NULL,
    thing     uuid    NOT NULL,
    what      text    NOT NULL,
    detail    text,
    url       text,
    due       date,
    successor uuid,
    CONSTRAINT handover_item_pk PRIMARY KEY (handover, position),
    CONSTRAINT handover_item_handover_fk FOREIGN KEY (handover) REFERENCES directory.handover (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT handover_item_successor_fk FOREIGN KEY (successor) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT handover_item_fate_is_known CHECK (fate IN ('PASSES', 'ENDS', 'REMAINS')),
    CONSTRAINT handover_item_passes_to_someone CHECK ((fate = 'PASSES') = (successor IS NOT NULL)),
    CONSTRAINT handover_item_url_is_ours CHECK (url ~ '^/[^/]')
);
COMMENT ON TABLE directory.handover_item IS 'A thing that somebody held, as it was called then, and what became of it';
COMMENT ON COLUMN directory.handover_item.thing IS 'By which its holding knows it; it may be gone since';
CREATE INDEX handover_item_by_successor ON directory.handover_item (successor);
SELECT platform.audit_attach('directory.handover_item');

CREATE TABLE directory.handover_note (
    handover  uuid NOT NULL,
    successor uuid NOT NULL,
    read_at   timestamptz,
    CONSTRAINT handover_note_pk PRIMARY KEY (handover, successor),
    CONSTRAINT handover_note_handover_fk FOREIGN KEY (handover) REFERENCES directory.handover (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT handover_note_successor_fk FOREIGN KEY (successor) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.handover_note IS 'Who took over, and when she said that she read what was left to her';
CREATE INDEX handover_note_by_successor ON directory.handover_note (successor) WHERE read_at IS NULL;
SELECT platform.audit_attach('directory.handover_note');

CREATE FUNCTION directory.handover_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told     CONSTANT text[] := TG_ARGV[1:];
    stand_in CONSTANT text := coalesce(nullif(current_setting('convergence.stand_in', true), ''), '[retiré]');
    known    jsonb := to_jsonb(OLD);
    asked    jsonb;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        asked := to_jsonb(NEW);
        -- A text may only lose what something else stands for since.
        IF known - TG_ARGV[0] - told = asked - TG_ARGV[0] - told AND NOT EXISTS (
            SELECT FROM unnest(told) AS each
            WHERE known ->> each IS DISTINCT FROM asked ->> each
              AND NOT coalesce(known ->> each LIKE
                      replace(regexp_replace(asked ->> each, '([\\%_])', '\\\1', 'g'), stand_in, '%'), false)) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A hand-over is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER handover_stays BEFORE UPDATE OR DELETE ON directory.handover
    FOR EACH ROW EXECUTE FUNCTION directory.handover_refuse('person', 'note', 'passed_name');
CREATE TRIGGER handover_item_stays BEFORE UPDATE OR DELETE ON directory.handover_item
    FOR EACH ROW EXECUTE FUNCTION directory.handover_refuse('successor', 'what', 'detail');


-- consent -------------------------------------------------------------------------------------------------------------
-- To whom one may write and why; who answers for personal data, incidents, and requests. Entries are only ever added
-- to.

-- The last day on which a consent holds, as the rule in Java computes it.
CREATE FUNCTION directory.consent_until(basis text, happened_on date, ended_on date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN basis IN ('MEMBER', 'CONTRACT') THEN (ended_on + interval '2 years' - interval '1 day')::date
        WHEN basis = 'PURCHASE' THEN (coalesce(ended_on, happened_on) + interval '2 years' - interval '1 day')::date
        WHEN basis IN ('DONATION', 'VOLUNTEERING', 'ATTENDANCE')
            THEN (happened_on + interval '2 years' - interval '1 day')::date
        WHEN basis = 'INQUIRY' THEN (happened_on + interval '6 months' - interval '1 day')::date
        WHEN basis = 'REFERRAL' THEN happened_on
    END;

CREATE TABLE directory.consent_entry (
    id              uuid        NOT NULL,
    person          uuid        NOT NULL,
    kind            text        NOT NULL,
    channel         text,
    purpose         text,
    basis           text,
    happened_on     date        NOT NULL,
    ended_on        date,
    until           date        GENERATED ALWAYS AS (directory.consent_until(basis, happened_on, ended_on)) STORED,
    method          text        NOT NULL,
    wording         text,
    wording_version text,
    source          text,
    about           text,
    country         text,
    recorded_by     uuid        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    CONSTRAINT consent_entry_pk PRIMARY KEY (id),
    CONSTRAINT consent_entry_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT consent_entry_kind_is_known CHECK (kind IN ('GIVEN', 'WITHDRAWN')),
    CONSTRAINT consent_entry_channel_is_known CHECK (channel IN ('MAIL', 'TEXT', 'MESSAGING')),
    CONSTRAINT consent_entry_purpose_is_hers CHECK (purpose IN ('NEWS', 'ACTIONS', 'EVENTS', 'APPEALS')),
    CONSTRAINT consent_entry_basis_is_known CHECK (basis IN (
        'EXPRESS', 'MEMBER', 'PURCHASE', 'CONTRACT', 'INQUIRY', 'PUBLISHED', 'DISCLOSED', 'REFERRAL', 'FOREIGN', 'DONATION',
        'VOLUNTEERING', 'ATTENDANCE', 'EXEMPT', 'UNKNOWN')),
    CONSTRAINT consent_entry_given_rests_on_a_basis CHECK ((kind = 'GIVEN') = (basis IS NOT NULL)),
    CONSTRAINT consent_entry_given_names_its_channel CHECK (kind = 'WITHDRAWN' OR channel IS NOT NULL),
    CONSTRAINT consent_entry_yes_has_purpose_and_words CHECK (basis IS DISTINCT FROM 'EXPRESS'
        OR (purpose IS NOT NULL AND wording IS NOT NULL AND wording_version IS NOT NULL)),
    CONSTRAINT consent_entry_address_has_source_and_role CHECK (basis IS NULL OR basis NOT IN ('PUBLISHED', 'DISCLOSED')
        OR (source IS NOT NULL AND about IS NOT NULL)),
    CONSTRAINT consent_entry_exception_says_why CHECK (basis IS NULL OR basis NOT IN ('REFERRAL', 'FOREIGN', 'EXEMPT')
        OR about IS NOT NULL),
    CONSTRAINT consent_entry_foreign_has_a_country CHECK ((basis IS NOT DISTINCT FROM 'FOREIGN') = (country IS NOT NULL)),
    CONSTRAINT consent_entry_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT consent_entry_ends_after_it_began CHECK (happened_on <= ended_on),
    CONSTRAINT consent_entry_end_is_of_what_lasts
        CHECK (ended_on IS NULL OR (basis IS NOT NULL AND basis IN ('MEMBER', 'PURCHASE', 'CONTRACT'))),
    CONSTRAINT consent_entry_method_is_known
        CHECK (method IN ('FORM', 'PAPER', 'ORAL', 'MESSAGE', 'PREFERENCES', 'ONE_CLICK')),
    CONSTRAINT consent_entry_texts_are_bounded CHECK (
        length(wording) BETWEEN 1 AND 4000 AND length(wording_version) BETWEEN 1 AND 100
        AND length(source) BETWEEN 1 AND 1000 AND length(about) BETWEEN 1 AND 500)
);
COMMENT ON TABLE directory.consent_entry IS 'What someone consented to or withdrew, or what else one may write to her on; personal data';
COMMENT ON COLUMN directory.consent_entry.channel IS 'By what; of a withdrawal, NULL for all';
COMMENT ON COLUMN directory.consent_entry.purpose IS 'For what; NULL for all that the basis serves, or of a withdrawal for all that she can stop';
COMMENT ON COLUMN directory.consent_entry.happened_on IS 'The day of the yes, of the no, of the purchase, of the admission';
COMMENT ON COLUMN directory.consent_entry.ended_on IS 'When the membership, the subscription or the contract ended';
COMMENT ON COLUMN directory.consent_entry.until IS 'The last day on which it holds; NULL without end';
COMMENT ON COLUMN directory.consent_entry.wording IS 'The exact words that she said yes to';
COMMENT ON COLUMN directory.consent_entry.source IS 'The paper, the page or the card that proves it';
COMMENT ON COLUMN directory.consent_entry.about IS 'Her role, who referred her, the relationship or the law, as the basis asks';
COMMENT ON COLUMN directory.consent_entry.recorded_by IS 'The account; the nil UUID for herself, by her link';
CREATE INDEX consent_entry_by_person ON directory.consent_entry (person, happened_on, recorded_at);
SELECT platform.audit_attach('directory.consent_entry');

-- An address that withdrew consent, as a keyed mark: it survives the erasure of the person and identifies nobody.
CREATE TABLE directory.consent_mark (
    id        uuid        NOT NULL,
    mark      text        NOT NULL,
    channel   text,
    purpose   text,
    asked_on  date        NOT NULL,
    marked_at timestamptz NOT NULL,
    CONSTRAINT consent_mark_pk PRIMARY KEY (id),
    CONSTRAINT consent_mark_channel_is_known CHECK (channel IN ('MAIL', 'TEXT', 'MESSAGING')),
    CONSTRAINT consent_mark_purpose_is_hers CHECK (purpose IN ('NEWS', 'ACTIONS', 'EVENTS', 'APPEALS')),
    CONSTRAINT consent_mark_is_a_mark CHECK (mark ~ '^[A-Za-z0-9_-]{20,100}$')
);
COMMENT ON TABLE directory.consent_mark IS 'An address that asked for no more, as a keyed mark';
CREATE INDEX consent_mark_by_mark ON directory.consent_mark (mark);

-- What the laws on messages and personal data need to know of the organisation: one row, created when it is first
-- entered.
CREATE TABLE directory.consent_setting (
    id                    uuid    NOT NULL,
    version               integer NOT NULL DEFAULT 1,
    only_one              boolean NOT NULL DEFAULT true,
    charity_registered_on date,
    sender_address        text,
    sender_contact        text,
    privacy_title         text,
    privacy_contact       text,
    CONSTRAINT consent_setting_pk PRIMARY KEY (id),
    CONSTRAINT consent_setting_stands_alone UNIQUE (only_one),
    CONSTRAINT consent_setting_is_one CHECK (only_one),
    CONSTRAINT consent_setting_texts_are_bounded
        CHECK (length(sender_address) BETWEEN 1 AND 500 AND length(sender_contact) BETWEEN 1 AND 300),
    CONSTRAINT consent_setting_privacy_is_bounded
        CHECK (length(privacy_title) BETWEEN 1 AND 200 AND length(privacy_contact) BETWEEN 1 AND 300)
);
COMMENT ON TABLE directory.consent_setting IS 'What the organisation is before the laws on messages and personal data';
COMMENT ON COLUMN directory.consent_setting.charity_registered_on IS 'Since when it is a registered charity; NULL while it is none';
COMMENT ON COLUMN directory.consent_setting.sender_contact IS 'A telephone number, a mail address or a page, beside the mailing address';
COMMENT ON COLUMN directory.consent_setting.privacy_title IS 'The title of who answers for personal data, as it is published';
SELECT platform.audit_attach('directory.consent_setting');

-- Links to a person's preferences. They need no account and never expire, so that withdrawing always works.
CREATE TABLE directory.consent_link (
    id      uuid        NOT NULL,
    person  uuid        NOT NULL,
    token   bytea       NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT consent_link_pk PRIMARY KEY (id),
    CONSTRAINT consent_link_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT consent_link_token_is_unique UNIQUE (token)
);
COMMENT ON TABLE directory.consent_link IS 'An address by which someone sees and changes what she receives';
COMMENT ON COLUMN directory.consent_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX consent_link_by_person ON directory.consent_link (person);

CREATE TABLE directory.consent_incident (
    id                  uuid        NOT NULL,
    version             integer     NOT NULL DEFAULT 1,
    information         text        NOT NULL,
    circumstances       text        NOT NULL,
    happened            text        NOT NULL,
    known_on            date        NOT NULL,
    persons             text        NOT NULL,
    assessment          text        NOT NULL,
    serious             boolean     NOT NULL,
    commission_told_on  date,
    persons_told_on     date,
    public_notice       text,
    measures            text        NOT NULL,
    recorded_by         uuid        NOT NULL,
    recorded_at         timestamptz NOT NULL,
    CONSTRAINT consent_incident_pk PRIMARY KEY (id),
    CONSTRAINT consent_incident_texts_are_bounded CHECK (
        length(information) BETWEEN 1 AND 4000 AND length(circumstances) BETWEEN 1 AND 4000
        AND length(happened) BETWEEN 1 AND 200 AND length(persons) BETWEEN 1 AND 200
        AND length(assessment) BETWEEN 1 AND 4000 AND length(measures) BETWEEN 1 AND 4000
        AND length(public_notice) BETWEEN 1 AND 1000),
    CONSTRAINT consent_incident_notices_are_of_serious_ones
        CHECK (serious OR (commission_told_on IS NULL AND persons_told_on IS NULL AND public_notice IS NULL)),
    CONSTRAINT consent_incident_is_told_after_it_is_known
        CHECK (commission_told_on >= known_on AND persons_told_on >= known_on)
);
COMMENT ON TABLE directory.consent_incident IS 'Access to, use, loss or communication of personal data that was not allowed, serious or not';
COMMENT ON COLUMN directory.consent_incident.happened IS 'The day or the period, or about when';
COMMENT ON COLUMN directory.consent_incident.persons IS 'How many, or about how many; in Québec and in all';
COMMENT ON COLUMN directory.consent_incident.assessment IS 'What lets one conclude that there is a risk of serious injury, or none';
COMMENT ON COLUMN directory.consent_incident.public_notice IS 'Whether and why the public was told';
CREATE INDEX consent_incident_by_day ON directory.consent_incident (known_on DESC, id DESC);
SELECT platform.audit_attach('directory.consent_incident');

CREATE TABLE directory.consent_request (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    person      uuid,
    kind        text        NOT NULL,
    asked       text        NOT NULL,
    received_on date        NOT NULL,
    answered_on date,
    granted     boolean,
    answer      text,
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT consent_request_pk PRIMARY KEY (id),
    CONSTRAINT consent_request_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT consent_request_kind_is_known
        CHECK (kind IN ('ACCESS', 'CORRECTION', 'PORTABILITY', 'ERASURE', 'DEINDEXING')),
    CONSTRAINT consent_request_texts_are_bounded
        CHECK (length(asked) BETWEEN 1 AND 4000 AND length(answer) BETWEEN 1 AND 4000),
    CONSTRAINT consent_request_is_answered_whole
        CHECK ((answered_on IS NULL) = (granted IS NULL) AND (granted IS NULL OR granted OR answer IS NOT NULL)),
    CONSTRAINT consent_request_is_answered_after_it_came CHECK (received_on <= answered_on)
);
COMMENT ON TABLE directory.consent_request IS 'What someone asked about her personal data, in writing; answered within 30 days';
COMMENT ON COLUMN directory.consent_request.answer IS 'Of a refusal, the reasons, the provision and the recourse';
CREATE INDEX consent_request_by_day ON directory.consent_request (received_on DESC, id DESC);
CREATE INDEX consent_request_by_person ON directory.consent_request (person);
SELECT platform.audit_attach('directory.consent_request');

CREATE FUNCTION directory.consent_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Whose it is may change when two prove to be one, and what names her may go when she is forgotten.
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{person,source,about,until}'::text[]
            = to_jsonb(NEW) - '{person,source,about,until}'::text[]
            AND (NEW.source IS NOT DISTINCT FROM OLD.source OR NEW.source = '[retiré]')
            AND (NEW.about IS NOT DISTINCT FROM OLD.about OR NEW.about = '[retiré]') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was consented to is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER consent_entry_stays BEFORE UPDATE OR DELETE ON directory.consent_entry
    FOR EACH ROW EXECUTE FUNCTION directory.consent_refuse();

CREATE FUNCTION directory.consent_keep_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A mark is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER consent_mark_stays BEFORE UPDATE OR DELETE ON directory.consent_mark
    FOR EACH ROW EXECUTE FUNCTION directory.consent_keep_mark();

CREATE FUNCTION directory.consent_keep_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An incident stays in the register' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER consent_incident_stays BEFORE DELETE ON directory.consent_incident
    FOR EACH ROW EXECUTE FUNCTION directory.consent_keep_incident();


-- protection ----------------------------------------------------------------------------------------------------------
-- People at risk: their identity is encrypted under the keys of the installation, which no backup contains; the
-- directory shows a code name.

CREATE TABLE directory.protection_vault (
    person       uuid        NOT NULL,
    version      integer     NOT NULL DEFAULT 1,
    sealed       text        NOT NULL,
    entered_so   boolean     NOT NULL,
    sealed_at    timestamptz NOT NULL,
    sealed_by    uuid        NOT NULL,
    sealed_label text        NOT NULL,
    CONSTRAINT protection_vault_pk PRIMARY KEY (person),
    CONSTRAINT protection_vault_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.protection_vault IS 'What identifies someone at risk, as nobody reads it without the keys';
COMMENT ON COLUMN directory.protection_vault.entered_so IS 'Whether her name never stood here in clear';
SELECT platform.audit_attach('directory.protection_vault', '{sealed}');

CREATE TABLE directory.protection_mark (
    person uuid NOT NULL,
    kind   text NOT NULL,
    mark   text NOT NULL,
    CONSTRAINT protection_mark_pk PRIMARY KEY (person, kind, mark),
    CONSTRAINT protection_mark_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT protection_mark_kind_is_known CHECK (kind IN ('NAME', 'GIVEN', 'FAMILY', 'WORD', 'ADDRESS'))
);
COMMENT ON TABLE directory.protection_mark IS 'Keyed marks by which someone is recognised without being shown';
CREATE INDEX protection_mark_by_mark ON directory.protection_mark (mark, kind);

CREATE TABLE directory.protection_ring (
    mark text NOT NULL,
    CONSTRAINT protection_ring_pk PRIMARY KEY (mark)
);
COMMENT ON TABLE directory.protection_ring IS 'By which it is known whether the keys are those under which people were sealed';

CREATE TABLE directory.protection_opener (
    person  uuid NOT NULL,
    account uuid NOT NULL,
    CONSTRAINT protection_opener_pk PRIMARY KEY (person, account),
    CONSTRAINT protection_opener_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.protection_opener IS 'Whose accounts may open an identity, with a reason';
CREATE INDEX protection_opener_by_account ON directory.protection_opener (account);
SELECT platform.audit_attach('directory.protection_opener');

CREATE TABLE directory.protection_gesture (
    id             uuid        NOT NULL,
    person         uuid        NOT NULL,
    kind           text        NOT NULL,
    account        uuid        NOT NULL,
    account_label  text        NOT NULL,
    reason         text,
    made_at        timestamptz NOT NULL,
    alone          boolean     NOT NULL DEFAULT false,
    second_label   text,
    reviewed_at    timestamptz,
    reviewed_by    uuid,
    reviewed_label text,
    review         text,
    CONSTRAINT protection_gesture_pk PRIMARY KEY (id),
    CONSTRAINT protection_gesture_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT protection_gesture_reason_is_bounded CHECK (length(reason) BETWEEN 1 AND 1000),
    CONSTRAINT protection_gesture_review_is_bounded CHECK (length(review) BETWEEN 1 AND 1000),
    CONSTRAINT protection_gesture_review_names_who
        CHECK (num_nonnulls(reviewed_at, reviewed_by, reviewed_label) IN (0, 3)),
    CONSTRAINT protection_gesture_is_reviewed_by_another CHECK (reviewed_by <> account),
    CONSTRAINT protection_gesture_kind_is_known
        CHECK (kind IN ('SEALED', 'OPENED', 'CORRECTED', 'GIVEN', 'LISTED', 'JOINED', 'FORGOTTEN', 'RECOGNISED'))
);
COMMENT ON TABLE directory.protection_gesture IS 'Who did what with a sealed identity, and why; never the identity';
COMMENT ON COLUMN directory.protection_gesture.alone IS 'Whether two were needed and one acted: another reviews it';
CREATE INDEX protection_gesture_by_person ON directory.protection_gesture (person, made_at DESC);
CREATE INDEX protection_gesture_to_review ON directory.protection_gesture (made_at) WHERE alone AND reviewed_at IS NULL;
SELECT platform.audit_attach('directory.protection_gesture', '{reason,review}');

CREATE TABLE directory.protection_consent (
    id             uuid        NOT NULL,
    version        integer     NOT NULL DEFAULT 1,
    person         uuid        NOT NULL,
    use            text        NOT NULL,
    given_by       text        NOT NULL,
    how            text        NOT NULL,
    given_on       date        NOT NULL,
    until          date        NOT NULL,
    recorded_by    uuid        NOT NULL,
    recorded_label text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    withdrawn_on   date,
    CONSTRAINT protection_consent_pk PRIMARY KEY (id),
    CONSTRAINT protection_consent_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT protection_consent_use_is_known CHECK (use IN ('TEAM', 'PARTNERS', 'PUBLIC')),
    CONSTRAINT protection_consent_given_by_is_known CHECK (given_by IN ('HERSELF', 'MANDATARY')),
    CONSTRAINT protection_consent_how_is_short_text CHECK (length(how) BETWEEN 1 AND 500),
    CONSTRAINT protection_consent_begins_before_it_ends CHECK (given_on <= until)
);
COMMENT ON TABLE directory.protection_consent IS 'For which use someone at risk lets her name be said, and until when';
CREATE INDEX protection_consent_by_person ON directory.protection_consent (person, until);
SELECT platform.audit_attach('directory.protection_consent');

CREATE TABLE directory.protection_settings (
    only_one boolean NOT NULL DEFAULT true,
    version  integer NOT NULL DEFAULT 1,
    second   uuid,
    CONSTRAINT protection_settings_pk PRIMARY KEY (only_one),
    CONSTRAINT protection_settings_are_one CHECK (only_one)
);
COMMENT ON COLUMN directory.protection_settings.second IS 'The account that is told at once where two are needed and one acts';
INSERT INTO directory.protection_settings DEFAULT VALUES;
SELECT platform.audit_attach('directory.protection_settings');

-- How far the name of a protected person was removed from stored data, and which backups still contain it.
CREATE TABLE directory.protection_sweep (
    person     uuid        NOT NULL,
    ended_at   timestamptz NOT NULL,
    texts      integer     NOT NULL,
    files      integer     NOT NULL,
    left_files uuid[]      NOT NULL,
    left_in    text[]      NOT NULL,
    backups    text[]      NOT NULL,
    CONSTRAINT protection_sweep_pk PRIMARY KEY (person),
    CONSTRAINT protection_sweep_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON COLUMN directory.protection_sweep.texts IS 'How many rows were changed, all times together';
COMMENT ON COLUMN directory.protection_sweep.left_files IS 'Files that still name her, since the application cannot write them anew';
COMMENT ON COLUMN directory.protection_sweep.left_in IS 'Tables of which a rule kept a row as it was';
COMMENT ON COLUMN directory.protection_sweep.backups IS 'Backups of the folder that hold her name';
SELECT platform.audit_attach('directory.protection_sweep');


-- representative ------------------------------------------------------------------------------------------------------
-- The page that a member organisation opens by a link, and the corrections that its representative proposes.

CREATE TABLE directory.representative_link (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    token_hash   bytea       NOT NULL,
    made_at      timestamptz NOT NULL,
    made_by      uuid        NOT NULL,
    until        date        NOT NULL,
    opened_at    timestamptz,
    CONSTRAINT representative_link_pk PRIMARY KEY (id),
    CONSTRAINT representative_link_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT representative_link_token_key UNIQUE (token_hash)
);
COMMENT ON TABLE directory.representative_link IS 'A link that opens one organisation''s page; one that was taken back is gone';
COMMENT ON COLUMN directory.representative_link.token_hash IS 'SHA-256 of the secret in the address';
COMMENT ON COLUMN directory.representative_link.until IS 'The last day on which it opens something';
CREATE INDEX representative_link_by_organisation ON directory.representative_link (organisation, made_at);
CREATE INDEX representative_link_by_end ON directory.representative_link (until);
SELECT platform.backup_leave_out('directory.representative_link', 'hashes of secrets; a new link is a gesture away');

CREATE TABLE directory.representative_proposal (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    kind         text        NOT NULL,
    item         uuid        NOT NULL,
    field        text        NOT NULL,
    stood        text        NOT NULL,
    proposed     text        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    state        text        NOT NULL,
    decided_at   timestamptz,
    decided_by   uuid,
    said_for     date,
    CONSTRAINT representative_proposal_pk PRIMARY KEY (id),
    CONSTRAINT representative_proposal_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT representative_proposal_is_bounded CHECK (
        length(kind) BETWEEN 3 AND 60 AND length(field) BETWEEN 1 AND 40 AND length(stood) <= 2000
        AND length(proposed) <= 2000),
    CONSTRAINT representative_proposal_state_is_known CHECK (state IN ('PENDING', 'ACCEPTED', 'REFUSED')),
    CONSTRAINT representative_proposal_is_decided_whole CHECK (
        num_nulls(decided_at, decided_by) IN (0, 2) AND (state = 'PENDING') = (decided_at IS NULL))
);
COMMENT ON TABLE directory.representative_proposal IS 'A field that a representative would have otherwise, until the team decides; gone 90 days after';
COMMENT ON COLUMN directory.representative_proposal.kind IS 'What it is a field of, by the name of the room that keeps it';
COMMENT ON COLUMN directory.representative_proposal.stood IS 'What stood when it was proposed';
COMMENT ON COLUMN directory.representative_proposal.said_for IS 'Of what day it is said; null where it is of none, or none was said';
CREATE UNIQUE INDEX representative_proposal_waits_once ON directory.representative_proposal
    (organisation, kind, item, field) WHERE state = 'PENDING';
CREATE INDEX representative_proposal_by_organisation ON directory.representative_proposal (organisation, state);
CREATE INDEX representative_proposal_by_decision ON directory.representative_proposal (decided_at);
