CREATE FUNCTION resources.grant_words(title text, text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, title), 'A')
        || to_tsvector('platform.fr'::regconfig, text)
        || to_tsvector('platform.en'::regconfig, text);

CREATE TABLE resources.grant_call (
    id                    uuid        NOT NULL,
    version               integer     NOT NULL DEFAULT 1,
    funder                uuid        NOT NULL,
    title                 text        NOT NULL,
    door                  text        NOT NULL,
    opens_on              date,
    closes_on             date,
    closes_time           time        NOT NULL,
    zone                  text        NOT NULL,
    closes_at             timestamptz,
    weeks_ahead           integer,
    amount_from           numeric(14, 2),
    amount_to             numeric(14, 2),
    currency              text        NOT NULL,
    match_percent         integer,
    cumul                 text,
    eligibility           text,
    documents             text,
    source_url            text,
    checked_on            date,
    responsible           uuid,
    renews                uuid,
    estimate_amount       numeric(14, 2),
    estimate_asking       numeric(7, 2),
    estimate_reporting    numeric(7, 2),
    estimate_hourly_cost  numeric(9, 2),
    estimate_match        numeric(14, 2),
    estimate_month        date,
    decision_verdict      text,
    decision_decided_on   date,
    decision_decided_by   uuid,
    decision_reason       text,
    words                 tsvector    NOT NULL GENERATED ALWAYS AS
                              (resources.grant_words(title, coalesce(eligibility, ''))) STORED,
    CONSTRAINT grant_call_pk PRIMARY KEY (id),
    CONSTRAINT grant_call_funder_fk FOREIGN KEY (funder) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_call_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_call_decided_by_fk FOREIGN KEY (decision_decided_by) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_call_renews_fk FOREIGN KEY (renews) REFERENCES resources.grant_call (id) ON DELETE SET NULL,
    CONSTRAINT grant_call_returns_once UNIQUE (renews),
    CONSTRAINT grant_call_door_is_known CHECK (door IN ('WINDOW', 'STANDING', 'RELATION')),
    CONSTRAINT grant_call_window_closes CHECK (door <> 'WINDOW' OR closes_on IS NOT NULL),
    CONSTRAINT grant_call_day_gives_an_instant CHECK ((closes_on IS NULL) = (closes_at IS NULL)),
    CONSTRAINT grant_call_only_a_window_returns CHECK (door = 'WINDOW' OR weeks_ahead IS NULL),
    CONSTRAINT grant_call_weeks_are_possible CHECK (weeks_ahead BETWEEN 1 AND 52),
    CONSTRAINT grant_call_amounts_are_ordered CHECK (amount_from >= 0 AND amount_to >= 0 AND amount_from <= amount_to),
    CONSTRAINT grant_call_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT grant_call_match_is_a_percent CHECK (match_percent BETWEEN 0 AND 99),
    CONSTRAINT grant_call_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 300),
    CONSTRAINT grant_call_texts_are_bounded CHECK (length(cumul) <= 2000 AND length(eligibility) <= 4000
        AND length(documents) <= 4000 AND length(source_url) <= 500 AND length(zone) <= 60),
    CONSTRAINT grant_call_estimate_is_whole CHECK (num_nulls(estimate_amount, estimate_asking, estimate_reporting,
        estimate_hourly_cost, estimate_match, estimate_month) IN (0, 6)),
    CONSTRAINT grant_call_estimate_is_possible CHECK (least(estimate_amount, estimate_asking, estimate_reporting,
        estimate_hourly_cost, estimate_match) >= 0),
    CONSTRAINT grant_call_verdict_is_known CHECK (decision_verdict IN ('GO', 'NO_GO')),
    CONSTRAINT grant_call_decision_has_its_day_and_reason CHECK
        (num_nulls(decision_verdict, decision_decided_on, decision_reason) IN (0, 3)),
    CONSTRAINT grant_call_reason_is_short_text CHECK (length(decision_reason) BETWEEN 1 AND 1000)
);
COMMENT ON TABLE resources.grant_call IS 'A call for applications or a programme from which money can be asked';
COMMENT ON COLUMN resources.grant_call.door IS 'A window that closes, a programme open all year, or a relation';
COMMENT ON COLUMN resources.grant_call.zone IS 'The time zone in which the funder states the day and hour of the deadline';
COMMENT ON COLUMN resources.grant_call.closes_at IS 'The deadline as an instant (R-GRANT-4), computed from day, hour and zone by the application alone';
COMMENT ON COLUMN resources.grant_call.weeks_ahead IS 'It returns each year, proposed so many weeks before; null if not';
COMMENT ON COLUMN resources.grant_call.renews IS 'The call of the year before; dates are those of that year until checked';
CREATE INDEX grant_call_by_funder ON resources.grant_call (funder);
CREATE INDEX grant_call_by_responsible ON resources.grant_call (responsible);
CREATE INDEX grant_call_by_closing ON resources.grant_call (closes_at);
CREATE INDEX grant_call_by_words ON resources.grant_call USING gin (words);
SELECT platform.audit_attach('resources.grant_call');

