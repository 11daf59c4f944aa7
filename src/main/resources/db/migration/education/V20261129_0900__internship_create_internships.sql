-- Inter-union internships: a call, the files of its candidates, two blind readings of each, the cohort and its return
-- activities. What candidates write and how they were scored is not audited, and is destroyed on time (R-EDU-8).

CREATE SCHEMA IF NOT EXISTS education;

CREATE TABLE education.internship_call (
    id                uuid    NOT NULL,
    version           integer NOT NULL DEFAULT 1,
    title_fr          text    NOT NULL,
    title_en          text    NOT NULL,
    text_fr           text    NOT NULL,
    text_en           text    NOT NULL,
    destination       text    NOT NULL,
    opens_on          date    NOT NULL,
    closes_on         date    NOT NULL,
    decides_on        date    NOT NULL,
    starts_on         date    NOT NULL,
    ends_on           date    NOT NULL,
    places            integer NOT NULL,
    return_activities integer NOT NULL,
    return_by         date    NOT NULL,
    contact           text    NOT NULL,
    responsible       uuid,
    mission           uuid,
    action            uuid,
    state             text    NOT NULL,
    received          integer,
    decided_on        date,
    decision_note     text,
    CONSTRAINT internship_call_pk PRIMARY KEY (id),
    CONSTRAINT internship_call_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_call_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_call_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_call_days_follow CHECK (
        opens_on <= closes_on AND closes_on <= decides_on AND decides_on <= starts_on AND starts_on <= ends_on
        AND ends_on <= return_by),
    CONSTRAINT internship_call_places_are_few CHECK (places BETWEEN 1 AND 40),
    CONSTRAINT internship_call_return_activities_are_few CHECK (return_activities BETWEEN 0 AND 20),
    CONSTRAINT internship_call_state_is_known CHECK (state IN ('DRAFT', 'PUBLISHED', 'DECIDED')),
    CONSTRAINT internship_call_decision_is_dated CHECK ((state = 'DECIDED') = (decided_on IS NOT NULL)),
    CONSTRAINT internship_call_texts_are_bounded CHECK (
        length(title_fr) BETWEEN 1 AND 200 AND length(title_en) BETWEEN 1 AND 200 AND length(text_fr) BETWEEN 1 AND 10000
        AND length(text_en) BETWEEN 1 AND 10000 AND length(destination) BETWEEN 1 AND 200
        AND length(contact) BETWEEN 1 AND 200 AND length(decision_note) BETWEEN 1 AND 1000)
);
COMMENT ON TABLE education.internship_call IS 'A call for interns, and the cohort that it becomes';
COMMENT ON COLUMN education.internship_call.contact IS 'Whom an intern calls, with the number';
COMMENT ON COLUMN education.internship_call.mission IS 'The departure; its travellers and safety are the mission''s';
COMMENT ON COLUMN education.internship_call.received IS 'Files received, counted at the decision: it stays when they are destroyed';
COMMENT ON COLUMN education.internship_call.decision_note IS 'Why a reserved seat was left to another organisation';
CREATE INDEX internship_call_by_responsible ON education.internship_call (responsible);
CREATE INDEX internship_call_by_mission ON education.internship_call (mission);
CREATE INDEX internship_call_by_action ON education.internship_call (action);
SELECT platform.audit_attach('education.internship_call');

