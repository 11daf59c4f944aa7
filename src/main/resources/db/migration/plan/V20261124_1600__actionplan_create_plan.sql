-- The action plan: its lines, each a row of its own with its own version, and its follow-up beside them.
CREATE SCHEMA IF NOT EXISTS plan;

CREATE TABLE plan.actionplan_plan (
    id                uuid        NOT NULL,
    version           integer     NOT NULL DEFAULT 1,
    title             text        NOT NULL,
    kind              text        NOT NULL,
    status            text        NOT NULL,
    period_from       date,
    period_to         date,
    decision_body     text,
    decision_date     date,
    decision_number   text,
    decision_document uuid,
    closed_on         date,
    quiet_weeks       integer     NOT NULL DEFAULT 5,
    created_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT actionplan_plan_pk PRIMARY KEY (id),
    CONSTRAINT actionplan_plan_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 300),
    CONSTRAINT actionplan_plan_kind_is_known CHECK (kind IN ('ANNUAL', 'PROGRAMME', 'DIRECTIONS')),
    CONSTRAINT actionplan_plan_status_is_known CHECK (status IN ('DRAFT', 'ADOPTED', 'CLOSED')),
    CONSTRAINT actionplan_plan_begins_before_it_ends CHECK (period_from <= period_to),
    CONSTRAINT actionplan_plan_adopted_has_period_and_decision CHECK (
        status = 'DRAFT'
        OR (period_from IS NOT NULL AND period_to IS NOT NULL AND decision_body IS NOT NULL AND decision_date IS NOT NULL)),
    CONSTRAINT actionplan_plan_decision_body_is_short_text CHECK (length(decision_body) BETWEEN 1 AND 200),
    CONSTRAINT actionplan_plan_decision_number_is_short_text CHECK (length(decision_number) BETWEEN 1 AND 100),
    CONSTRAINT actionplan_plan_quiet_weeks_are_sound CHECK (quiet_weeks BETWEEN 1 AND 52),
    CONSTRAINT actionplan_plan_closed_has_a_day CHECK ((status = 'CLOSED') = (closed_on IS NOT NULL))
);
COMMENT ON COLUMN plan.actionplan_plan.quiet_weeks IS 'After how many weeks without a realisation a line is said to be quiet';
CREATE INDEX actionplan_plan_by_period ON plan.actionplan_plan (period_from DESC NULLS FIRST, id);

CREATE TABLE plan.actionplan_section (
    id       uuid    NOT NULL,
    version  integer NOT NULL DEFAULT 1,
    plan     uuid    NOT NULL,
    position integer NOT NULL,
    kind     text    NOT NULL,
    title    text    NOT NULL,
    text     text    NOT NULL,
    CONSTRAINT actionplan_section_pk PRIMARY KEY (id),
    CONSTRAINT actionplan_section_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_section_kind_is_known CHECK (kind IN (
        'INTRODUCTION', 'PRIORITY', 'PRINCIPLES', 'TEAM', 'MISSION', 'CONTEXT', 'OVERVIEW', 'CONCLUSION', 'ANNEX',
        'OTHER')),
    CONSTRAINT actionplan_section_title_is_short_text CHECK (title = btrim(title) AND length(title) <= 500),
    CONSTRAINT actionplan_section_text_is_bounded CHECK (length(text) <= 200000)
);
CREATE INDEX actionplan_section_by_plan ON plan.actionplan_section (plan, position);

CREATE TABLE plan.actionplan_objective (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    plan           uuid    NOT NULL,
    position       integer NOT NULL,
    code           text,
    title          text    NOT NULL,
    text           text    NOT NULL DEFAULT '',
    dropped_on     date,
    dropped_reason text,
    CONSTRAINT actionplan_objective_pk PRIMARY KEY (id),
    CONSTRAINT actionplan_objective_plan_key UNIQUE (id, plan),
    CONSTRAINT actionplan_objective_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_objective_code_is_short_text CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 30),
    CONSTRAINT actionplan_objective_title_is_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 1000),
    CONSTRAINT actionplan_objective_text_is_bounded CHECK (length(text) <= 200000),
    CONSTRAINT actionplan_objective_dropped_has_a_reason
        CHECK ((dropped_on IS NULL) = (dropped_reason IS NULL) AND length(dropped_reason) <= 2000)
);
CREATE INDEX actionplan_objective_by_plan ON plan.actionplan_objective (plan, position);

