-- What a person sees of work that takes time, and db-scheduler's own table of what is due.

CREATE TABLE platform.jobs_run (
    id              uuid        NOT NULL,
    kind            text        NOT NULL,
    label_key       text        NOT NULL,
    once_key        text,
    parameters      jsonb       NOT NULL DEFAULT '{}',
    position        jsonb       NOT NULL DEFAULT '{}',
    done            bigint      NOT NULL DEFAULT 0,
    total           bigint,
    state           text        NOT NULL,
    actor           jsonb       NOT NULL,
    attempt         integer     NOT NULL DEFAULT 0,
    attempt_at      timestamptz,
    attempt_done    bigint      NOT NULL DEFAULT 0,
    queued_at       timestamptz NOT NULL,
    started_at      timestamptz,
    finished_at     timestamptz,
    result          jsonb,
    refusal         jsonb,
    error_reference text,
    CONSTRAINT jobs_run_pk PRIMARY KEY (id),
    CONSTRAINT jobs_run_state_is_known CHECK (state IN ('QUEUED', 'RUNNING', 'STOPPING', 'STOPPED', 'DONE', 'FAILED')),
    CONSTRAINT jobs_run_counts_are_positive CHECK (done >= 0 AND total >= 0)
);

COMMENT ON TABLE platform.jobs_run IS 'Work that takes time: who asked, how far it is, how it ended';
COMMENT ON COLUMN platform.jobs_run.position IS 'From where it goes on after a stop or a kill';
COMMENT ON COLUMN platform.jobs_run.attempt IS 'Grows at each start; an older attempt that still lives cannot save a step';
COMMENT ON COLUMN platform.jobs_run.once_key IS 'At most one unfinished run of a kind has it';

CREATE INDEX jobs_run_by_time ON platform.jobs_run (queued_at DESC, id);
CREATE UNIQUE INDEX jobs_run_once ON platform.jobs_run (kind, once_key) WHERE state IN ('QUEUED', 'RUNNING', 'STOPPING');

CREATE TABLE platform.jobs_scheduled (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    state                text,
    CONSTRAINT jobs_scheduled_pk PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX jobs_scheduled_by_time ON platform.jobs_scheduled (execution_time);
CREATE INDEX jobs_scheduled_by_heartbeat ON platform.jobs_scheduled (last_heartbeat);
