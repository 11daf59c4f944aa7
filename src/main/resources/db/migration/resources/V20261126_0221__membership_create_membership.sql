-- Who belongs to the organisation, from when to when and by which decision; and how many people each organisation says it
-- has. Admitted, in good standing and paid are three facts: only the first is here.
CREATE SCHEMA IF NOT EXISTS resources;

CREATE TABLE resources.membership_category (
    id              uuid    NOT NULL,
    version         integer NOT NULL DEFAULT 1,
    code            text    NOT NULL,
    name            text    NOT NULL,
    kind            text    NOT NULL,
    description     text,
    source          text,
    least_headcount integer,
    ended_on        date,
    CONSTRAINT membership_category_pk PRIMARY KEY (id),
    CONSTRAINT membership_category_code_key UNIQUE (code),
    CONSTRAINT membership_category_code_is_short CHECK (code ~ '^[A-Z0-9]{1,10}$'),
    CONSTRAINT membership_category_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    CONSTRAINT membership_category_kind_is_known CHECK (kind IN ('ORGANISATION', 'PERSON')),
    CONSTRAINT membership_category_description_is_bounded CHECK (length(description) BETWEEN 1 AND 2000),
    CONSTRAINT membership_category_source_is_short_text CHECK (length(source) BETWEEN 1 AND 300),
    CONSTRAINT membership_category_headcount_is_sound CHECK (
        least_headcount BETWEEN 1 AND 10000000 AND (least_headcount IS NULL OR kind = 'ORGANISATION'))
);
COMMENT ON TABLE resources.membership_category IS 'A category of members as the by-laws name it';
COMMENT ON COLUMN resources.membership_category.kind IS 'Whether organisations or people belong to it';
COMMENT ON COLUMN resources.membership_category.source IS 'The by-law and its article';
COMMENT ON COLUMN resources.membership_category.least_headcount IS 'How many people an organisation must have, at least; null for any number';
COMMENT ON COLUMN resources.membership_category.ended_on IS 'The last day on which one could be admitted to it; null while one can';

CREATE TABLE resources.membership (
    id              uuid    NOT NULL,
    version         integer NOT NULL DEFAULT 1,
    organisation    uuid,
    person          uuid,
    category        uuid    NOT NULL,
    since           date    NOT NULL,
    until           date,
    admitted_body   text,
    admitted_on     date,
    admitted_number text,
    ended_body      text,
    ended_on        date,
    ended_number    text,
    ended_reason    text,
    CONSTRAINT membership_pk PRIMARY KEY (id),
    CONSTRAINT membership_is_of_one CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT membership_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_category_fk FOREIGN KEY (category) REFERENCES resources.membership_category (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_begins_before_it_ends CHECK (since <= until),
    CONSTRAINT membership_admission_is_whole CHECK ((admitted_body IS NULL) = (admitted_on IS NULL)),
    CONSTRAINT membership_ending_is_whole CHECK ((ended_body IS NULL) = (ended_on IS NULL)),
    CONSTRAINT membership_ends_for_a_reason CHECK (until IS NOT NULL OR num_nonnulls(ended_body, ended_reason) = 0),
    CONSTRAINT membership_bodies_are_short_text CHECK (
        length(admitted_body) BETWEEN 1 AND 200 AND length(ended_body) BETWEEN 1 AND 200),
    CONSTRAINT membership_numbers_are_short_text CHECK (
        length(admitted_number) BETWEEN 1 AND 100 AND length(ended_number) BETWEEN 1 AND 100),
    CONSTRAINT membership_reason_is_short_text CHECK (length(ended_reason) BETWEEN 1 AND 500),
    CONSTRAINT membership_of_an_organisation_is_one EXCLUDE USING gist
        (organisation WITH =, daterange(since, until, '[]') WITH &&) WHERE (organisation IS NOT NULL),
    CONSTRAINT membership_of_a_person_is_one EXCLUDE USING gist
        (person WITH =, daterange(since, until, '[]') WITH &&) WHERE (person IS NOT NULL)
);
COMMENT ON TABLE resources.membership IS 'An organisation or a person belongs to a category from a day to a day, both included';
COMMENT ON COLUMN resources.membership.admitted_body IS 'Which body admitted it; null where the decision is not known any more';
COMMENT ON COLUMN resources.membership.ended_body IS 'Which body ended it; null where it ended of itself';
CREATE INDEX membership_by_category ON resources.membership (category);
CREATE INDEX membership_by_organisation ON resources.membership (organisation);
CREATE INDEX membership_by_person ON resources.membership (person);

CREATE TABLE resources.membership_headcount (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    counted_on   date        NOT NULL,
    number       integer     NOT NULL,
    status       text        NOT NULL,
    said_by      text,
    evidence     text,
    recorded_at  timestamptz NOT NULL,
    withdrawn_at timestamptz,
    CONSTRAINT membership_headcount_pk PRIMARY KEY (id),
    CONSTRAINT membership_headcount_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_headcount_is_sound CHECK (number BETWEEN 0 AND 10000000),
    CONSTRAINT membership_headcount_status_is_known CHECK (status IN ('DECLARED', 'CONFIRMED', 'ESTIMATED')),
    CONSTRAINT membership_headcount_said_by_is_short_text CHECK (length(said_by) BETWEEN 1 AND 200),
    CONSTRAINT membership_headcount_evidence_is_short_text CHECK (length(evidence) BETWEEN 1 AND 500)
);
COMMENT ON TABLE resources.membership_headcount IS 'How many people an organisation has on a day, as somebody said; never changed, only said anew or withdrawn';
COMMENT ON COLUMN resources.membership_headcount.counted_on IS 'The reference date';
COMMENT ON COLUMN resources.membership_headcount.said_by IS 'Who attests it';
COMMENT ON COLUMN resources.membership_headcount.evidence IS 'What shows it: a mail, a page, a statement';
CREATE INDEX membership_headcount_by_organisation ON resources.membership_headcount (organisation, counted_on DESC);

SELECT platform.audit_attach('resources.membership_category');
SELECT platform.audit_attach('resources.membership');
SELECT platform.audit_attach('resources.membership_headcount');