CREATE TABLE plan.actionplan_means (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    plan           uuid    NOT NULL,
    objective      uuid    NOT NULL,
    position       integer NOT NULL,
    code           text,
    title          text    NOT NULL,
    text           text    NOT NULL DEFAULT '',
    area           text,
    dropped_on     date,
    dropped_reason text,
    CONSTRAINT actionplan_means_pk PRIMARY KEY (id),
    CONSTRAINT actionplan_means_plan_key UNIQUE (id, plan),
    CONSTRAINT actionplan_means_objective_fk FOREIGN KEY (objective, plan)
        REFERENCES plan.actionplan_objective (id, plan) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_means_code_is_short_text CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 30),
    CONSTRAINT actionplan_means_title_is_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 1000),
    CONSTRAINT actionplan_means_text_is_bounded CHECK (length(text) <= 200000),
    CONSTRAINT actionplan_means_area_is_known
        CHECK (area IN ('EDUCATION', 'COOPERATION', 'ADVOCACY', 'OUTREACH', 'RESOURCES', 'SAFETY')),
    CONSTRAINT actionplan_means_dropped_has_a_reason
        CHECK ((dropped_on IS NULL) = (dropped_reason IS NULL) AND length(dropped_reason) <= 2000)
);
CREATE INDEX actionplan_means_by_plan ON plan.actionplan_means (plan, objective, position);
CREATE INDEX actionplan_means_by_objective ON plan.actionplan_means (objective, plan);
CREATE INDEX actionplan_means_by_area ON plan.actionplan_means (area, plan);

CREATE TABLE plan.actionplan_action (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    plan           uuid    NOT NULL,
    means          uuid    NOT NULL,
    parent         uuid,
    position       integer NOT NULL,
    code           text,
    title          text,
    text           text    NOT NULL,
    conditions     jsonb   NOT NULL DEFAULT '[]',
    commitment     text    NOT NULL,
    target         jsonb,
    dropped_on     date,
    dropped_reason text,
    CONSTRAINT actionplan_action_pk PRIMARY KEY (id),
    CONSTRAINT actionplan_action_means_key UNIQUE (id, means),
    CONSTRAINT actionplan_action_means_fk FOREIGN KEY (means, plan) REFERENCES plan.actionplan_means (id, plan)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_action_parent_fk FOREIGN KEY (parent, means) REFERENCES plan.actionplan_action (id, means)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_action_is_not_its_own_part CHECK (parent <> id),
    CONSTRAINT actionplan_action_code_is_short_text CHECK (code = btrim(code) AND length(code) BETWEEN 1 AND 30),
    CONSTRAINT actionplan_action_title_is_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 1000),
    CONSTRAINT actionplan_action_text_is_text CHECK (length(text) BETWEEN 1 AND 20000),
    CONSTRAINT actionplan_action_conditions_are_a_list
        CHECK (jsonb_typeof(conditions) = 'array' AND jsonb_array_length(conditions) <= 20),
    CONSTRAINT actionplan_action_commitment_is_known
        CHECK (commitment IN ('FIRM', 'IF_FUNDED', 'ON_REQUEST', 'IF_SITUATION_CALLS', 'IF_CAPACITY_ALLOWS')),
    CONSTRAINT actionplan_action_target_has_a_measure CHECK (target ->> 'measure' IN (
        'REALISATIONS', 'PARTICIPATIONS', 'ORGANISATIONS', 'HOURS', 'COPIES', 'DELIVERABLE')
        AND (target ->> 'number')::numeric > 0),
    CONSTRAINT actionplan_action_dropped_has_a_reason
        CHECK ((dropped_on IS NULL) = (dropped_reason IS NULL) AND length(dropped_reason) <= 2000)
);
COMMENT ON TABLE plan.actionplan_action IS 'An action of a means, or a part of an action: its text as the plan says it';
COMMENT ON COLUMN plan.actionplan_action.parent IS 'The action that it is a part of; a part has no parts';
COMMENT ON COLUMN plan.actionplan_action.position IS 'Order among its siblings, with gaps';
CREATE INDEX actionplan_action_by_plan ON plan.actionplan_action (plan, means, position);
CREATE INDEX actionplan_action_by_means ON plan.actionplan_action (means, plan);
CREATE INDEX actionplan_action_by_parent ON plan.actionplan_action (parent, means);

