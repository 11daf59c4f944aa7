-- Missions abroad: travellers, legs, approval, sealed data, and check-ins that escalate. What shows where somebody is and
-- whether they answered is not audited, and is deleted 30 days after the return; medical data is deleted at the return.

CREATE TABLE safety.mission (
    id                  uuid    NOT NULL,
    version             integer NOT NULL DEFAULT 1,
    title               text    NOT NULL,
    kind                text    NOT NULL,
    purpose             text    NOT NULL,
    risk                text    NOT NULL,
    starts_on           date    NOT NULL,
    ends_on             date    NOT NULL,
    lead                uuid,
    president           uuid,
    state               text    NOT NULL,
    approval_on         date,
    approval_level      text,
    approval_resolution text,
    approval_given_by   uuid,
    ended_on            date,
    report              text,
    CONSTRAINT mission_pk PRIMARY KEY (id),
    CONSTRAINT mission_lead_fk FOREIGN KEY (lead) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_president_fk FOREIGN KEY (president) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_approval_given_by_fk FOREIGN KEY (approval_given_by) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_kind_is_known CHECK (kind IN ('STAFF', 'INTERN', 'PARTNER_VISIT')),
    CONSTRAINT mission_risk_is_known CHECK (risk IN ('LOW', 'MODERATE', 'HIGH')),
    CONSTRAINT mission_state_is_known CHECK (state IN ('PREPARED', 'APPROVED', 'RETURNED', 'CANCELLED')),
    CONSTRAINT mission_begins_before_it_ends CHECK (starts_on <= ends_on),
    CONSTRAINT mission_approval_is_whole CHECK ((state = 'APPROVED') <= (approval_on IS NOT NULL AND approval_level IS NOT NULL)),
    CONSTRAINT mission_red_needs_resolution CHECK (
        approval_level IS NULL OR approval_level NOT IN ('AVOID_ALL', 'UNKNOWN') OR approval_resolution IS NOT NULL),
    CONSTRAINT mission_end_is_dated CHECK ((state IN ('RETURNED', 'CANCELLED')) = (ended_on IS NOT NULL)),
    CONSTRAINT mission_texts_are_short CHECK (
        length(title) BETWEEN 1 AND 200 AND length(purpose) BETWEEN 1 AND 2000 AND length(report) BETWEEN 1 AND 10000
        AND length(approval_resolution) BETWEEN 1 AND 100)
);
COMMENT ON TABLE safety.mission IS 'A mission abroad, from its preparation to the report of its return';
COMMENT ON COLUMN safety.mission.lead IS 'The security lead, the first to be alerted';
COMMENT ON COLUMN safety.mission.approval_level IS 'The worst advisory level on the day of the approval (R-SEC-1)';
COMMENT ON CONSTRAINT mission_red_needs_resolution ON safety.mission IS 'R-SEC-2';
CREATE INDEX mission_by_start ON safety.mission (starts_on DESC, id);
CREATE INDEX mission_by_lead ON safety.mission (lead);
CREATE INDEX mission_by_president ON safety.mission (president);
SELECT platform.audit_attach('safety.mission');

