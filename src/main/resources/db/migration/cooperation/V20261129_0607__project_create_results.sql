-- Group cooperation: projects with their logic model, indicators, targets and values.

CREATE SCHEMA IF NOT EXISTS cooperation;

CREATE TABLE cooperation.project (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    title       text    NOT NULL,
    role        text    NOT NULL,
    summary     text    NOT NULL DEFAULT '',
    countries   text[]  NOT NULL DEFAULT '{}',
    reach       integer,
    reached     text    NOT NULL DEFAULT '',
    starts_on   date,
    ends_on     date,
    lead        uuid,
    levels      text[]  NOT NULL DEFAULT '{}',
    opened_on   date    NOT NULL,
    search_form text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title)) STORED,
    CONSTRAINT project_pk PRIMARY KEY (id),
    CONSTRAINT project_lead_fk FOREIGN KEY (lead) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 300),
    CONSTRAINT project_role_is_known CHECK (role IN ('LEAD', 'CO_LEAD', 'PARTICIPANT', 'SUPPORT')),
    CONSTRAINT project_texts_are_bounded CHECK (length(summary) <= 4000 AND length(reached) <= 300
        AND cardinality(countries) <= 20 AND cardinality(levels) IN (0, 5)),
    CONSTRAINT project_reach_is_a_number CHECK (reach BETWEEN 0 AND 10000000),
    CONSTRAINT project_days_in_order CHECK (starts_on <= ends_on)
);
COMMENT ON TABLE cooperation.project IS 'A project of cooperation, which we lead, share or support';
COMMENT ON COLUMN cooperation.project.reach IS 'How many people it means to reach; reached says who they are';
COMMENT ON COLUMN cooperation.project.levels IS 'The funder''s words for the five levels of results; empty for the usual ones';
CREATE INDEX project_by_lead ON cooperation.project (lead);
CREATE INDEX project_by_search ON cooperation.project USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('cooperation.project');

CREATE TABLE cooperation.project_partner (
    id           uuid    NOT NULL,
    project      uuid    NOT NULL,
    organisation uuid,
    person       uuid,
    brings       text    NOT NULL DEFAULT '',
    CONSTRAINT project_partner_pk PRIMARY KEY (id),
    CONSTRAINT project_partner_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_partner_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_partner_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_partner_is_one_party CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT project_partner_brings_is_bounded CHECK (length(brings) <= 500)
);
COMMENT ON TABLE cooperation.project_partner IS 'A partner of a project, and what it brings';
CREATE INDEX project_partner_by_project ON cooperation.project_partner (project);
CREATE INDEX project_partner_by_organisation ON cooperation.project_partner (organisation);
CREATE INDEX project_partner_by_person ON cooperation.project_partner (person);
SELECT platform.audit_attach('cooperation.project_partner');