CREATE TABLE plan.actionplan_follow_up (
    action            uuid    NOT NULL,
    version           integer NOT NULL DEFAULT 1,
    responsible       uuid,
    responsible_words text,
    window_from       date,
    window_to         date,
    due_words         text,
    times_per_year    integer,
    rhythm_since      date,
    effort            text,
    completed_on      date,
    completed_words   text,
    stated            text,
    stated_reason     text,
    stated_on         date,
    CONSTRAINT actionplan_follow_up_pk PRIMARY KEY (action),
    CONSTRAINT actionplan_follow_up_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_follow_up_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_follow_up_responsible_words_are_short CHECK (length(responsible_words) BETWEEN 1 AND 300),
    CONSTRAINT actionplan_follow_up_due_words_are_short CHECK (length(due_words) BETWEEN 1 AND 300),
    CONSTRAINT actionplan_follow_up_window_begins_before_it_ends CHECK (window_from <= window_to),
    CONSTRAINT actionplan_follow_up_rhythm_is_sound CHECK (times_per_year BETWEEN 1 AND 52),
    CONSTRAINT actionplan_follow_up_rhythm_has_a_beginning CHECK ((times_per_year IS NULL) = (rhythm_since IS NULL)),
    CONSTRAINT actionplan_follow_up_effort_is_known CHECK (effort IN ('S', 'M', 'L', 'XL')),
    CONSTRAINT actionplan_follow_up_completed_words_are_short
        CHECK (completed_words IS NULL OR (completed_on IS NOT NULL AND length(completed_words) BETWEEN 1 AND 500)),
    CONSTRAINT actionplan_follow_up_stated_is_known CHECK (stated IN ('POSTPONED', 'NO_REQUEST')),
    CONSTRAINT actionplan_follow_up_stated_has_a_reason CHECK (
        (stated IS NULL) = (stated_reason IS NULL) AND (stated IS NULL) = (stated_on IS NULL)
        AND length(stated_reason) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE plan.actionplan_follow_up IS 'Who, when and how far, beside the text of an action; nothing in it is required';
COMMENT ON COLUMN plan.actionplan_follow_up.responsible_words IS 'Who is responsible where it is nobody of the directory';
COMMENT ON COLUMN plan.actionplan_follow_up.due_words IS 'When it is due, as the written plan said';
COMMENT ON COLUMN plan.actionplan_follow_up.rhythm_since IS 'From which day the steps of the rhythm are counted';
COMMENT ON COLUMN plan.actionplan_follow_up.completed_on IS 'The day from which nothing more is to be done';
CREATE INDEX actionplan_follow_up_by_responsible ON plan.actionplan_follow_up (responsible);

CREATE TABLE plan.actionplan_support (
    action uuid NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT actionplan_support_pk PRIMARY KEY (action, person),
    CONSTRAINT actionplan_support_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_support_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.actionplan_support IS 'Who helps the responsible person';
CREATE INDEX actionplan_support_by_person ON plan.actionplan_support (person);

CREATE TABLE plan.actionplan_how_to (
    action  uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    text    text    NOT NULL,
    CONSTRAINT actionplan_how_to_pk PRIMARY KEY (action),
    CONSTRAINT actionplan_how_to_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_how_to_text_is_bounded CHECK (length(text) BETWEEN 1 AND 50000)
);
COMMENT ON TABLE plan.actionplan_how_to IS 'How the action is done here, in Markdown, for who comes next';

CREATE TABLE plan.actionplan_adopted_text (
    plan       uuid        NOT NULL,
    adopted_at timestamptz NOT NULL,
    tree       jsonb       NOT NULL,
    CONSTRAINT actionplan_adopted_text_pk PRIMARY KEY (plan),
    CONSTRAINT actionplan_adopted_text_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.actionplan_adopted_text IS 'The whole plan as it was adopted';

CREATE TABLE plan.actionplan_amendment (
    id          uuid        NOT NULL,
    plan        uuid        NOT NULL,
    decided_on  date        NOT NULL,
    reason      text        NOT NULL,
    number      text,
    recorded_at timestamptz NOT NULL,
    level       text        NOT NULL,
    line        uuid        NOT NULL,
    changes     text[]      NOT NULL,
    label       text        NOT NULL,
    before      jsonb,
    after       jsonb,
    CONSTRAINT actionplan_amendment_pk PRIMARY KEY (id),
    CONSTRAINT actionplan_amendment_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_amendment_reason_is_text CHECK (length(reason) BETWEEN 1 AND 2000),
    CONSTRAINT actionplan_amendment_number_is_short_text CHECK (length(number) BETWEEN 1 AND 100),
    CONSTRAINT actionplan_amendment_level_is_known
        CHECK (level IN ('PLAN', 'SECTION', 'OBJECTIVE', 'MEANS', 'ACTION')),
    CONSTRAINT actionplan_amendment_changes_are_known CHECK (
        changes <@ ARRAY['TEXT', 'COMMITMENT', 'TARGET', 'ADDED', 'DROPPED', 'MOVED', 'RESTORED']
        AND cardinality(changes) > 0)
);
COMMENT ON TABLE plan.actionplan_amendment IS 'A change of a line of an adopted plan; never rewritten';
COMMENT ON COLUMN plan.actionplan_amendment.line IS 'The id of the line, which may be gone';
COMMENT ON COLUMN plan.actionplan_amendment.label IS 'How the line was called then';
CREATE INDEX actionplan_amendment_by_plan ON plan.actionplan_amendment (plan, decided_on, id);
CREATE INDEX actionplan_amendment_by_line ON plan.actionplan_amendment (line, id);

SELECT platform.audit_attach(c.oid::regclass) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'plan' AND c.relname IN (
    'actionplan_plan', 'actionplan_section', 'actionplan_objective', 'actionplan_means', 'actionplan_action',
    'actionplan_follow_up', 'actionplan_support', 'actionplan_how_to', 'actionplan_adopted_text', 'actionplan_amendment');