CREATE TABLE safety.mission_traveller (
    mission uuid NOT NULL,
    person  uuid NOT NULL,
    CONSTRAINT mission_traveller_pk PRIMARY KEY (mission, person),
    CONSTRAINT mission_traveller_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_traveller_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE safety.mission_traveller IS 'A person who travels';
CREATE INDEX mission_traveller_by_person ON safety.mission_traveller (person);
SELECT platform.audit_attach('safety.mission_traveller');

CREATE TABLE safety.mission_leg (
    id         uuid    NOT NULL,
    mission    uuid    NOT NULL,
    position   integer NOT NULL,
    country    text    NOT NULL,
    place      text    NOT NULL,
    zone       text    NOT NULL,
    arrives_on date    NOT NULL,
    leaves_on  date    NOT NULL,
    CONSTRAINT mission_leg_pk PRIMARY KEY (id),
    CONSTRAINT mission_leg_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_leg_has_its_place UNIQUE (mission, position) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_leg_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT mission_leg_begins_before_it_ends CHECK (arrives_on <= leaves_on),
    CONSTRAINT mission_leg_texts_are_short CHECK (length(place) BETWEEN 1 AND 200 AND length(zone) BETWEEN 1 AND 60)
);
COMMENT ON TABLE safety.mission_leg IS 'A stay in one place, in its time zone';
SELECT platform.audit_attach('safety.mission_leg');

CREATE TABLE safety.mission_line (
    mission uuid NOT NULL,
    action  uuid NOT NULL,
    CONSTRAINT mission_line_pk PRIMARY KEY (mission, action),
    CONSTRAINT mission_line_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_line_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE safety.mission_line IS 'A line of the plan that the mission serves';
CREATE INDEX mission_line_by_action ON safety.mission_line (action);
SELECT platform.audit_attach('safety.mission_line');

CREATE TABLE safety.mission_sealed (
    id          uuid        NOT NULL,
    mission     uuid        NOT NULL,
    person      uuid        NOT NULL,
    sealed      text        NOT NULL,
    duress_mark text,
    sealed_at   timestamptz NOT NULL,
    CONSTRAINT mission_sealed_pk PRIMARY KEY (id),
    CONSTRAINT mission_sealed_one_each UNIQUE (mission, person),
    CONSTRAINT mission_sealed_traveller_fk FOREIGN KEY (mission) REFERENCES safety.mission (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_sealed_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE safety.mission_sealed IS 'Medical and emergency data and proof of life, encrypted; deleted at the return';
COMMENT ON COLUMN safety.mission_sealed.duress_mark IS 'Keyed mark of the duress word, which is stored nowhere else';
CREATE INDEX mission_sealed_by_person ON safety.mission_sealed (person);

CREATE TABLE safety.mission_call_list (
    mission uuid NOT NULL,
    sealed  text NOT NULL,
    CONSTRAINT mission_call_list_pk PRIMARY KEY (mission),
    CONSTRAINT mission_call_list_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE safety.mission_call_list IS 'Whom to call, in order, with numbers; encrypted';

CREATE TABLE safety.mission_opening (
    id            uuid        NOT NULL,
    mission       uuid        NOT NULL,
    person        uuid        NOT NULL,
    account       uuid        NOT NULL,
    account_label text        NOT NULL,
    reason        text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    CONSTRAINT mission_opening_pk PRIMARY KEY (id),
    CONSTRAINT mission_opening_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_opening_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_opening_reason_is_short_text CHECK (length(reason) BETWEEN 1 AND 300)
);
COMMENT ON TABLE safety.mission_opening IS 'Who opened sealed data, when and why; only ever added to';
CREATE INDEX mission_opening_by_mission ON safety.mission_opening (mission, opened_at DESC);
CREATE INDEX mission_opening_by_person ON safety.mission_opening (person);

CREATE TABLE safety.mission_check_in (
    id          uuid        NOT NULL,
    mission     uuid        NOT NULL,
    person      uuid        NOT NULL,
    due_at      timestamptz NOT NULL,
    grace       integer     NOT NULL,
    zone        text        NOT NULL,
    is_drill    boolean     NOT NULL DEFAULT false,
    done_at     timestamptz,
    channel     text,
    received_by text,
    CONSTRAINT mission_check_in_pk PRIMARY KEY (id),
    CONSTRAINT mission_check_in_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_check_in_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_check_in_grace_is_sound CHECK (grace BETWEEN 0 AND 1440),
    CONSTRAINT mission_check_in_channel_is_known CHECK (channel IN ('LINK', 'PAGE', 'NOTED', 'RETURN')),
    CONSTRAINT mission_check_in_done_is_whole CHECK ((done_at IS NULL) = (channel IS NULL)),
    CONSTRAINT mission_check_in_texts_are_short CHECK (length(zone) BETWEEN 1 AND 60 AND length(received_by) BETWEEN 1 AND 300)
);
COMMENT ON TABLE safety.mission_check_in IS 'A sign of life due from a traveller; holds no position; deleted 30 days after the return (R-SEC-7)';
COMMENT ON COLUMN safety.mission_check_in.grace IS 'Minutes before the first alert';
CREATE INDEX mission_check_in_by_mission ON safety.mission_check_in (mission, due_at);
CREATE INDEX mission_check_in_by_person ON safety.mission_check_in (person);
CREATE INDEX mission_check_in_open ON safety.mission_check_in (due_at) WHERE done_at IS NULL;

CREATE TABLE safety.mission_escalation (
    check_in uuid        NOT NULL,
    step     text        NOT NULL,
    taken_at timestamptz NOT NULL,
    CONSTRAINT mission_escalation_pk PRIMARY KEY (check_in, step),
    CONSTRAINT mission_escalation_check_in_fk FOREIGN KEY (check_in) REFERENCES safety.mission_check_in (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_escalation_step_is_known CHECK (
        step IN ('TRAVELLER', 'CALL_TRAVELLER', 'CALL_HOSTS', 'PRESIDENT', 'CRISIS', 'DURESS'))
);
COMMENT ON TABLE safety.mission_escalation IS 'A step taken because a check-in is missing: each once, whatever the number of nodes';

CREATE TABLE safety.mission_call (
    id        uuid        NOT NULL,
    mission   uuid        NOT NULL,
    contact   integer     NOT NULL,
    caller    text        NOT NULL,
    called_at timestamptz NOT NULL,
    answered  boolean     NOT NULL,
    note      text,
    CONSTRAINT mission_call_pk PRIMARY KEY (id),
    CONSTRAINT mission_call_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_call_caller_is_short_text CHECK (length(caller) BETWEEN 1 AND 300)
);
COMMENT ON TABLE safety.mission_call IS 'A call made during an alert; the note is encrypted; deleted 30 days after the return';
COMMENT ON COLUMN safety.mission_call.contact IS 'The line of the call list; 0 for the traveller';
CREATE INDEX mission_call_by_mission ON safety.mission_call (mission, called_at DESC);

CREATE TABLE safety.mission_link (
    id       uuid        NOT NULL,
    mission  uuid        NOT NULL,
    person   uuid        NOT NULL,
    check_in uuid,
    purpose  text        NOT NULL,
    token    bytea,
    made_at  timestamptz NOT NULL,
    CONSTRAINT mission_link_pk PRIMARY KEY (id),
    CONSTRAINT mission_link_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_link_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_link_check_in_fk FOREIGN KEY (check_in) REFERENCES safety.mission_check_in (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mission_link_token_key UNIQUE (token),
    CONSTRAINT mission_link_token_is_a_hash CHECK (octet_length(token) = 32),
    CONSTRAINT mission_link_purpose_is_known CHECK (purpose IN ('INVITATION', 'REMINDER', 'ALARM', 'DURESS', 'OVER'))
);
COMMENT ON TABLE safety.mission_link IS 'What opens the page of a letter without an account; only the hash of its secret is kept';
CREATE INDEX mission_link_by_mission ON safety.mission_link (mission);
CREATE INDEX mission_link_by_person ON safety.mission_link (person);
SELECT platform.backup_leave_out('safety.mission_link', 'hashes of secrets; the next letter carries a new link');
