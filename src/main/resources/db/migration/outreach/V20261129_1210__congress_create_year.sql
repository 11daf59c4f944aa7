-- The unions' year: gatherings with their deadlines, who represents us there, and model resolutions on their way.

CREATE SCHEMA IF NOT EXISTS outreach;

CREATE TABLE outreach.congress_gathering (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    organisation   uuid    NOT NULL,
    kind           text    NOT NULL,
    title          text    NOT NULL,
    begins_on      date    NOT NULL,
    ends_on        date    NOT NULL,
    expected       boolean NOT NULL,
    place          text,
    every_years    integer,
    notice         text,
    url            text,
    emergency_rule text,
    responsible    uuid,
    cancelled_on   date,
    CONSTRAINT congress_gathering_pk PRIMARY KEY (id),
    CONSTRAINT congress_gathering_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_gathering_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_gathering_kind_is_known CHECK (kind IN ('CONGRESS', 'COUNCIL', 'ASSEMBLY', 'COMMITTEE')),
    CONSTRAINT congress_gathering_days_in_order CHECK (begins_on <= ends_on),
    CONSTRAINT congress_gathering_cycle_is_bounded CHECK (every_years BETWEEN 1 AND 10),
    CONSTRAINT congress_gathering_texts_are_bounded CHECK (length(title) BETWEEN 1 AND 200 AND length(place) <= 200
        AND length(notice) <= 1000 AND length(emergency_rule) <= 1000),
    CONSTRAINT congress_gathering_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000)
);
COMMENT ON TABLE outreach.congress_gathering IS 'A congress, a council, an assembly or a committee of an organisation (R-REP-1)';
COMMENT ON COLUMN outreach.congress_gathering.expected IS 'The days are a window in which it is expected: they are not set yet';
COMMENT ON COLUMN outreach.congress_gathering.notice IS 'Where its days and deadlines were read';
COMMENT ON COLUMN outreach.congress_gathering.emergency_rule IS 'How this body receives an emergency resolution (R-REP-3)';
CREATE INDEX congress_gathering_by_day ON outreach.congress_gathering (begins_on, id);
CREATE INDEX congress_gathering_by_organisation ON outreach.congress_gathering (organisation);
CREATE INDEX congress_gathering_by_responsible ON outreach.congress_gathering (responsible);
SELECT platform.audit_attach('outreach.congress_gathering');

