-- What was done and what is to be done, each a row of its own with its own version; beside it, who took part and which
-- actions it serves.

CREATE FUNCTION plan.realisation_words(title text, narrative text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.es'::regconfig, title), 'A')
        || to_tsvector('platform.fr'::regconfig, narrative)
        || to_tsvector('platform.en'::regconfig, narrative)
        || to_tsvector('platform.es'::regconfig, narrative);

CREATE TABLE plan.realisation (
    id               uuid        NOT NULL,
    version          integer     NOT NULL DEFAULT 1,
    state            text        NOT NULL,
    title            text        NOT NULL,
    kind             text        NOT NULL,
    starts_on        date        NOT NULL,
    ends_on          date        NOT NULL,
    place            text,
    women            integer,
    men              integer,
    other_gender     integer,
    not_stated       integer,
    youth            integer,
    copies           integer,
    staff_hours      numeric(7,2),
    volunteer_hours  numeric(7,2),
    narrative        text        NOT NULL DEFAULT '',
    links            text[]      NOT NULL DEFAULT '{}',
    source_module    text,
    source_kind      text,
    source_id        text,
    source_url       text,
    withdrawn_reason text,
    recorded_by      uuid        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    participations   integer     GENERATED ALWAYS AS (women + men + other_gender + not_stated) STORED,
    search_form      text        NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title)) STORED,
    words            tsvector    NOT NULL GENERATED ALWAYS AS (plan.realisation_words(title, narrative)) STORED,
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
        CHECK (withdrawn_reason IS NULL OR (state = 'WITHDRAWN' AND length(withdrawn_reason) BETWEEN 1 AND 2000))
);

COMMENT ON TABLE plan.realisation IS 'One thing that happened, or is to happen: the evidence of every report';
COMMENT ON COLUMN plan.realisation.ends_on IS 'Its last day; it belongs to the period in which this lies';
COMMENT ON COLUMN plan.realisation.place IS 'QC-01 to QC-17, a country by ISO 3166-1 alpha-2, ONLINE or SEVERAL';
COMMENT ON COLUMN plan.realisation.not_stated IS 'Participations of whom nobody said more';
COMMENT ON COLUMN plan.realisation.staff_hours IS 'An estimate';
COMMENT ON COLUMN plan.realisation.source_module IS 'The module in which it happened; null where it was entered by hand';
COMMENT ON COLUMN plan.realisation.recorded_by IS 'The account that recorded it first';

CREATE INDEX realisation_by_day ON plan.realisation (ends_on DESC, id DESC) WHERE state <> 'WITHDRAWN';
CREATE INDEX realisation_by_state ON plan.realisation (state, ends_on DESC, id DESC) WHERE state <> 'DONE';
CREATE INDEX realisation_by_words ON plan.realisation USING gin (words);
CREATE INDEX realisation_by_likeness ON plan.realisation USING gin (search_form gin_trgm_ops);

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

SELECT platform.audit_attach('plan.realisation');
SELECT platform.audit_attach('plan.realisation_organisation');
SELECT platform.audit_attach('plan.realisation_served');
