-- Group plan: plans, realisations, reports and hours.

CREATE SCHEMA IF NOT EXISTS plan;


-- actionplan ----------------------------------------------------------------------------------------------------------
-- Action plans: each line is a row with its own version, and its follow-up is beside it.

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
    continues         uuid,
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
    CONSTRAINT actionplan_plan_closed_has_a_day CHECK ((status = 'CLOSED') = (closed_on IS NOT NULL)),
    CONSTRAINT actionplan_plan_continues_fk FOREIGN KEY (continues) REFERENCES plan.actionplan_plan (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_plan_continues_key UNIQUE (continues),
    CONSTRAINT actionplan_plan_does_not_continue_itself CHECK (continues <> id)
);
COMMENT ON COLUMN plan.actionplan_plan.quiet_weeks IS 'After how many weeks without a realisation a line is said to be quiet';
COMMENT ON COLUMN plan.actionplan_plan.continues IS 'The plan of the period before, from which it was prepared; continued once';
CREATE INDEX actionplan_plan_by_period ON plan.actionplan_plan (period_from DESC NULLS FIRST, id);
SELECT platform.audit_attach('plan.actionplan_plan');

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
SELECT platform.audit_attach('plan.actionplan_section');

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
SELECT platform.audit_attach('plan.actionplan_objective');

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
    search_form    text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(coalesce(code, '') || ' ' || title)) STORED,
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
COMMENT ON COLUMN plan.actionplan_means.search_form IS 'Its code and title as they are searched';
CREATE INDEX actionplan_means_by_plan ON plan.actionplan_means (plan, objective, position);
CREATE INDEX actionplan_means_by_objective ON plan.actionplan_means (objective, plan);
CREATE INDEX actionplan_means_by_area ON plan.actionplan_means (area, plan);
CREATE INDEX actionplan_means_by_likeness ON plan.actionplan_means USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('plan.actionplan_means');

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
    search_form    text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(coalesce(title, '') || ' ' || text)) STORED,
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
COMMENT ON COLUMN plan.actionplan_action.search_form IS 'Its words as they are searched';
CREATE INDEX actionplan_action_by_plan ON plan.actionplan_action (plan, means, position);
CREATE INDEX actionplan_action_by_means ON plan.actionplan_action (means, plan);
CREATE INDEX actionplan_action_by_parent ON plan.actionplan_action (parent, means);
CREATE INDEX actionplan_action_by_likeness ON plan.actionplan_action USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('plan.actionplan_action');

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
SELECT platform.audit_attach('plan.actionplan_follow_up');

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
SELECT platform.audit_attach('plan.actionplan_support');