CREATE TABLE resources.grant_application (
    id                 uuid    NOT NULL,
    version            integer NOT NULL DEFAULT 1,
    call               uuid    NOT NULL,
    title              text    NOT NULL,
    state              text    NOT NULL,
    approval_means     text,
    approval_given_on  date,
    approval_given_by  uuid,
    approval_reference text,
    submission_sent_on    date,
    submission_sent_by    uuid,
    submission_confirmation text,
    submission_file       uuid,
    outcome_answered_on date,
    outcome_feedback   text,
    outcome_amount     numeric(14, 2),
    outcome_starts_on  date,
    outcome_ends_on    date,
    CONSTRAINT grant_application_pk PRIMARY KEY (id),
    CONSTRAINT grant_application_call_fk FOREIGN KEY (call) REFERENCES resources.grant_call (id),
    CONSTRAINT grant_application_approver_fk FOREIGN KEY (approval_given_by) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_application_sender_fk FOREIGN KEY (submission_sent_by) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_application_state_is_known CHECK
        (state IN ('DRAFT', 'APPROVED', 'SENT', 'ACCEPTED', 'REFUSED', 'ABANDONED')),
    CONSTRAINT grant_application_means_are_known CHECK (approval_means IN ('RESOLUTION', 'SECOND_LOOK')),
    CONSTRAINT grant_application_approval_has_its_day CHECK ((approval_means IS NULL) = (approval_given_on IS NULL)),
    CONSTRAINT grant_application_sent_was_approved CHECK (state NOT IN ('APPROVED', 'SENT', 'ACCEPTED', 'REFUSED')
        OR approval_means IS NOT NULL),
    CONSTRAINT grant_application_sent_has_its_day CHECK
        ((state IN ('SENT', 'ACCEPTED', 'REFUSED')) = (submission_sent_on IS NOT NULL)),
    CONSTRAINT grant_application_answer_has_its_day CHECK
        ((state IN ('ACCEPTED', 'REFUSED')) = (outcome_answered_on IS NOT NULL)),
    CONSTRAINT grant_application_accepted_has_amount_and_period CHECK ((state = 'ACCEPTED') =
        (num_nonnulls(outcome_amount, outcome_starts_on, outcome_ends_on) = 3)),
    CONSTRAINT grant_application_period_is_ordered CHECK (outcome_starts_on <= outcome_ends_on),
    CONSTRAINT grant_application_amount_is_positive CHECK (outcome_amount > 0),
    CONSTRAINT grant_application_texts_are_bounded CHECK (length(title) BETWEEN 1 AND 300
        AND length(approval_reference) <= 200 AND length(submission_confirmation) <= 200
        AND length(outcome_feedback) <= 4000)
);
COMMENT ON TABLE resources.grant_application IS 'What is asked from a funder in answer to a call, until its answer';
COMMENT ON COLUMN resources.grant_application.submission_file IS 'The document that was sent';
CREATE INDEX grant_application_by_call ON resources.grant_application (call);
SELECT platform.audit_attach('resources.grant_application');

CREATE TABLE resources.grant_answer (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    application uuid    NOT NULL,
    position    integer NOT NULL,
    question    text    NOT NULL,
    most        integer,
    unit        text,
    writer      uuid,
    body        text    NOT NULL,
    CONSTRAINT grant_answer_pk PRIMARY KEY (id),
    CONSTRAINT grant_answer_application_fk FOREIGN KEY (application) REFERENCES resources.grant_application (id),
    CONSTRAINT grant_answer_writer_fk FOREIGN KEY (writer) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_answer_unit_is_known CHECK (unit IN ('WORDS', 'CHARACTERS', 'CHARACTERS_WITHOUT_SPACES')),
    CONSTRAINT grant_answer_limit_has_its_unit CHECK ((most IS NULL) = (unit IS NULL)),
    CONSTRAINT grant_answer_limit_is_possible CHECK (most BETWEEN 1 AND 100000),
    CONSTRAINT grant_answer_question_is_text CHECK (length(question) BETWEEN 1 AND 2000),
    CONSTRAINT grant_answer_body_is_bounded CHECK (length(body) <= 40000)
);
COMMENT ON TABLE resources.grant_answer IS 'A question of an application with its limit, its writer and its answer';
CREATE INDEX grant_answer_by_application ON resources.grant_answer (application, position);
CREATE INDEX grant_answer_by_writer ON resources.grant_answer (writer);
SELECT platform.audit_attach('resources.grant_answer');

CREATE TABLE resources.grant_application_line (
    application uuid           NOT NULL,
    position    integer        NOT NULL,
    label       text           NOT NULL,
    requested   numeric(14, 2) NOT NULL,
    other       numeric(14, 2) NOT NULL,
    CONSTRAINT grant_application_line_pk PRIMARY KEY (application, position),
    CONSTRAINT grant_application_line_fk FOREIGN KEY (application) REFERENCES resources.grant_application (id),
    CONSTRAINT grant_application_line_is_possible CHECK (requested >= 0 AND other >= 0 AND position >= 0),
    CONSTRAINT grant_application_line_label_is_short_text CHECK (length(label) BETWEEN 1 AND 200)
);
COMMENT ON TABLE resources.grant_application_line IS 'A line of the budget of an application';
COMMENT ON COLUMN resources.grant_application_line.other IS 'What others pay: our part, partners, gifts in kind';
SELECT platform.audit_attach('resources.grant_application_line');