CREATE TABLE cooperation.project_line (
    project uuid NOT NULL,
    action  uuid NOT NULL,
    CONSTRAINT project_line_pk PRIMARY KEY (project, action),
    CONSTRAINT project_line_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_line_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE cooperation.project_line IS 'Which lines of the plans a project serves';
CREATE INDEX project_line_by_action ON cooperation.project_line (action);
SELECT platform.audit_attach('cooperation.project_line');

CREATE TABLE cooperation.project_agreement (
    project   uuid NOT NULL,
    agreement uuid NOT NULL,
    CONSTRAINT project_agreement_pk PRIMARY KEY (project, agreement),
    CONSTRAINT project_agreement_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_agreement_agreement_fk FOREIGN KEY (agreement) REFERENCES resources.grant_agreement (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE cooperation.project_agreement IS 'Which funding agreements pay for a project; agreements know no project';
CREATE INDEX project_agreement_by_agreement ON cooperation.project_agreement (agreement);
SELECT platform.audit_attach('cooperation.project_agreement');

-- The level of the parent is stored, so that the database refuses a loop: a parent is always of a higher level.
CREATE FUNCTION cooperation.project_rank(level text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN array_position(ARRAY['ULTIMATE', 'INTERMEDIATE', 'IMMEDIATE', 'OUTPUT', 'ACTIVITY'], level);

CREATE TABLE cooperation.project_result (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    project      uuid    NOT NULL,
    parent       uuid,
    parent_level text,
    level        text    NOT NULL,
    position     integer NOT NULL,
    statement    text    NOT NULL,
    assumption   text    NOT NULL DEFAULT '',
    CONSTRAINT project_result_pk PRIMARY KEY (id),
    CONSTRAINT project_result_level_key UNIQUE (id, project, level),
    CONSTRAINT project_result_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_result_parent_fk FOREIGN KEY (parent, project, parent_level)
        REFERENCES cooperation.project_result (id, project, level) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_result_level_is_known CHECK (cooperation.project_rank(level) IS NOT NULL),
    CONSTRAINT project_result_has_parent_with_level CHECK ((parent IS NULL) = (parent_level IS NULL)),
    CONSTRAINT project_result_follows_from_higher_level
        CHECK (cooperation.project_rank(parent_level) < cooperation.project_rank(level)),
    CONSTRAINT project_result_texts_are_bounded CHECK (length(statement) BETWEEN 1 AND 500 AND length(assumption) <= 500)
);
COMMENT ON TABLE cooperation.project_result IS 'A result of the logic model, or an activity, and the one result from which it follows';
COMMENT ON COLUMN cooperation.project_result.assumption IS 'What must hold, or the risk, for it to lead to its parent';
CREATE INDEX project_result_by_project ON cooperation.project_result (project);
CREATE INDEX project_result_by_parent ON cooperation.project_result (parent);
SELECT platform.audit_attach('cooperation.project_result');

CREATE TABLE cooperation.project_period (
    id        uuid NOT NULL,
    project   uuid NOT NULL,
    starts_on date NOT NULL,
    ends_on   date NOT NULL,
    locked_on date,
    CONSTRAINT project_period_pk PRIMARY KEY (id),
    CONSTRAINT project_period_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_period_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT project_period_one_at_a_time EXCLUDE USING gist
        (project WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);
COMMENT ON TABLE cooperation.project_period IS 'A period for which results are reported; its targets and values stay once it is locked';
CREATE INDEX project_period_by_end ON cooperation.project_period (ends_on) WHERE locked_on IS NULL;
SELECT platform.audit_attach('cooperation.project_period');

CREATE TABLE cooperation.project_indicator (
    id                         uuid    NOT NULL,
    version                    integer NOT NULL DEFAULT 1,
    project                    uuid    NOT NULL,
    result                     uuid    NOT NULL,
    position                   integer NOT NULL,
    wording                    text    NOT NULL,
    kind                       text    NOT NULL,
    unit                       text    NOT NULL DEFAULT '',
    by_sex                     boolean NOT NULL,
    adds_up                    boolean NOT NULL,
    baseline_year              integer,
    baseline_number            numeric(16, 2),
    baseline_denominator       numeric(16, 2),
    baseline_people_women      integer,
    baseline_people_men        integer,
    baseline_people_other      integer,
    baseline_people_not_stated integer,
    baseline_words             text,
    source                     text    NOT NULL DEFAULT '',
    method                     text    NOT NULL DEFAULT '',
    frequency                  text    NOT NULL DEFAULT '',
    responsible                text    NOT NULL DEFAULT '',
    feed_measure               text,
    feed_kind                  text,
    feed_action                uuid,
    feed_place                 text,
    feed_partner               uuid,
    CONSTRAINT project_indicator_pk PRIMARY KEY (id),
    CONSTRAINT project_indicator_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_indicator_result_fk FOREIGN KEY (result) REFERENCES cooperation.project_result (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_indicator_action_fk FOREIGN KEY (feed_action) REFERENCES plan.actionplan_action (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_indicator_partner_fk FOREIGN KEY (feed_partner) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_indicator_kind_is_known CHECK (kind IN ('QUANTITY', 'RATIO', 'QUALITATIVE')),
    CONSTRAINT project_indicator_only_quantities_are_by_sex CHECK (NOT by_sex OR kind = 'QUANTITY'),
    CONSTRAINT project_indicator_texts_are_bounded CHECK (length(wording) BETWEEN 1 AND 500 AND length(unit) <= 100
        AND length(source) <= 500 AND length(method) <= 500 AND length(frequency) <= 200 AND length(responsible) <= 200
        AND length(baseline_words) <= 2000),
    CONSTRAINT project_indicator_baseline_year_is_possible CHECK (baseline_year BETWEEN 1900 AND 2200),
    CONSTRAINT project_indicator_baseline_cells_are_whole CHECK (num_nulls(baseline_people_women, baseline_people_men,
        baseline_people_other, baseline_people_not_stated) IN (0, 4)),
    CONSTRAINT project_indicator_measure_is_known CHECK (feed_measure IN
        ('PARTICIPATIONS', 'REALISATIONS', 'ORGANISATIONS', 'HOURS', 'COPIES')),
    CONSTRAINT project_indicator_feed_selects CHECK ((feed_measure IS NOT NULL) =
        (num_nonnulls(feed_kind, feed_action, feed_place, feed_partner) > 0)),
    CONSTRAINT project_indicator_only_quantities_are_fed CHECK (feed_measure IS NULL OR kind = 'QUANTITY')
);
COMMENT ON TABLE cooperation.project_indicator IS 'An indicator of a result with its columns of the measurement framework, and the realisations that feed it';
COMMENT ON COLUMN cooperation.project_indicator.adds_up IS 'Whether the values of periods may be summed: participations, not unique people';
COMMENT ON COLUMN cooperation.project_indicator.responsible IS 'A function or an organisation, not a name';
CREATE INDEX project_indicator_by_project ON cooperation.project_indicator (project);
CREATE INDEX project_indicator_by_result ON cooperation.project_indicator (result);
CREATE INDEX project_indicator_by_action ON cooperation.project_indicator (feed_action);
CREATE INDEX project_indicator_by_partner ON cooperation.project_indicator (feed_partner);
SELECT platform.audit_attach('cooperation.project_indicator');

CREATE TABLE cooperation.project_value (
    id                       uuid    NOT NULL,
    version                  integer NOT NULL DEFAULT 1,
    indicator                uuid    NOT NULL,
    period                   uuid    NOT NULL,
    state                    text    NOT NULL,
    target_number            numeric(16, 2),
    target_denominator       numeric(16, 2),
    target_people_women      integer,
    target_people_men        integer,
    target_people_other      integer,
    target_people_not_stated integer,
    target_words             text,
    target_reason            text    NOT NULL DEFAULT '',
    actual_number            numeric(16, 2),
    actual_denominator       numeric(16, 2),
    actual_people_women      integer,
    actual_people_men        integer,
    actual_people_other      integer,
    actual_people_not_stated integer,
    actual_words             text,
    explanation              text    NOT NULL DEFAULT '',
    returned_comment         text    NOT NULL DEFAULT '',
    CONSTRAINT project_value_pk PRIMARY KEY (id),
    CONSTRAINT project_value_key UNIQUE (indicator, period),
    CONSTRAINT project_value_indicator_fk FOREIGN KEY (indicator) REFERENCES cooperation.project_indicator (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_value_period_fk FOREIGN KEY (period) REFERENCES cooperation.project_period (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_value_state_is_known CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')),
    CONSTRAINT project_value_submitted_has_a_value CHECK (state = 'DRAFT'
        OR num_nonnulls(actual_number, actual_people_women, actual_words) > 0),
    CONSTRAINT project_value_cells_are_whole CHECK (
        num_nulls(target_people_women, target_people_men, target_people_other, target_people_not_stated) IN (0, 4)
        AND num_nulls(actual_people_women, actual_people_men, actual_people_other, actual_people_not_stated) IN (0, 4)
        AND (actual_people_women IS NULL OR actual_number IS NULL)
        AND (target_people_women IS NULL OR target_number IS NULL)),
    CONSTRAINT project_value_cells_are_counts CHECK (least(target_people_women, target_people_men, target_people_other,
        target_people_not_stated, actual_people_women, actual_people_men, actual_people_other,
        actual_people_not_stated) >= 0),
    CONSTRAINT project_value_divisors_are_positive CHECK (target_denominator > 0 AND actual_denominator > 0),
    CONSTRAINT project_value_texts_are_bounded CHECK (length(target_words) <= 2000 AND length(actual_words) <= 2000
        AND length(target_reason) <= 500 AND length(explanation) <= 2000 AND length(returned_comment) <= 1000)
);
COMMENT ON TABLE cooperation.project_value IS 'The target of an indicator in a period, and its value, which an indicator fed by realisations has once it is submitted';
CREATE INDEX project_value_by_period ON cooperation.project_value (period);
SELECT platform.audit_attach('cooperation.project_value');

CREATE VIEW cooperation.project_by_partner AS
SELECT coalesce(x.organisation, x.person) AS party, p.id, p.title, p.role, p.starts_on, p.ends_on, x.brings
  FROM cooperation.project_partner x JOIN cooperation.project p ON p.id = x.project;
COMMENT ON VIEW cooperation.project_by_partner IS 'Each project once for each of its partners';

CREATE VIEW cooperation.project_funding AS
SELECT project, agreement FROM cooperation.project_agreement;
COMMENT ON VIEW cooperation.project_funding IS 'Which agreements pay for which project';
REVOKE INSERT, UPDATE, DELETE ON cooperation.project_by_partner, cooperation.project_funding FROM ${application};