CREATE TABLE outreach.congress_deadline (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    gathering   uuid    NOT NULL,
    kind        text    NOT NULL,
    due_on      date    NOT NULL,
    days_before integer,
    words       text,
    lead_days   integer NOT NULL,
    begin_on    date    NOT NULL GENERATED ALWAYS AS (due_on - lead_days) STORED,
    state       text    NOT NULL DEFAULT 'OPEN',
    CONSTRAINT congress_deadline_pk PRIMARY KEY (id),
    CONSTRAINT congress_deadline_gathering_fk FOREIGN KEY (gathering) REFERENCES outreach.congress_gathering (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_deadline_kind_is_known CHECK (kind IN ('RESOLUTIONS', 'KIOSK', 'REGISTRATION', 'BULLETIN', 'OTHER')),
    CONSTRAINT congress_deadline_state_is_known CHECK (state IN ('OPEN', 'BEGUN', 'DONE', 'DROPPED')),
    CONSTRAINT congress_deadline_days_are_bounded CHECK (days_before BETWEEN 0 AND 730 AND lead_days BETWEEN 0 AND 365),
    CONSTRAINT congress_deadline_words_are_bounded CHECK (length(words) <= 300)
);
COMMENT ON TABLE outreach.congress_deadline IS 'A deadline as in the notice of a gathering: a day, or a number of days before it opens (R-REP-1)';
COMMENT ON COLUMN outreach.congress_deadline.days_before IS 'If the notice says so; then the day follows the opening';
COMMENT ON COLUMN outreach.congress_deadline.lead_days IS 'How many days before the deadline work on it begins';
CREATE INDEX congress_deadline_by_gathering ON outreach.congress_deadline (gathering, due_on);
SELECT platform.audit_attach('outreach.congress_deadline');

CREATE TABLE outreach.congress_representation (
    id              uuid    NOT NULL,
    version         integer NOT NULL DEFAULT 1,
    organisation    uuid    NOT NULL,
    gathering       uuid,
    topic           text    NOT NULL,
    audience        text,
    origin          text    NOT NULL,
    asked_on        date    NOT NULL,
    planned_on      date,
    person          uuid,
    substitute      uuid,
    brief           text,
    kit             text,
    action          uuid,
    done_on         date,
    people          integer,
    came_back       text,
    promised        text,
    promise_due     date,
    promise_kept_on date,
    declined_on     date,
    reason          text,
    CONSTRAINT congress_representation_pk PRIMARY KEY (id),
    CONSTRAINT congress_representation_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_representation_gathering_fk FOREIGN KEY (gathering) REFERENCES outreach.congress_gathering (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_representation_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_representation_substitute_fk FOREIGN KEY (substitute) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_representation_origin_is_known CHECK (origin IN ('ASKED', 'OFFERED')),
    CONSTRAINT congress_representation_ends_once CHECK (num_nonnulls(done_on, declined_on) <= 1),
    CONSTRAINT congress_representation_result_follows CHECK (done_on IS NOT NULL
        OR num_nonnulls(people, came_back, promised, promise_due, promise_kept_on) = 0),
    CONSTRAINT congress_representation_promise_is_told CHECK (promised IS NOT NULL OR num_nonnulls(promise_due, promise_kept_on) = 0),
    CONSTRAINT congress_representation_people_are_counted CHECK (people BETWEEN 0 AND 100000),
    CONSTRAINT congress_representation_texts_are_bounded CHECK (length(topic) BETWEEN 1 AND 200 AND length(audience) <= 200
        AND length(brief) <= 10000 AND length(kit) <= 300 AND length(came_back) <= 5000 AND length(promised) <= 500
        AND length(reason) <= 500)
);
COMMENT ON TABLE outreach.congress_representation IS 'Our presence at an organisation: at a gathering, or a presentation to a committee or an executive';
COMMENT ON COLUMN outreach.congress_representation.kit IS 'What it is prepared from';
CREATE INDEX congress_representation_by_organisation ON outreach.congress_representation (organisation);
CREATE INDEX congress_representation_by_gathering ON outreach.congress_representation (gathering);
CREATE INDEX congress_representation_by_person ON outreach.congress_representation (person);
CREATE INDEX congress_representation_by_substitute ON outreach.congress_representation (substitute);
SELECT platform.audit_attach('outreach.congress_representation');

CREATE TABLE outreach.congress_passport (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    title      text    NOT NULL,
    written_on date    NOT NULL,
    action     uuid,
    CONSTRAINT congress_passport_pk PRIMARY KEY (id),
    CONSTRAINT congress_passport_title_is_short_text CHECK (length(title) BETWEEN 1 AND 200)
);
COMMENT ON TABLE outreach.congress_passport IS 'A model resolution that unions carry from local to central (R-REP-2)';
SELECT platform.audit_attach('outreach.congress_passport');

CREATE TABLE outreach.congress_text (
    id         uuid NOT NULL,
    passport   uuid NOT NULL,
    language   text NOT NULL,
    why        text NOT NULL,
    resolved   text NOT NULL,
    short_text text NOT NULL,
    CONSTRAINT congress_text_pk PRIMARY KEY (id),
    CONSTRAINT congress_text_passport_fk FOREIGN KEY (passport) REFERENCES outreach.congress_passport (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_text_is_one_by_language UNIQUE (passport, language),
    CONSTRAINT congress_text_language_is_known CHECK (language IN ('fr', 'en', 'es')),
    CONSTRAINT congress_text_is_bounded CHECK (length(why) BETWEEN 1 AND 10000 AND length(resolved) BETWEEN 1 AND 10000
        AND length(short_text) <= 2000)
);
COMMENT ON TABLE outreach.congress_text IS 'The text of a model resolution in a language, whole and short';
SELECT platform.audit_attach('outreach.congress_text');

CREATE TABLE outreach.congress_path (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    passport       uuid    NOT NULL,
    organisation   uuid    NOT NULL,
    level          text    NOT NULL,
    gathering      uuid,
    carrier        uuid,
    emergency_on   date,
    emergency_fact text,
    binds_to       text,
    follow_up_on   date,
    follow_up      text,
    CONSTRAINT congress_path_pk PRIMARY KEY (id),
    CONSTRAINT congress_path_passport_fk FOREIGN KEY (passport) REFERENCES outreach.congress_passport (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_path_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_path_gathering_fk FOREIGN KEY (gathering) REFERENCES outreach.congress_gathering (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_path_carrier_fk FOREIGN KEY (carrier) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_path_level_is_known CHECK (level IN ('LOCAL', 'REGIONAL', 'FEDERATION', 'CENTRAL')),
    CONSTRAINT congress_path_emergency_is_whole CHECK (num_nonnulls(emergency_on, emergency_fact) IN (0, 2)),
    CONSTRAINT congress_path_texts_are_bounded CHECK (length(emergency_fact) <= 1000 AND length(binds_to) <= 1000
        AND length(follow_up) <= 2000)
);
COMMENT ON TABLE outreach.congress_path IS 'A model resolution in an organisation: which affiliate carries it, what it binds to, the follow-up';
COMMENT ON COLUMN outreach.congress_path.emergency_fact IS 'The fact, later than the deadline, that makes it an emergency (R-REP-3)';
CREATE INDEX congress_path_by_passport ON outreach.congress_path (passport);
CREATE INDEX congress_path_by_organisation ON outreach.congress_path (organisation);
CREATE INDEX congress_path_by_gathering ON outreach.congress_path (gathering);
CREATE INDEX congress_path_by_carrier ON outreach.congress_path (carrier);
CREATE INDEX congress_path_by_follow_up ON outreach.congress_path (follow_up_on);
SELECT platform.audit_attach('outreach.congress_path');

CREATE TABLE outreach.congress_step (
    id          uuid    NOT NULL,
    path        uuid    NOT NULL,
    number      integer NOT NULL,
    state       text    NOT NULL,
    happened_on date    NOT NULL,
    evidence    text    NOT NULL DEFAULT '',
    url         text,
    CONSTRAINT congress_step_pk PRIMARY KEY (id),
    CONSTRAINT congress_step_path_fk FOREIGN KEY (path) REFERENCES outreach.congress_path (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT congress_step_is_one_by_number UNIQUE (path, number),
    CONSTRAINT congress_step_state_is_known CHECK (state IN ('DRAFTED', 'TABLED', 'IN_BOOK', 'ADOPTED', 'AMENDED', 'REFERRED',
        'DEFEATED', 'NOT_REACHED')),
    CONSTRAINT congress_step_has_evidence CHECK (state = 'DRAFTED' OR evidence <> ''),
    CONSTRAINT congress_step_evidence_is_bounded CHECK (length(evidence) <= 1000),
    CONSTRAINT congress_step_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000)
);
COMMENT ON TABLE outreach.congress_step IS 'A step of a model resolution in an organisation, with its day and its evidence';
SELECT platform.audit_attach('outreach.congress_step');