CREATE TABLE plan.actionplan_adopted_text (
    plan       uuid        NOT NULL,
    adopted_at timestamptz NOT NULL,
    tree       jsonb       NOT NULL,
    CONSTRAINT actionplan_adopted_text_pk PRIMARY KEY (plan),
    CONSTRAINT actionplan_adopted_text_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.actionplan_adopted_text IS 'The whole plan as it was adopted';
SELECT platform.audit_attach('plan.actionplan_adopted_text');

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
SELECT platform.audit_attach('plan.actionplan_amendment');

CREATE TABLE plan.actionplan_lineage (
    line      uuid NOT NULL,
    plan      uuid NOT NULL,
    continues uuid NOT NULL,
    CONSTRAINT actionplan_lineage_pk PRIMARY KEY (line),
    CONSTRAINT actionplan_lineage_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_lineage_once_a_plan UNIQUE (plan, continues)
);
COMMENT ON TABLE plan.actionplan_lineage IS 'The line of an earlier plan that a line of any level continues; either may be gone';
CREATE INDEX actionplan_lineage_by_continued ON plan.actionplan_lineage (continues);
SELECT platform.audit_attach('plan.actionplan_lineage');

CREATE TABLE plan.actionplan_link (
    contributor uuid NOT NULL,
    served      uuid NOT NULL,
    CONSTRAINT actionplan_link_pk PRIMARY KEY (contributor, served),
    CONSTRAINT actionplan_link_contributor_fk FOREIGN KEY (contributor) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_link_served_fk FOREIGN KEY (served) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_link_is_between_two CHECK (contributor <> served)
);
COMMENT ON TABLE plan.actionplan_link IS 'What is done for one line counts for a line of a plan that looks further: a programme, directions';
CREATE INDEX actionplan_link_by_served ON plan.actionplan_link (served, contributor);
SELECT platform.audit_attach('plan.actionplan_link');


-- realisation ---------------------------------------------------------------------------------------------------------
-- What was done and what is planned, with participants and the actions served.

CREATE FUNCTION plan.realisation_words(title text, narrative text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.es'::regconfig, title), 'A')
        || to_tsvector('platform.fr'::regconfig, narrative)
        || to_tsvector('platform.en'::regconfig, narrative)
        || to_tsvector('platform.es'::regconfig, narrative);

CREATE TABLE plan.realisation (
    id                      uuid         NOT NULL,
    version                 integer      NOT NULL DEFAULT 1,
    state                   text         NOT NULL,
    title                   text         NOT NULL,
    kind                    text         NOT NULL,
    starts_on               date         NOT NULL,
    ends_on                 date         NOT NULL,
    place                   text,
    women                   integer,
    men                     integer,
    other_gender            integer,
    not_stated              integer,
    youth                   integer,
    copies                  integer,
    staff_hours             numeric(7,2),
    volunteer_hours         numeric(7,2),
    narrative               text         NOT NULL DEFAULT '',
    links                   text[]       NOT NULL DEFAULT '{}',
    source_module           text,
    source_kind             text,
    source_id               text,
    source_url              text,
    withdrawn_reason        text,
    recorded_by             uuid         NOT NULL,
    recorded_at             timestamptz  NOT NULL,
    participations          integer      GENERATED ALWAYS AS (women + men + other_gender + not_stated) STORED,
    search_form             text         NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title)) STORED,
    words                   tsvector     NOT NULL GENERATED ALWAYS AS (plan.realisation_words(title, narrative)) STORED,
    -- Hours entered day by day replace the estimate, separately for the team and for volunteers. One column of each
    -- gives the hours that count, so that no reader has to choose.
    worked_staff_hours      numeric(9,2),
    worked_volunteer_hours  numeric(9,2),
    counted_staff_hours     numeric(9,2) GENERATED ALWAYS AS (coalesce(worked_staff_hours, staff_hours)) STORED,
    counted_volunteer_hours numeric(9,2) GENERATED ALWAYS AS (coalesce(worked_volunteer_hours, volunteer_hours)) STORED,
    CONSTRAINT realisation_pk PRIMARY KEY (id),
    CONSTRAINT realisation_source_key UNIQUE (source_module, source_kind, source_id),
    CONSTRAINT realisation_state_is_known CHECK (state IN ('PLANNED', 'DONE', 'WITHDRAWN')),
    CONSTRAINT realisation_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 300),
    CONSTRAINT realisation_kind_is_known CHECK (kind IN (
        'WORKSHOP', 'TRAINING', 'MEETING', 'REPRESENTATION', 'SPEECH', 'PUBLICATION', 'MEDIA', 'RESOLUTION', 'MISSION',
        'REPORT', 'OTHER')),
    CONSTRAINT realisation_begins_before_it_ends CHECK (starts_on <= ends_on),
    CONSTRAINT realisation_place_is_a_code CHECK (place ~ '^(QC-(0[1-9]|1[0-7])|[A-Z]{2}|ONLINE|SEVERAL)$'),
    CONSTRAINT realisation_participations_are_four_numbers_or_none CHECK (
        num_nulls(women, men, other_gender, not_stated) IN (0, 4)
        AND least(women, men, other_gender, not_stated, youth) >= 0
        AND (youth IS NULL OR women IS NOT NULL)
        AND youth <= women + men + other_gender + not_stated
        AND women::bigint + men + other_gender + not_stated <= 1000000),
    CONSTRAINT realisation_copies_are_a_number CHECK (copies BETWEEN 0 AND 10000000),
    CONSTRAINT realisation_hours_are_sound CHECK (staff_hours BETWEEN 0 AND 9999 AND volunteer_hours BETWEEN 0 AND 9999),
    CONSTRAINT realisation_narrative_is_bounded CHECK (length(narrative) <= 20000),
    CONSTRAINT realisation_links_are_few CHECK (cardinality(links) <= 20),
    CONSTRAINT realisation_source_is_whole CHECK (num_nulls(source_module, source_kind, source_id) IN (0, 3)),
    CONSTRAINT realisation_source_url_is_ours CHECK (source_url IS NULL OR (source_url ~ '^/[^/]' AND source_id IS NOT NULL)),
    CONSTRAINT realisation_withdrawn_reason_is_short_text
        CHECK (withdrawn_reason IS NULL OR (state = 'WITHDRAWN' AND length(withdrawn_reason) BETWEEN 1 AND 2000)),
    CONSTRAINT realisation_worked_hours_are_sound CHECK (worked_staff_hours > 0 AND worked_volunteer_hours > 0)
);
COMMENT ON TABLE plan.realisation IS 'One thing that happened, or is to happen: the evidence of every report';
COMMENT ON COLUMN plan.realisation.ends_on IS 'Its last day; it belongs to the period in which this lies';
COMMENT ON COLUMN plan.realisation.place IS 'QC-01 to QC-17, a country by ISO 3166-1 alpha-2, ONLINE or SEVERAL';
COMMENT ON COLUMN plan.realisation.not_stated IS 'Participations of whom nobody said more';
COMMENT ON COLUMN plan.realisation.staff_hours IS 'An estimate';
COMMENT ON COLUMN plan.realisation.source_module IS 'The module in which it happened; null where it was entered by hand';
COMMENT ON COLUMN plan.realisation.recorded_by IS 'The account that recorded it first';
COMMENT ON COLUMN plan.realisation.worked_staff_hours IS 'The sum of what the team entered; null where nobody did, and the estimate counts';
COMMENT ON COLUMN plan.realisation.worked_volunteer_hours IS 'The same of volunteers';
CREATE INDEX realisation_by_day ON plan.realisation (ends_on DESC, id DESC) WHERE state <> 'WITHDRAWN';
CREATE INDEX realisation_by_state ON plan.realisation (state, ends_on DESC, id DESC) WHERE state <> 'DONE';
CREATE INDEX realisation_by_words ON plan.realisation USING gin (words);
CREATE INDEX realisation_by_likeness ON plan.realisation USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('plan.realisation');