CREATE TABLE education.internship_criterion (
    id       uuid    NOT NULL,
    call     uuid    NOT NULL,
    position integer NOT NULL,
    name_fr  text    NOT NULL,
    name_en  text    NOT NULL,
    most     integer NOT NULL,
    CONSTRAINT internship_criterion_pk PRIMARY KEY (id),
    CONSTRAINT internship_criterion_call_fk FOREIGN KEY (call) REFERENCES education.internship_call (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_criterion_has_its_place UNIQUE (call, position) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_criterion_points_are_few CHECK (most BETWEEN 1 AND 100),
    CONSTRAINT internship_criterion_names_are_short CHECK (
        length(name_fr) BETWEEN 1 AND 300 AND length(name_en) BETWEEN 1 AND 300)
);
COMMENT ON TABLE education.internship_criterion IS 'A published criterion, which is also a question of the application';
SELECT platform.audit_attach('education.internship_criterion');

CREATE TABLE education.internship_quota (
    call         uuid    NOT NULL,
    organisation uuid    NOT NULL,
    seats        integer NOT NULL,
    CONSTRAINT internship_quota_pk PRIMARY KEY (call, organisation),
    CONSTRAINT internship_quota_call_fk FOREIGN KEY (call) REFERENCES education.internship_call (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_quota_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_quota_seats_are_few CHECK (seats BETWEEN 1 AND 40)
);
COMMENT ON TABLE education.internship_quota IS 'Seats reserved for candidates of an organisation';
CREATE INDEX internship_quota_by_organisation ON education.internship_quota (organisation);
SELECT platform.audit_attach('education.internship_quota');

CREATE TABLE education.internship_reader (
    call   uuid NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT internship_reader_pk PRIMARY KEY (call, person),
    CONSTRAINT internship_reader_call_fk FOREIGN KEY (call) REFERENCES education.internship_call (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_reader_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE education.internship_reader IS 'A person who reads files of the call';
CREATE INDEX internship_reader_by_person ON education.internship_reader (person);
SELECT platform.audit_attach('education.internship_reader');

CREATE TABLE education.internship_application (
    id                  uuid        NOT NULL,
    version             integer     NOT NULL DEFAULT 1,
    call                uuid        NOT NULL,
    number              integer     NOT NULL,
    name                text        NOT NULL,
    mail                text        NOT NULL,
    phone               text,
    language            text        NOT NULL,
    organisation        uuid,
    typed_union         text,
    state               text        NOT NULL,
    consented_at        timestamptz NOT NULL,
    submitted_at        timestamptz,
    told_on             date,
    person              uuid,
    release_days        integer,
    release_daily_pay   numeric(8, 2),
    release_charges     numeric(5, 2),
    release_asked_on    date,
    release_state       text,
    release_answered_on date,
    release_matched_in  text,
    attested_on         date,
    CONSTRAINT internship_application_pk PRIMARY KEY (id),
    CONSTRAINT internship_application_call_fk FOREIGN KEY (call) REFERENCES education.internship_call (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_application_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_application_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_application_has_its_number UNIQUE (call, number),
    CONSTRAINT internship_application_state_is_known CHECK (
        state IN ('DRAFT', 'SUBMITTED', 'CHOSEN', 'RESERVE', 'NOT_RETAINED', 'WITHDRAWN')),
    CONSTRAINT internship_application_sent_is_dated CHECK (state IN ('DRAFT', 'WITHDRAWN') OR submitted_at IS NOT NULL),
    CONSTRAINT internship_application_release_state_is_known CHECK (release_state IN ('ASKED', 'AGREED', 'REFUSED')),
    CONSTRAINT internship_application_release_is_whole CHECK (
        num_nonnulls(release_days, release_daily_pay, release_charges, release_asked_on, release_state) IN (0, 5)),
    CONSTRAINT internship_application_release_amounts CHECK (
        release_days BETWEEN 1 AND 400 AND release_daily_pay BETWEEN 0 AND 9999 AND release_charges BETWEEN 0 AND 100),
    CONSTRAINT internship_application_texts_are_short CHECK (
        length(name) BETWEEN 1 AND 200 AND length(mail) BETWEEN 3 AND 200 AND length(phone) BETWEEN 1 AND 40
        AND length(typed_union) BETWEEN 1 AND 200 AND length(release_matched_in) BETWEEN 1 AND 200
        AND language IN ('fr', 'en', 'es'))
);
COMMENT ON TABLE education.internship_application IS 'A file: a candidate, later an intern; nothing is asked that ranks people otherwise than by the criteria';
COMMENT ON COLUMN education.internship_application.number IS 'What readers see in place of the name';
COMMENT ON COLUMN education.internship_application.release_matched_in IS 'The agreement in which the release counts as a match, once (R-EDU-7)';
CREATE INDEX internship_application_by_organisation ON education.internship_application (organisation);
CREATE INDEX internship_application_by_person ON education.internship_application (person);

CREATE TABLE education.internship_answer (
    id          uuid NOT NULL,
    application uuid NOT NULL,
    criterion   uuid NOT NULL,
    text        text NOT NULL,
    CONSTRAINT internship_answer_pk PRIMARY KEY (id),
    CONSTRAINT internship_answer_is_one UNIQUE (application, criterion),
    CONSTRAINT internship_answer_application_fk FOREIGN KEY (application) REFERENCES education.internship_application (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_answer_criterion_fk FOREIGN KEY (criterion) REFERENCES education.internship_criterion (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_answer_is_bounded CHECK (length(text) BETWEEN 1 AND 4000)
);
CREATE INDEX internship_answer_by_criterion ON education.internship_answer (criterion);

CREATE TABLE education.internship_reading (
    id          uuid    NOT NULL,
    application uuid    NOT NULL,
    reader      uuid    NOT NULL,
    recused     text,
    note        text,
    done_on     date,
    CONSTRAINT internship_reading_pk PRIMARY KEY (id),
    CONSTRAINT internship_reading_is_one UNIQUE (application, reader) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_reading_application_fk FOREIGN KEY (application)
        REFERENCES education.internship_application (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_reading_reader_fk FOREIGN KEY (reader) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_reading_is_done_or_recused CHECK ((recused IS NULL) = (done_on IS NOT NULL)),
    CONSTRAINT internship_reading_texts_are_bounded CHECK (
        length(recused) BETWEEN 1 AND 300 AND length(note) BETWEEN 1 AND 2000)
);
COMMENT ON COLUMN education.internship_reading.recused IS 'The relationship that the reader declared: this reader does not score the file';
CREATE INDEX internship_reading_by_reader ON education.internship_reading (reader);

CREATE TABLE education.internship_score (
    reading   uuid    NOT NULL,
    criterion uuid    NOT NULL,
    points    integer NOT NULL,
    CONSTRAINT internship_score_pk PRIMARY KEY (reading, criterion),
    CONSTRAINT internship_score_reading_fk FOREIGN KEY (reading) REFERENCES education.internship_reading (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_score_criterion_fk FOREIGN KEY (criterion) REFERENCES education.internship_criterion (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_score_is_counted CHECK (points BETWEEN 0 AND 100)
);
CREATE INDEX internship_score_by_criterion ON education.internship_score (criterion);

CREATE TABLE education.internship_return (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    call        uuid    NOT NULL,
    application uuid,
    title       text    NOT NULL,
    kind        text    NOT NULL,
    planned_on  date    NOT NULL,
    state       text    NOT NULL,
    people      integer,
    CONSTRAINT internship_return_pk PRIMARY KEY (id),
    CONSTRAINT internship_return_call_fk FOREIGN KEY (call) REFERENCES education.internship_call (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_return_application_fk FOREIGN KEY (application) REFERENCES education.internship_application (id)
        ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_return_kind_is_known CHECK (kind IN ('WORKSHOP', 'SPEECH', 'PUBLICATION', 'MEDIA', 'OTHER')),
    CONSTRAINT internship_return_state_is_known CHECK (state IN ('PLANNED', 'HELD', 'WAIVED')),
    CONSTRAINT internship_return_held_is_counted CHECK ((state = 'HELD') = (people IS NOT NULL)),
    CONSTRAINT internship_return_people_are_counted CHECK (people BETWEEN 0 AND 100000),
    CONSTRAINT internship_return_title_is_short CHECK (length(title) BETWEEN 1 AND 200)
);
COMMENT ON TABLE education.internship_return IS 'What an intern does with the internship on return; it stays in the totals of the cohort when the intern is erased';
CREATE INDEX internship_return_by_call ON education.internship_return (call);
CREATE INDEX internship_return_by_application ON education.internship_return (application);
SELECT platform.audit_attach('education.internship_return');

CREATE TABLE education.internship_link (
    id          uuid        NOT NULL,
    application uuid        NOT NULL,
    token       bytea       NOT NULL,
    made_at     timestamptz NOT NULL,
    CONSTRAINT internship_link_pk PRIMARY KEY (id),
    CONSTRAINT internship_link_application_fk FOREIGN KEY (application) REFERENCES education.internship_application (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_link_token_is_unique UNIQUE (token)
);
COMMENT ON COLUMN education.internship_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX internship_link_by_application ON education.internship_link (application);
SELECT platform.backup_leave_out('education.internship_link', 'hashes of secrets; the next letter carries a new link');
