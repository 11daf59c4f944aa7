-- Files of past realisations on their way in: what was decided about each, and what became of each of its rows.

CREATE TABLE plan.realisation_import (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    file_name   text        NOT NULL,
    state       text        NOT NULL DEFAULT 'DRAFT',
    head        text[]      NOT NULL,
    settings    jsonb       NOT NULL,
    rows        integer     NOT NULL DEFAULT 0,
    run         uuid,
    undoing     uuid,
    created_by  uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    CONSTRAINT realisation_import_pk PRIMARY KEY (id),
    CONSTRAINT realisation_import_file_name_is_short_text CHECK (length(file_name) <= 200),
    CONSTRAINT realisation_import_state_is_known CHECK (state IN ('DRAFT', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    CONSTRAINT realisation_import_runs_by_a_run CHECK (state = 'DRAFT' OR run IS NOT NULL)
);

COMMENT ON TABLE plan.realisation_import IS 'A file of past realisations; it goes after 30 days, what it recorded stays';
COMMENT ON COLUMN plan.realisation_import.run IS 'The run that records it (platform.jobs_run)';

CREATE TABLE plan.realisation_import_row (
    import       uuid    NOT NULL,
    number       integer NOT NULL,
    cells        jsonb   NOT NULL,
    realisation  uuid,
    version      integer,
    left_because jsonb,
    CONSTRAINT realisation_import_row_pk PRIMARY KEY (import, number),
    CONSTRAINT realisation_import_row_import_fk FOREIGN KEY (import) REFERENCES plan.realisation_import (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT realisation_import_row_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT realisation_import_row_is_recorded_or_left CHECK (realisation IS NULL OR left_because IS NULL),
    CONSTRAINT realisation_import_row_has_a_version CHECK ((realisation IS NULL) = (version IS NULL))
);

COMMENT ON TABLE plan.realisation_import_row IS 'A row of such a file, and what became of it';
COMMENT ON COLUMN plan.realisation_import_row.version IS 'The version at which the realisation came in: what was changed since is not taken back';

CREATE INDEX realisation_import_row_by_realisation ON plan.realisation_import_row (realisation);

SELECT platform.audit_attach('plan.realisation_import');
