-- Group education: workshops, requests for them, facilitators, sessions, anonymous evaluations.

CREATE SCHEMA IF NOT EXISTS education;

CREATE TABLE education.workshop (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    title      text    NOT NULL,
    theme      text    NOT NULL,
    minutes    integer NOT NULL,
    languages  text[]  NOT NULL,
    outline    text    NOT NULL,
    revision   integer NOT NULL DEFAULT 1,
    revised_on date    NOT NULL,
    published  boolean NOT NULL,
    kit_url    text,
    action     uuid,
    retired_on date,
    CONSTRAINT workshop_pk PRIMARY KEY (id),
    CONSTRAINT workshop_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT workshop_theme_is_short_text CHECK (theme = btrim(theme) AND length(theme) BETWEEN 1 AND 100),
    CONSTRAINT workshop_minutes_are_a_day_at_most CHECK (minutes BETWEEN 10 AND 960),
    CONSTRAINT workshop_has_languages CHECK (cardinality(languages) BETWEEN 1 AND 10),
    CONSTRAINT workshop_outline_is_bounded CHECK (length(outline) BETWEEN 1 AND 10000),
    CONSTRAINT workshop_revision_counts CHECK (revision >= 1),
    CONSTRAINT workshop_kit_is_an_address CHECK (kit_url ~ '^https?://' AND length(kit_url) <= 1000)
);
COMMENT ON TABLE education.workshop IS 'A workshop of the catalogue, with its outline';
COMMENT ON COLUMN education.workshop.revision IS 'Counts the versions of the outline';
SELECT platform.audit_attach('education.workshop');

CREATE TABLE education.workshop_facilitator (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    person  uuid    NOT NULL,
    regions text[]  NOT NULL,
    note    text    NOT NULL,
    active  boolean NOT NULL,
    CONSTRAINT workshop_facilitator_pk PRIMARY KEY (id),
    CONSTRAINT workshop_facilitator_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_facilitator_is_one_by_person UNIQUE (person) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_facilitator_texts_are_bounded CHECK (length(note) <= 500 AND cardinality(regions) <= 20)
);
COMMENT ON TABLE education.workshop_facilitator IS 'A person who gives workshops; never rated (R-EDU-2)';
SELECT platform.audit_attach('education.workshop_facilitator');

