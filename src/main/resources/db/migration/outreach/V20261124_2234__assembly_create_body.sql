-- Bodies of the organisation: their rules from day to day, their seats, and who sits on them from when to when.
CREATE SCHEMA IF NOT EXISTS outreach;

CREATE TABLE outreach.assembly_body (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    name         text    NOT NULL,
    code         text    NOT NULL,
    special_code text,
    kind         text    NOT NULL,
    standing     text[]  NOT NULL DEFAULT '{}',
    ended_on     date,
    CONSTRAINT assembly_body_pk PRIMARY KEY (id),
    CONSTRAINT assembly_body_code_key UNIQUE (code),
    CONSTRAINT assembly_body_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    CONSTRAINT assembly_body_codes_are_letters CHECK (code ~ '^[A-Z][A-Z0-9]{0,9}$' AND special_code ~ '^[A-Z][A-Z0-9]{0,9}$'),
    CONSTRAINT assembly_body_codes_differ CHECK (special_code <> code),
    CONSTRAINT assembly_body_kind_is_known CHECK (kind IN ('BOARD', 'EXECUTIVE', 'GENERAL', 'COMMITTEE')),
    CONSTRAINT assembly_body_standing_is_short CHECK (cardinality(standing) <= 60)
);
COMMENT ON TABLE outreach.assembly_body IS 'A body that meets and decides: board, executive, general assembly, committee';
COMMENT ON COLUMN outreach.assembly_body.code IS 'With which its resolutions are numbered: CA, CE, AGA';
COMMENT ON COLUMN outreach.assembly_body.special_code IS 'The same for its special meetings: AGE; null for the usual one';
COMMENT ON COLUMN outreach.assembly_body.standing IS 'The titles with which the agenda of a new meeting begins, in order';

CREATE TABLE outreach.assembly_rules (
    id                 uuid    NOT NULL,
    version            integer NOT NULL DEFAULT 1,
    body               uuid    NOT NULL,
    since              date    NOT NULL,
    source             text,
    notice_days        integer NOT NULL,
    quorum_measure     text    NOT NULL,
    quorum_numerator   integer NOT NULL,
    quorum_denominator integer NOT NULL,
    quorum_more_than   boolean NOT NULL,
    term_months        integer,
    majorities         jsonb   NOT NULL DEFAULT '[]',
    CONSTRAINT assembly_rules_pk PRIMARY KEY (id),
    CONSTRAINT assembly_rules_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_rules_since_key UNIQUE (body, since),
    CONSTRAINT assembly_rules_source_is_short_text CHECK (length(source) BETWEEN 1 AND 300),
    CONSTRAINT assembly_rules_notice_is_sound CHECK (notice_days BETWEEN 0 AND 120),
    CONSTRAINT assembly_rules_quorum_is_known CHECK (quorum_measure IN ('COUNT', 'SEATS', 'HELD_SEATS', 'ORGANISATIONS')),
    CONSTRAINT assembly_rules_quorum_is_sound CHECK (
        quorum_numerator BETWEEN 1 AND 10000 AND quorum_denominator BETWEEN 1 AND 100
        AND (quorum_measure <> 'COUNT' OR (quorum_denominator = 1 AND NOT quorum_more_than))
        AND (quorum_measure = 'COUNT' OR quorum_numerator <= quorum_denominator)),
    CONSTRAINT assembly_rules_term_is_sound CHECK (term_months BETWEEN 1 AND 120),
    CONSTRAINT assembly_rules_majorities_are_a_list CHECK (jsonb_typeof(majorities) = 'array')
);
COMMENT ON TABLE outreach.assembly_rules IS 'What a body''s by-law asks from a day on, until the next rules';
COMMENT ON COLUMN outreach.assembly_rules.source IS 'The by-law and its article';
COMMENT ON COLUMN outreach.assembly_rules.notice_days IS 'Days between the notice and the meeting, at least';
COMMENT ON COLUMN outreach.assembly_rules.majorities IS 'By article: the part of the voices that a decision asks for';

CREATE TABLE outreach.assembly_seat (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    body         uuid    NOT NULL,
    position     integer NOT NULL,
    title        text,
    organisation uuid,
    since        date    NOT NULL,
    until        date,
    CONSTRAINT assembly_seat_pk PRIMARY KEY (id),
    CONSTRAINT assembly_seat_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_seat_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_seat_title_is_short_text CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT assembly_seat_begins_before_it_ends CHECK (since <= until)
);
COMMENT ON TABLE outreach.assembly_seat IS 'A seat of a body, held by an organisation or, where it is null, by a member for herself';
COMMENT ON COLUMN outreach.assembly_seat.title IS 'The office that goes with it; null for none';
CREATE INDEX assembly_seat_by_body ON outreach.assembly_seat (body, position);
CREATE INDEX assembly_seat_by_organisation ON outreach.assembly_seat (organisation);

CREATE TABLE outreach.assembly_mandate (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    seat    uuid    NOT NULL,
    role    text    NOT NULL,
    person  uuid    NOT NULL,
    since   date    NOT NULL,
    until   date,
    CONSTRAINT assembly_mandate_pk PRIMARY KEY (id),
    CONSTRAINT assembly_mandate_seat_fk FOREIGN KEY (seat) REFERENCES outreach.assembly_seat (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_mandate_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_mandate_role_is_known CHECK (role IN ('HOLDER', 'SUBSTITUTE')),
    CONSTRAINT assembly_mandate_begins_before_it_ends CHECK (since <= until),
    CONSTRAINT assembly_mandate_one_at_a_time EXCLUDE USING gist (
        seat WITH =, role WITH =, daterange(since, until, '[]') WITH &&)
);
COMMENT ON TABLE outreach.assembly_mandate IS 'Who sits, or sits in for her, from a day to a day';
CREATE INDEX assembly_mandate_by_person ON outreach.assembly_mandate (person);

SELECT platform.audit_attach('outreach.assembly_body');
SELECT platform.audit_attach('outreach.assembly_rules');
SELECT platform.audit_attach('outreach.assembly_seat');
SELECT platform.audit_attach('outreach.assembly_mandate');