CREATE TABLE plan.realisation_organisation (
    realisation  uuid NOT NULL,
    organisation uuid NOT NULL,
    CONSTRAINT realisation_organisation_pk PRIMARY KEY (realisation, organisation),
    CONSTRAINT realisation_organisation_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT realisation_organisation_organisation_fk
        FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.realisation_organisation IS 'Which organisations took part';
CREATE INDEX realisation_organisation_by_organisation
    ON plan.realisation_organisation (organisation, realisation);
SELECT platform.audit_attach('plan.realisation_organisation');

CREATE TABLE plan.realisation_served (
    realisation uuid NOT NULL,
    action      uuid NOT NULL,
    CONSTRAINT realisation_served_pk PRIMARY KEY (realisation, action),
    CONSTRAINT realisation_served_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT realisation_served_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.realisation_served IS 'Which actions of which plans it serves';
CREATE INDEX realisation_served_by_action ON plan.realisation_served (action, realisation);
SELECT platform.audit_attach('plan.realisation_served');

-- Photographs and papers of realisations. platform.document stores the file; here are its caption and whether it may be
-- published.
CREATE TABLE plan.realisation_document (
    document    uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    realisation uuid    NOT NULL,
    kind        text    NOT NULL,
    caption     text    NOT NULL DEFAULT '',
    alternative text    NOT NULL DEFAULT '',
    publishable boolean NOT NULL DEFAULT false,
    CONSTRAINT realisation_document_pk PRIMARY KEY (document),
    CONSTRAINT realisation_document_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT realisation_document_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT realisation_document_kind_is_known CHECK (kind IN ('PHOTOGRAPH', 'ATTENDANCE', 'PAPER')),
    CONSTRAINT realisation_document_words_are_short CHECK (length(caption) <= 500 AND length(alternative) <= 500),
    CONSTRAINT realisation_document_publishes_photographs_alone CHECK (NOT publishable OR kind = 'PHOTOGRAPH')
);
COMMENT ON TABLE plan.realisation_document IS 'Photographs, attendance sheets and papers of a realisation';
COMMENT ON COLUMN plan.realisation_document.alternative IS 'What the photograph shows, for who does not see it';
COMMENT ON COLUMN plan.realisation_document.publishable IS 'Whether those shown let it be published; else it is for internal use';
CREATE INDEX realisation_document_by_realisation ON plan.realisation_document (realisation, document);
SELECT platform.audit_attach('plan.realisation_document');


-- reading -------------------------------------------------------------------------------------------------------------

CREATE TABLE plan.reading_draft (
    id         uuid PRIMARY KEY,
    version    integer NOT NULL,
    file_name  text NOT NULL CONSTRAINT reading_draft_file_name_length CHECK (length(file_name) <= 200),
    sheet      jsonb NOT NULL,
    read_at    timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
COMMENT ON TABLE plan.reading_draft IS 'A written plan being corrected; it goes when the plan is made, or after 30 days.';
CREATE INDEX reading_draft_changed ON plan.reading_draft (changed_at DESC);


-- report --------------------------------------------------------------------------------------------------------------
-- Reports: their period and texts while they are written; their files and facts once filed, which nothing changes any
-- more.

CREATE TABLE plan.report (
    id                uuid        NOT NULL,
    version           integer     NOT NULL DEFAULT 1,
    plan              uuid        NOT NULL,
    audience          text        NOT NULL,
    edition           integer     NOT NULL DEFAULT 1,
    replaces          uuid,
    title             text        NOT NULL,
    period_from       date        NOT NULL,
    period_to         date        NOT NULL,
    due_on            date,
    language          text        NOT NULL,
    responsible       uuid,
    responsible_words text,
    created_at        timestamptz NOT NULL,
    CONSTRAINT report_pk PRIMARY KEY (id),
    CONSTRAINT report_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_replaces_fk FOREIGN KEY (replaces) REFERENCES plan.report (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_replaces_key UNIQUE (replaces),
    CONSTRAINT report_period_key UNIQUE (plan, audience, period_from, period_to, edition),
    CONSTRAINT report_edition_counts_from_one CHECK (edition >= 1 AND (edition = 1) = (replaces IS NULL)),
    CONSTRAINT report_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT report_period_begins_before_it_ends CHECK (period_from <= period_to),
    CONSTRAINT report_language_is_known CHECK (language IN ('fr', 'en')),
    CONSTRAINT report_responsible_words_are_short CHECK (length(responsible_words) BETWEEN 1 AND 300),
    CONSTRAINT report_audience_is_known CHECK (audience IN ('ANNUAL', 'BOARD'))
);
COMMENT ON TABLE plan.report IS 'A report of what was done for a plan in a period';
COMMENT ON COLUMN plan.report.edition IS 'A report that was wrongly filed is replaced by the next edition';
CREATE INDEX report_by_plan ON plan.report (plan, period_from);
CREATE INDEX report_by_responsible ON plan.report (responsible);
SELECT platform.audit_attach('plan.report');

CREATE TABLE plan.report_section (
    id                uuid    NOT NULL,
    version           integer NOT NULL DEFAULT 1,
    report            uuid    NOT NULL,
    kind              text    NOT NULL,
    line              uuid,
    heading           text,
    instruction       text,
    most              integer,
    optional          boolean,
    responsible       uuid,
    responsible_words text,
    text              text    NOT NULL DEFAULT '',
    taken_from        uuid,
    CONSTRAINT report_section_pk PRIMARY KEY (id),
    CONSTRAINT report_section_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_section_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_section_taken_from_fk FOREIGN KEY (taken_from) REFERENCES plan.report (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_section_key UNIQUE NULLS NOT DISTINCT (report, kind, line),
    CONSTRAINT report_section_has_a_line_of_the_plan CHECK ((kind IN ('OBJECTIVE', 'MEANS')) = (line IS NOT NULL)),
    CONSTRAINT report_section_heading_is_short_text CHECK (length(heading) BETWEEN 1 AND 200),
    CONSTRAINT report_section_instruction_is_short_text CHECK (length(instruction) BETWEEN 1 AND 2000),
    CONSTRAINT report_section_most_is_sound CHECK (most BETWEEN 100 AND 50000),
    CONSTRAINT report_section_responsible_words_are_short CHECK (length(responsible_words) BETWEEN 1 AND 300),
    CONSTRAINT report_section_text_is_bounded CHECK (length(text) <= 60000),
    CONSTRAINT report_section_kind_is_known
        CHECK (kind IN ('FOREWORD', 'ESSENTIAL', 'DECISIONS', 'OBJECTIVE', 'MEANS', 'CLOSING'))
);
COMMENT ON TABLE plan.report_section IS 'What is written of a section; no row as long as nothing was said of it';
COMMENT ON COLUMN plan.report_section.line IS 'The objective or means, which may be gone from a plan that is a draft again';
COMMENT ON COLUMN plan.report_section.most IS 'The most characters; null for what is usual';
COMMENT ON COLUMN plan.report_section.optional IS 'Whether it may stay without a text; null for what is usual';
COMMENT ON COLUMN plan.report_section.text IS 'Markdown';
COMMENT ON COLUMN plan.report_section.taken_from IS 'The report whose text stands here unchanged';
CREATE INDEX report_section_by_responsible ON plan.report_section (responsible);
CREATE INDEX report_section_by_source ON plan.report_section (taken_from);
SELECT platform.audit_attach('plan.report_section');

CREATE TABLE plan.report_gap (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    report  uuid    NOT NULL,
    action  uuid    NOT NULL,
    words   text    NOT NULL,
    CONSTRAINT report_gap_pk PRIMARY KEY (id),
    CONSTRAINT report_gap_key UNIQUE (report, action),
    CONSTRAINT report_gap_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_gap_words_are_short_text CHECK (length(words) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE plan.report_gap IS 'Why a target was not reached, or was passed, in the words of the report';
SELECT platform.audit_attach('plan.report_gap');

CREATE TABLE plan.report_check (
    report  uuid NOT NULL,
    means   uuid NOT NULL,
    figures text NOT NULL,
    CONSTRAINT report_check_pk PRIMARY KEY (report, means),
    CONSTRAINT report_check_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_check_figures_are_short_text CHECK (length(figures) BETWEEN 1 AND 500)
);
COMMENT ON TABLE plan.report_check IS 'The figures of a means as someone found them right; others are to be checked again';
SELECT platform.audit_attach('plan.report_check');

CREATE TABLE plan.report_left_out (
    report      uuid NOT NULL,
    realisation uuid NOT NULL,
    reason      text NOT NULL,
    CONSTRAINT report_left_out_pk PRIMARY KEY (report, realisation),
    CONSTRAINT report_left_out_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_left_out_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_left_out_reason_is_short_text CHECK (length(reason) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE plan.report_left_out IS 'A realisation that is not told in a report, and why';
CREATE INDEX report_left_out_by_realisation ON plan.report_left_out (realisation);
SELECT platform.audit_attach('plan.report_left_out');

CREATE TABLE plan.report_filing (
    report   uuid        NOT NULL,
    filed_at timestamptz NOT NULL,
    filed_on date        NOT NULL,
    filed_by uuid        NOT NULL,
    schema   integer     NOT NULL,
    CONSTRAINT report_filing_pk PRIMARY KEY (report),
    CONSTRAINT report_filing_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.report_filing IS 'A report that was handed over; from then on nothing of it changes';
COMMENT ON COLUMN plan.report_filing.filed_on IS 'The day, where the organisation is';
COMMENT ON COLUMN plan.report_filing.schema IS 'The version of the facts'' form';
SELECT platform.audit_attach('plan.report_filing');

CREATE TABLE plan.report_file (
    report uuid   NOT NULL,
    kind   text   NOT NULL,
    length bigint NOT NULL,
    sha256 bytea  NOT NULL,
    CONSTRAINT report_file_pk PRIMARY KEY (report, kind),
    CONSTRAINT report_file_report_fk FOREIGN KEY (report) REFERENCES plan.report (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_file_kind_is_known CHECK (kind IN ('PDF', 'WORD', 'FACTS')),
    CONSTRAINT report_file_sha256_is_a_hash CHECK (octet_length(sha256) = 32)
);
COMMENT ON TABLE plan.report_file IS 'A file of a filed report, as it was handed over, byte for byte';
SELECT platform.audit_attach('plan.report_file');

CREATE TABLE plan.report_file_chunk (
    report   uuid    NOT NULL,
    kind     text    NOT NULL,
    position integer NOT NULL,
    content  bytea   NOT NULL,
    CONSTRAINT report_file_chunk_pk PRIMARY KEY (report, kind, position),
    CONSTRAINT report_file_chunk_file_fk FOREIGN KEY (report, kind) REFERENCES plan.report_file (report, kind)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_file_chunk_is_bounded CHECK (octet_length(content) BETWEEN 1 AND 262144)
);
ALTER TABLE plan.report_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE plan.report_handed_in (
    report    uuid NOT NULL,
    place     uuid NOT NULL,
    handed_on date NOT NULL,
    CONSTRAINT report_handed_in_pk PRIMARY KEY (report, place),
    CONSTRAINT report_handed_in_report_fk FOREIGN KEY (report) REFERENCES plan.report (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.report_handed_in IS 'In the papers of which meeting a filed report was put';
COMMENT ON COLUMN plan.report_handed_in.place IS 'The meeting, which a module above keeps';
SELECT platform.audit_attach('plan.report_handed_in');

-- A filed report is rewritten without a name that was erased or sealed since. This table keeps the hash of the former
-- file; figures never change.
CREATE TABLE plan.report_renaming (
    id         uuid        NOT NULL,
    report     uuid        NOT NULL,
    kind       text        NOT NULL,
    stand_in   text        NOT NULL,
    was_sha256 bytea       NOT NULL,
    renamed_at timestamptz NOT NULL,
    CONSTRAINT report_renaming_pk PRIMARY KEY (id),
    CONSTRAINT report_renaming_file_fk FOREIGN KEY (report, kind) REFERENCES plan.report_file (report, kind)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT report_renaming_was_sha256_is_a_hash CHECK (octet_length(was_sha256) = 32)
);
COMMENT ON TABLE plan.report_renaming IS 'That a filed file was written anew without a name, and the hash that it had';
CREATE INDEX report_renaming_by_report ON plan.report_renaming (report, renamed_at);
SELECT platform.audit_attach('plan.report_renaming');

-- A filing is only ever added to, in one transaction: the files first, then the filing.
REVOKE UPDATE, DELETE ON plan.report_filing, plan.report_file, plan.report_file_chunk FROM ${application};

CREATE FUNCTION plan.report_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'TRUNCATE' AND plan.report_is_renamed(TG_RELID) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'A filed report is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER report_filing_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report_filing
    FOR EACH STATEMENT EXECUTE FUNCTION plan.report_refuse();
CREATE TRIGGER report_file_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report_file
    FOR EACH STATEMENT EXECUTE FUNCTION plan.report_refuse();
CREATE TRIGGER report_file_chunk_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON plan.report_file_chunk
    FOR EACH STATEMENT EXECUTE FUNCTION plan.report_refuse();

-- Of a filed report only the responsible person may change, which is no part of the filed document.
CREATE FUNCTION plan.report_refuse_once_filed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    followed CONSTANT text[] := '{version,responsible,responsible_words}';
    which    uuid;
BEGIN
    IF TG_OP = 'DELETE' THEN
        which := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
    ELSE
        which := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    END IF;
    IF EXISTS (SELECT FROM plan.report_filing f WHERE f.report = which) AND NOT plan.report_is_renamed(TG_RELID) THEN
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - followed = to_jsonb(OLD) - followed THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A filed report is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER report_stays_once_filed BEFORE UPDATE OR DELETE ON plan.report
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('id');
CREATE TRIGGER report_section_stays_once_filed BEFORE INSERT OR UPDATE OR DELETE ON plan.report_section
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_gap_stays_once_filed BEFORE INSERT OR UPDATE OR DELETE ON plan.report_gap
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_check_stays_once_filed BEFORE INSERT OR UPDATE OR DELETE ON plan.report_check
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_left_out_stays_once_filed BEFORE INSERT OR UPDATE OR DELETE ON plan.report_left_out
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_file_comes_before_filing BEFORE INSERT ON plan.report_file
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');
CREATE TRIGGER report_file_chunk_comes_before_filing BEFORE INSERT ON plan.report_file_chunk
    FOR EACH ROW EXECUTE FUNCTION plan.report_refuse_once_filed('report');

-- Only plan.report_rename, which runs as the owner, may change a filed report.
CREATE FUNCTION plan.report_is_renamed(relation oid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('convergence.report_renaming', true), '') = 'on'
       AND current_user = pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = relation
$$;

CREATE FUNCTION plan.report_rename(renaming uuid, which uuid, file text, content bytea, hash bytea, stand_in text, now timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('convergence.report_renaming', 'on', true);
    INSERT INTO plan.report_renaming (id, report, kind, stand_in, was_sha256, renamed_at)
    SELECT renaming, f.report, f.kind, stand_in, f.sha256, now FROM plan.report_file f
    WHERE f.report = which AND f.kind = file;
    DELETE FROM plan.report_file_chunk c WHERE c.report = which AND c.kind = file;
    UPDATE plan.report_file f SET length = octet_length(content), sha256 = hash WHERE f.report = which AND f.kind = file;
    INSERT INTO plan.report_file_chunk (report, kind, position, content)
    SELECT which, file, piece, substring(content FROM piece * 262144 + 1 FOR 262144)
    FROM generate_series(0, (octet_length(content) - 1) / 262144) AS piece;
    PERFORM set_config('convergence.report_renaming', '', true);
END
$$;


-- time ----------------------------------------------------------------------------------------------------------------
-- Contracts, closures and leave, and the hours of each week. The reason of a leave is never asked. Hours on no action
-- and no realisation are those of running the office.

CREATE TABLE plan.time_contract (
    id           uuid         NOT NULL,
    version      integer      NOT NULL DEFAULT 1,
    person       uuid         NOT NULL,
    starts_on    date         NOT NULL,
    ends_on      date,
    source       text         NOT NULL,
    monday       numeric(4,2) NOT NULL,
    tuesday      numeric(4,2) NOT NULL,
    wednesday    numeric(4,2) NOT NULL,
    thursday     numeric(4,2) NOT NULL,
    friday       numeric(4,2) NOT NULL,
    saturday     numeric(4,2) NOT NULL,
    sunday       numeric(4,2) NOT NULL,
    office_share integer      NOT NULL DEFAULT 30,
    beside       boolean      NOT NULL DEFAULT false,
    approver     uuid,
    CONSTRAINT time_contract_pk PRIMARY KEY (id),
    CONSTRAINT time_contract_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_contract_begins_before_it_ends CHECK (starts_on <= ends_on),
    CONSTRAINT time_contract_source_is_known CHECK (source IN ('PERMANENT', 'WAGE_SUBSIDY', 'INTERN', 'VOLUNTEER')),
    CONSTRAINT time_contract_hours_are_sound CHECK (
        least(monday, tuesday, wednesday, thursday, friday, saturday, sunday) >= 0
        AND greatest(monday, tuesday, wednesday, thursday, friday, saturday, sunday) <= 24
        AND monday + tuesday + wednesday + thursday + friday + saturday + sunday > 0),
    CONSTRAINT time_contract_office_share_is_a_share CHECK (office_share BETWEEN 0 AND 100),
    CONSTRAINT time_contract_one_at_a_time EXCLUDE USING gist
        (person WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (NOT beside) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_contract_approver_fk FOREIGN KEY (approver) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON COLUMN plan.time_contract.ends_on IS 'Its last day; null where no end is known';
COMMENT ON COLUMN plan.time_contract.office_share IS 'Percentage of the hours that running the office takes';
COMMENT ON COLUMN plan.time_contract.beside IS 'Said to run beside another contract of the same person';
COMMENT ON COLUMN plan.time_contract.approver IS 'Who approves the weeks of this contract; null: whoever may approve weeks, other than oneself (R-TIME-4)';
CREATE INDEX time_contract_by_person ON plan.time_contract (person, starts_on);
CREATE INDEX time_contract_approver_idx ON plan.time_contract (approver) WHERE approver IS NOT NULL;
SELECT platform.audit_attach('plan.time_contract');

CREATE TABLE plan.time_closure (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    kind      text    NOT NULL,
    name      text    NOT NULL,
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL,
    source    text,
    CONSTRAINT time_closure_pk PRIMARY KEY (id),
    CONSTRAINT time_closure_kind_is_known CHECK (kind IN ('HOLIDAY', 'CLOSURE')),
    CONSTRAINT time_closure_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    CONSTRAINT time_closure_begins_before_it_ends CHECK (starts_on <= ends_on),
    CONSTRAINT time_closure_is_shorter_than_a_year CHECK (ends_on - starts_on < 366),
    CONSTRAINT time_closure_source_is_short_text CHECK (length(source) BETWEEN 1 AND 300)
);
COMMENT ON TABLE plan.time_closure IS 'A holiday, or days on which the organisation is closed';
COMMENT ON COLUMN plan.time_closure.source IS 'Which text says so: an act, a collective agreement, a decision';
CREATE INDEX time_closure_by_day ON plan.time_closure (starts_on, id);
CREATE INDEX time_closure_by_end ON plan.time_closure (ends_on);
SELECT platform.audit_attach('plan.time_closure');

CREATE TABLE plan.time_leave (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    person    uuid    NOT NULL,
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL,
    hours     numeric(4,2),
    CONSTRAINT time_leave_pk PRIMARY KEY (id),
    CONSTRAINT time_leave_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_leave_begins_before_it_ends CHECK (starts_on <= ends_on),
    CONSTRAINT time_leave_hours_are_of_one_day CHECK (hours IS NULL OR (starts_on = ends_on AND hours > 0 AND hours <= 24))
);
COMMENT ON COLUMN plan.time_leave.hours IS 'A part of one day; null for whole days';
CREATE INDEX time_leave_by_person ON plan.time_leave (person, starts_on);
CREATE INDEX time_leave_by_end ON plan.time_leave (ends_on);
SELECT platform.audit_attach('plan.time_leave');

CREATE TABLE plan.time_sheet (
    id           uuid        NOT NULL,
    version      integer     NOT NULL DEFAULT 1,
    person       uuid        NOT NULL,
    monday       date        NOT NULL,
    state        text        NOT NULL DEFAULT 'DRAFT',
    saved_at     timestamptz NOT NULL,
    submitted_at timestamptz,
    decided_at   timestamptz,
    decided_by   uuid,
    decided_name text,
    comment      text,
    CONSTRAINT time_sheet_pk PRIMARY KEY (id),
    CONSTRAINT time_sheet_one_a_week UNIQUE (person, monday),
    CONSTRAINT time_sheet_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_sheet_begins_on_a_monday CHECK (extract(isodow FROM monday) = 1),
    CONSTRAINT time_sheet_state_is_known CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')),
    CONSTRAINT time_sheet_is_submitted_once_said CHECK ((state IN ('SUBMITTED', 'APPROVED')) <= (submitted_at IS NOT NULL)),
    CONSTRAINT time_sheet_approved_names_who CHECK (
        state NOT IN ('RETURNED', 'APPROVED') OR num_nulls(decided_at, decided_by, decided_name) = 0),
    CONSTRAINT time_sheet_returned_says_why CHECK (state <> 'RETURNED' OR length(comment) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE plan.time_sheet IS 'The hours of a person in a week, from Monday to Sunday';
COMMENT ON COLUMN plan.time_sheet.decided_by IS 'The account that approved, returned or reopened it';
CREATE INDEX time_sheet_by_state ON plan.time_sheet (state, monday DESC, id);
-- Today's weeks, leave and closures are found without reading those of earlier years.
CREATE INDEX time_sheet_by_week ON plan.time_sheet (monday);
SELECT platform.audit_attach('plan.time_sheet');

CREATE TABLE plan.time_entry (
    id          uuid         NOT NULL,
    person      uuid         NOT NULL,
    monday      date         NOT NULL,
    day         date         NOT NULL,
    hours       numeric(5,2) NOT NULL,
    action      uuid,
    realisation uuid,
    volunteer   boolean      NOT NULL,
    CONSTRAINT time_entry_pk PRIMARY KEY (id),
    CONSTRAINT time_entry_one_a_cell UNIQUE NULLS NOT DISTINCT (person, day, action, realisation)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_entry_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_entry_sheet_fk FOREIGN KEY (person, monday) REFERENCES plan.time_sheet (person, monday)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_entry_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_entry_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT time_entry_lies_in_its_week CHECK (day BETWEEN monday AND monday + 6),
    CONSTRAINT time_entry_hours_are_of_a_day CHECK (hours > 0 AND hours <= 24)
);
COMMENT ON TABLE plan.time_entry IS 'Hours of a person on a day: on an action, in a realisation, or both; on neither, running the office';
COMMENT ON COLUMN plan.time_entry.volunteer IS 'Whether she gave them: no contract that pays covered the day when it was entered';
CREATE INDEX time_entry_by_week ON plan.time_entry (person, monday);
CREATE INDEX time_entry_by_day ON plan.time_entry (day DESC, id DESC);
CREATE INDEX time_entry_by_action ON plan.time_entry (action, day) INCLUDE (hours);
CREATE INDEX time_entry_by_realisation ON plan.time_entry (realisation) WHERE realisation IS NOT NULL;
SELECT platform.audit_attach('plan.time_entry');


-- preparation ---------------------------------------------------------------------------------------------------------
-- Decisions on the lines of a plan when the next one is prepared. A line without a row follows the facts.

CREATE TABLE plan.preparation_choice (
    action    uuid        NOT NULL,
    version   integer     NOT NULL DEFAULT 1,
    choice    text        NOT NULL,
    text      text,
    target    numeric,
    reason    text,
    batch     uuid,
    chosen_at timestamptz NOT NULL,
    CONSTRAINT preparation_choice_pk PRIMARY KEY (action),
    CONSTRAINT preparation_choice_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT preparation_choice_is_known CHECK (choice IN ('KEEP', 'REWORD', 'POSTPONE', 'WITHDRAW')),
    CONSTRAINT preparation_choice_rewords_in_words
        CHECK ((choice = 'REWORD') = (text IS NOT NULL) AND length(text) BETWEEN 1 AND 20000),
    CONSTRAINT preparation_choice_target_is_above_zero CHECK (target > 0),
    CONSTRAINT preparation_choice_reason_is_short_text CHECK (length(reason) BETWEEN 1 AND 2000)
);
COMMENT ON COLUMN plan.preparation_choice.text IS 'The words of the line in the next plan, where they are others';
COMMENT ON COLUMN plan.preparation_choice.target IS 'The number of its target in the next plan, where it is another';
COMMENT ON COLUMN plan.preparation_choice.reason IS 'Why it waits, where it is postponed';
COMMENT ON COLUMN plan.preparation_choice.batch IS 'The one gesture by which proposals were accepted together, so that it can be taken back';
CREATE INDEX preparation_choice_by_batch ON plan.preparation_choice (batch);
SELECT platform.audit_attach('plan.preparation_choice');


-- calendar ------------------------------------------------------------------------------------------------------------
-- Connected calendars, their entries around today, and the answers. Each belongs to its owner alone: the audit contains
-- no title and no address.

CREATE TABLE plan.calendar_source (
    id            uuid        NOT NULL,
    owner         uuid        NOT NULL,
    name          text        NOT NULL,
    host          text,
    address       text,
    etag          text,
    last_modified text,
    connected_at  timestamptz NOT NULL,
    read_at       timestamptz,
    entries       integer     NOT NULL DEFAULT 0,
    assumed_zone  boolean     NOT NULL DEFAULT false,
    next_at       timestamptz,
    failures      integer     NOT NULL DEFAULT 0,
    failing_since timestamptz,
    problem       jsonb,
    CONSTRAINT calendar_source_pk PRIMARY KEY (id),
    CONSTRAINT calendar_source_name_is_short_text CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT calendar_source_address_has_a_host CHECK ((address IS NULL) = (host IS NULL)),
    CONSTRAINT calendar_source_only_an_address_is_read_again CHECK (address IS NOT NULL OR next_at IS NULL),
    CONSTRAINT calendar_source_failure_is_whole CHECK ((failures = 0) = (failing_since IS NULL AND problem IS NULL))
);
COMMENT ON COLUMN plan.calendar_source.owner IS 'The account of whoever connected it; nobody else sees it';
COMMENT ON COLUMN plan.calendar_source.address IS 'Sealed; null where a file was brought in';
COMMENT ON COLUMN plan.calendar_source.next_at IS 'When it is read again; null where there is no address';
CREATE INDEX calendar_source_by_owner ON plan.calendar_source (owner, id);
CREATE INDEX calendar_source_by_turn ON plan.calendar_source (next_at, id) WHERE next_at IS NOT NULL;
SELECT platform.audit_attach('plan.calendar_source', '{name,host,address,etag,last_modified,read_at,entries,assumed_zone,next_at,failures,failing_since,problem}');

CREATE TABLE plan.calendar_entry (
    id        uuid        NOT NULL,
    owner     uuid        NOT NULL,
    source    uuid        NOT NULL,
    key       bytea       NOT NULL,
    series    bytea       NOT NULL,
    recurs    boolean     NOT NULL,
    day       date        NOT NULL,
    last_day  date        NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    all_day   boolean     NOT NULL,
    title     text        NOT NULL,
    place     text        NOT NULL,
    seen_at   timestamptz NOT NULL,
    CONSTRAINT calendar_entry_pk PRIMARY KEY (id),
    CONSTRAINT calendar_entry_once UNIQUE (owner, key),
    CONSTRAINT calendar_entry_source_fk FOREIGN KEY (source) REFERENCES plan.calendar_source (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT calendar_entry_begins_before_it_ends CHECK (starts_at <= ends_at AND day <= last_day),
    CONSTRAINT calendar_entry_texts_are_short CHECK (length(title) BETWEEN 1 AND 200 AND length(place) <= 200)
);
COMMENT ON TABLE plan.calendar_entry IS 'What stands in a connected calendar, some weeks back and some ahead';
COMMENT ON COLUMN plan.calendar_entry.key IS 'Which entry it is, whatever its day is moved to: a hash of its number and its place in its series';
COMMENT ON COLUMN plan.calendar_entry.day IS 'Its first day where the organisation is';
COMMENT ON COLUMN plan.calendar_entry.seen_at IS 'When it was first read, or its day was moved';
CREATE INDEX calendar_entry_by_end ON plan.calendar_entry (owner, ends_at DESC, id DESC);
CREATE INDEX calendar_entry_by_source ON plan.calendar_entry (source);
CREATE INDEX calendar_entry_by_series ON plan.calendar_entry (owner, series);
SELECT platform.backup_leave_out('plan.calendar_entry', 'read again from the calendars themselves');

CREATE TABLE plan.calendar_answer (
    owner       uuid        NOT NULL,
    key         bytea       NOT NULL,
    answer      text        NOT NULL,
    at          timestamptz NOT NULL,
    day         date,
    again_on    date,
    realisation uuid,
    CONSTRAINT calendar_answer_pk PRIMARY KEY (owner, key),
    CONSTRAINT calendar_answer_is_known CHECK (answer IN ('DONE', 'POSTPONED', 'DISMISSED', 'NEVER')),
    CONSTRAINT calendar_answer_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.calendar_answer IS 'What was answered, by hashes alone: it is not asked again, though the calendar is read again or connected anew';
COMMENT ON COLUMN plan.calendar_answer.key IS 'That of an entry, or of a series (NEVER)';
COMMENT ON COLUMN plan.calendar_answer.day IS 'The day on which the entry stood then: postponed, it is asked again when its calendar gives a later one';
COMMENT ON COLUMN plan.calendar_answer.again_on IS 'The new day of something postponed, where she said it';
CREATE INDEX calendar_answer_by_key ON plan.calendar_answer (key) WHERE realisation IS NOT NULL;
CREATE INDEX calendar_answer_by_realisation ON plan.calendar_answer (realisation) WHERE realisation IS NOT NULL;


-- mailbox -------------------------------------------------------------------------------------------------------------
-- Mails forwarded to a private address, until their owner files each of them.

CREATE TABLE plan.mailbox_address (
    account     uuid        NOT NULL,
    secret_hash bytea       NOT NULL,
    sealed      text        NOT NULL,
    opened_at   timestamptz NOT NULL,
    CONSTRAINT mailbox_address_pk PRIMARY KEY (account),
    CONSTRAINT mailbox_address_secret_key UNIQUE (secret_hash)
);
COMMENT ON TABLE plan.mailbox_address IS 'To which private address somebody forwards';
COMMENT ON COLUMN plan.mailbox_address.secret_hash IS 'SHA-256 of the part after the plus sign, by which mail is matched';
COMMENT ON COLUMN plan.mailbox_address.sealed IS 'The same part under the keys of the installation, so that its owner reads it again';
-- No backup contains what opens an address: a new address is a gesture away, and no backup contains the keys of this
-- one.
SELECT platform.backup_leave_out('plan.mailbox_address', 'hashes of secrets; a new address is a gesture away');

CREATE TABLE plan.mailbox_message (
    id          uuid        NOT NULL,
    account     uuid        NOT NULL,
    state       text        NOT NULL,
    sender      text        NOT NULL,
    verified    boolean     NOT NULL DEFAULT false,
    subject     text        NOT NULL,
    written_on  date        NOT NULL,
    body        text        NOT NULL DEFAULT '',
    people      jsonb       NOT NULL DEFAULT '[]',
    left_out    integer     NOT NULL DEFAULT 0,
    received_at timestamptz NOT NULL,
    noticed_at  timestamptz,
    CONSTRAINT mailbox_message_pk PRIMARY KEY (id),
    CONSTRAINT mailbox_message_state_is_known CHECK (state IN ('WAITING', 'HELD', 'TOO_LARGE', 'UNREADABLE')),
    CONSTRAINT mailbox_message_is_bounded CHECK (
        length(sender) <= 254 AND length(subject) <= 300 AND length(body) <= 20000 AND pg_column_size(people) <= 40000
        AND left_out >= 0)
);
COMMENT ON TABLE plan.mailbox_message IS 'A forwarded mail that waits for its owner; personal data, seen by her alone, gone after 60 days';
COMMENT ON COLUMN plan.mailbox_message.sender IS 'Who forwarded it, as the mail says';
COMMENT ON COLUMN plan.mailbox_message.verified IS 'Whether the trusted host says that the sender is who it says';
COMMENT ON COLUMN plan.mailbox_message.left_out IS 'Attachments that are not kept';
CREATE INDEX mailbox_message_by_account ON plan.mailbox_message (account, received_at DESC, id DESC);
CREATE INDEX mailbox_message_by_age ON plan.mailbox_message (received_at);

CREATE TABLE plan.mailbox_document (
    document uuid NOT NULL,
    message  uuid NOT NULL,
    CONSTRAINT mailbox_document_pk PRIMARY KEY (document),
    CONSTRAINT mailbox_document_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mailbox_document_message_fk FOREIGN KEY (message) REFERENCES plan.mailbox_message (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.mailbox_document IS 'What was attached to a forwarded mail';
CREATE INDEX mailbox_document_by_message ON plan.mailbox_document (message, document);

CREATE TABLE plan.mailbox_taken (
    mark     bytea       NOT NULL,
    taken_at timestamptz NOT NULL,
    CONSTRAINT mailbox_taken_pk PRIMARY KEY (mark)
);
COMMENT ON TABLE plan.mailbox_taken IS 'SHA-256 of whose each mail was and of its Message-ID, so that none is taken twice';
CREATE INDEX mailbox_taken_by_age ON plan.mailbox_taken (taken_at);

CREATE TABLE plan.mailbox_round (
    lone         boolean     NOT NULL DEFAULT true,
    uid_validity bigint      NOT NULL DEFAULT 0,
    last_uid     bigint      NOT NULL DEFAULT 0,
    tried_at     timestamptz,
    read_at      timestamptz,
    problem      text,
    strangers    bigint      NOT NULL DEFAULT 0,
    CONSTRAINT mailbox_round_pk PRIMARY KEY (lone),
    CONSTRAINT mailbox_round_is_one CHECK (lone)
);
COMMENT ON TABLE plan.mailbox_round IS 'How far the mailbox was read, and when';
COMMENT ON COLUMN plan.mailbox_round.strangers IS 'Mails to no address of ours, of which nothing else is kept';
INSERT INTO plan.mailbox_round DEFAULT VALUES;


-- howto ---------------------------------------------------------------------------------------------------------------
-- How things are done: each page serves many actions.

CREATE FUNCTION plan.howto_words(title text, text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, title), 'A')
        || to_tsvector('platform.fr'::regconfig, text)
        || to_tsvector('platform.en'::regconfig, text);

CREATE TABLE plan.howto (
    id           uuid     NOT NULL,
    version      integer  NOT NULL DEFAULT 1,
    title        text     NOT NULL,
    text         text     NOT NULL,
    confirmed_on date,
    confirmed_by text,
    doubted_on   date,
    doubt        text     NOT NULL DEFAULT '',
    words        tsvector NOT NULL GENERATED ALWAYS AS (plan.howto_words(title, text)) STORED,
    CONSTRAINT howto_pk PRIMARY KEY (id),
    CONSTRAINT howto_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT howto_text_is_bounded CHECK (length(text) BETWEEN 1 AND 50000),
    CONSTRAINT howto_confirmed_by_someone CHECK ((confirmed_on IS NULL) = (confirmed_by IS NULL)),
    CONSTRAINT howto_doubt_is_short_text CHECK (length(doubt) <= 1000 AND (doubt = '' OR doubted_on IS NOT NULL))
);
COMMENT ON TABLE plan.howto IS 'How something is done here, in Markdown, for who comes next';
COMMENT ON COLUMN plan.howto.version IS 'Of title and text: what was said of them does not change it';
COMMENT ON COLUMN plan.howto.confirmed_on IS 'When someone wrote it or said that it is still true';
COMMENT ON COLUMN plan.howto.doubt IS 'What is to be corrected, in the words of whoever used it';
CREATE INDEX howto_by_words ON plan.howto USING gin (words);
SELECT platform.audit_attach('plan.howto');

CREATE TABLE plan.howto_line (
    howto  uuid NOT NULL,
    action uuid NOT NULL,
    CONSTRAINT howto_line_pk PRIMARY KEY (howto, action),
    CONSTRAINT howto_line_howto_fk FOREIGN KEY (howto) REFERENCES plan.howto (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT howto_line_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.howto_line IS 'The actions that are done so, of this plan and of others';
CREATE INDEX howto_line_by_action ON plan.howto_line (action);
SELECT platform.audit_attach('plan.howto_line');

CREATE TABLE plan.howto_use (
    howto   uuid NOT NULL,
    used_on date NOT NULL,
    CONSTRAINT howto_use_pk PRIMARY KEY (howto),
    CONSTRAINT howto_use_howto_fk FOREIGN KEY (howto) REFERENCES plan.howto (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.howto_use IS 'The day of the last use; by whom is not kept';