CREATE TABLE education.workshop_mastery (
    facilitator uuid NOT NULL,
    workshop    uuid NOT NULL,
    CONSTRAINT workshop_mastery_pk PRIMARY KEY (facilitator, workshop),
    CONSTRAINT workshop_mastery_facilitator_fk FOREIGN KEY (facilitator) REFERENCES education.workshop_facilitator (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_mastery_workshop_fk FOREIGN KEY (workshop) REFERENCES education.workshop (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE education.workshop_mastery IS 'Workshops that a facilitator masters';
CREATE INDEX workshop_mastery_by_workshop ON education.workshop_mastery (workshop);
SELECT platform.audit_attach('education.workshop_mastery');

CREATE TABLE education.workshop_capacity (
    year  integer       NOT NULL,
    hours numeric(7, 2) NOT NULL,
    CONSTRAINT workshop_capacity_pk PRIMARY KEY (year),
    CONSTRAINT workshop_capacity_is_a_year CHECK (year BETWEEN 2000 AND 2200),
    CONSTRAINT workshop_capacity_is_positive CHECK (hours BETWEEN 0 AND 99999)
);
COMMENT ON TABLE education.workshop_capacity IS 'Hours of the team for workshops in a year';
SELECT platform.audit_attach('education.workshop_capacity');

CREATE TABLE education.workshop_request (
    id                 uuid    NOT NULL,
    version            integer NOT NULL DEFAULT 1,
    kind               text    NOT NULL,
    channel            text    NOT NULL,
    state              text    NOT NULL,
    workshop           uuid,
    organisation       uuid,
    asker              text    NOT NULL,
    contact_name       text    NOT NULL,
    contact_mail       text,
    contact_phone      text,
    language           text    NOT NULL,
    region             text,
    place              text    NOT NULL,
    wished_first       date,
    wished_second      date,
    wished_third       date,
    people             integer,
    purpose            text    NOT NULL,
    access             text    NOT NULL,
    responsible        uuid,
    received_on        date    NOT NULL,
    promised_on        date    NOT NULL,
    answered_on        date,
    answer_alternative text,
    answer_note        text,
    search_form        text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(asker)) STORED,
    CONSTRAINT workshop_request_pk PRIMARY KEY (id),
    CONSTRAINT workshop_request_workshop_fk FOREIGN KEY (workshop) REFERENCES education.workshop (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_request_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_request_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_request_kind_is_known CHECK (kind IN ('REQUEST', 'QUESTION', 'NOTICE')),
    CONSTRAINT workshop_request_channel_is_known CHECK (channel IN ('FORM', 'MAIL', 'PHONE')),
    CONSTRAINT workshop_request_state_is_known CHECK (state IN ('RECEIVED', 'CLARIFYING', 'STALLED', 'OFFERED', 'SCHEDULED',
        'ANSWERED', 'REFUSED', 'WITHDRAWN', 'DISCARDED')),
    CONSTRAINT workshop_request_answer_has_its_day CHECK (
        (state IN ('RECEIVED', 'CLARIFYING', 'STALLED')) = (answered_on IS NULL)),
    CONSTRAINT workshop_request_refusal_has_its_offer CHECK (state <> 'REFUSED' OR answer_alternative IS NOT NULL),
    CONSTRAINT workshop_request_alternative_is_known CHECK (answer_alternative IN ('KIT', 'DATE', 'SOMEONE')),
    CONSTRAINT workshop_request_days_in_order CHECK (received_on <= promised_on AND received_on <= answered_on),
    CONSTRAINT workshop_request_people_are_counted CHECK (people BETWEEN 1 AND 10000),
    CONSTRAINT workshop_request_texts_are_bounded CHECK (length(asker) BETWEEN 1 AND 200 AND length(contact_name) <= 200
        AND length(contact_mail) <= 254 AND length(contact_phone) <= 50 AND length(language) = 2 AND length(region) <= 10
        AND length(place) <= 300 AND length(purpose) <= 2000 AND length(access) <= 1000 AND length(answer_note) <= 1000)
);
COMMENT ON TABLE education.workshop_request IS 'A workshop asked for, a question, or the notice of one that others organise (R-EDU-1)';
COMMENT ON COLUMN education.workshop_request.access IS 'Access needs, erased with the contact';
COMMENT ON COLUMN education.workshop_request.answer_alternative IS 'What a refusal offers instead';
CREATE INDEX workshop_request_by_workshop ON education.workshop_request (workshop);
CREATE INDEX workshop_request_by_organisation ON education.workshop_request (organisation);
CREATE INDEX workshop_request_by_responsible ON education.workshop_request (responsible);
CREATE INDEX workshop_request_open ON education.workshop_request (promised_on, id) WHERE answered_on IS NULL;
CREATE INDEX workshop_request_latest ON education.workshop_request (received_on DESC, id DESC);
SELECT platform.audit_attach('education.workshop_request');

CREATE TABLE education.workshop_link (
    id      uuid        NOT NULL,
    request uuid        NOT NULL,
    token   bytea       NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT workshop_link_pk PRIMARY KEY (id),
    CONSTRAINT workshop_link_request_fk FOREIGN KEY (request) REFERENCES education.workshop_request (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_link_token_is_unique UNIQUE (token)
);
COMMENT ON COLUMN education.workshop_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX workshop_link_by_request ON education.workshop_link (request);
SELECT platform.backup_leave_out('education.workshop_link', 'hashes of secrets; the next letter carries a new link');

CREATE TABLE education.workshop_session (
    id              uuid          NOT NULL,
    version         integer       NOT NULL DEFAULT 1,
    workshop        uuid          NOT NULL,
    revision        integer       NOT NULL,
    request         uuid,
    organisation    uuid,
    day             date          NOT NULL,
    begins          text,
    region          text,
    place           text          NOT NULL,
    hours           numeric(5, 2) NOT NULL,
    state           text          NOT NULL,
    people          integer,
    closed_on       date,
    hands_learned   integer,
    hands_useful    integer,
    hands_recommend integer,
    CONSTRAINT workshop_session_pk PRIMARY KEY (id),
    CONSTRAINT workshop_session_workshop_fk FOREIGN KEY (workshop) REFERENCES education.workshop (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_session_request_fk FOREIGN KEY (request) REFERENCES education.workshop_request (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_session_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_session_state_is_known CHECK (state IN ('OFFERED', 'PLANNED', 'HELD', 'CANCELLED')),
    CONSTRAINT workshop_session_held_is_counted CHECK ((state = 'HELD') = (people IS NOT NULL)),
    CONSTRAINT workshop_session_people_are_counted CHECK (people BETWEEN 0 AND 10000),
    CONSTRAINT workshop_session_hands_are_whole CHECK (num_nonnulls(hands_learned, hands_useful, hands_recommend) IN (0, 3)),
    CONSTRAINT workshop_session_begins_at_a_time CHECK (begins ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    CONSTRAINT workshop_session_texts_are_bounded CHECK (length(place) <= 300 AND length(region) <= 10 AND hours >= 0)
);
COMMENT ON TABLE education.workshop_session IS 'A workshop on a day: offered, planned, held, cancelled';
COMMENT ON COLUMN education.workshop_session.revision IS 'The version of the outline';
COMMENT ON COLUMN education.workshop_session.hours IS 'Hours of the team, with preparation and travel';
COMMENT ON COLUMN education.workshop_session.closed_on IS 'Since when its evaluation is closed';
CREATE INDEX workshop_session_by_day ON education.workshop_session (day, id);
CREATE INDEX workshop_session_by_workshop ON education.workshop_session (workshop);
CREATE INDEX workshop_session_by_request ON education.workshop_session (request);
CREATE INDEX workshop_session_by_organisation ON education.workshop_session (organisation);
SELECT platform.audit_attach('education.workshop_session');

CREATE TABLE education.workshop_session_facilitator (
    session     uuid NOT NULL,
    facilitator uuid NOT NULL,
    CONSTRAINT workshop_session_facilitator_pk PRIMARY KEY (session, facilitator),
    CONSTRAINT workshop_session_facilitator_session_fk FOREIGN KEY (session) REFERENCES education.workshop_session (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_session_facilitator_facilitator_fk FOREIGN KEY (facilitator)
        REFERENCES education.workshop_facilitator (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX workshop_session_facilitator_by_facilitator ON education.workshop_session_facilitator (facilitator);
SELECT platform.audit_attach('education.workshop_session_facilitator');

-- Anonymous (R-EDU-3): random ids, no time, no audit; a session rewrites its answers in random order when it closes.
CREATE TABLE education.workshop_open_answer (
    id        uuid NOT NULL,
    session   uuid NOT NULL,
    learned   text,
    useful    text,
    recommend text,
    CONSTRAINT workshop_open_answer_pk PRIMARY KEY (id),
    CONSTRAINT workshop_open_answer_session_fk FOREIGN KEY (session) REFERENCES education.workshop_session (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_open_answer_is_random CHECK (substr(id::text, 15, 1) = '4'),
    CONSTRAINT workshop_open_answer_is_known CHECK (learned IN ('YES', 'SOMEWHAT', 'NO') AND useful IN ('YES', 'SOMEWHAT', 'NO')
        AND recommend IN ('YES', 'SOMEWHAT', 'NO')),
    CONSTRAINT workshop_open_answer_is_not_blank CHECK (num_nonnulls(learned, useful, recommend) > 0)
);
COMMENT ON TABLE education.workshop_open_answer IS 'Answers while an evaluation is open, in the order in which they came';
CREATE INDEX workshop_open_answer_by_session ON education.workshop_open_answer (session);
SELECT platform.backup_leave_out('education.workshop_open_answer', 'answers in the order in which they came; a closed evaluation is in backups');

CREATE TABLE education.workshop_answer (LIKE education.workshop_open_answer INCLUDING CONSTRAINTS);
ALTER TABLE education.workshop_answer
    ADD CONSTRAINT workshop_answer_pk PRIMARY KEY (id),
    ADD CONSTRAINT workshop_answer_session_fk FOREIGN KEY (session) REFERENCES education.workshop_session (id)
        DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON TABLE education.workshop_answer IS 'Answers of closed evaluations, in random order';
CREATE INDEX workshop_answer_by_session ON education.workshop_answer (session);
