-- Tasks offered by link: anyone who has the link may take one of the places, without an account.

CREATE TABLE plan.volunteering_task (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    what        text    NOT NULL,
    detail      text    NOT NULL DEFAULT '',
    hours       numeric(5, 2),
    due_on      date    NOT NULL,
    places      integer NOT NULL,
    line        uuid,
    responsible uuid,
    realisation uuid,
    done_on     date,
    closed_on   date,
    search_form text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(what || ' ' || detail) || ' ') STORED,
    CONSTRAINT volunteering_task_pk PRIMARY KEY (id),
    CONSTRAINT volunteering_task_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT volunteering_task_texts_are_bounded CHECK (what = btrim(what) AND length(what) BETWEEN 1 AND 200
        AND length(detail) <= 2000),
    CONSTRAINT volunteering_task_figures_are_bounded CHECK (hours > 0 AND hours <= 200 AND places BETWEEN 1 AND 50)
);
COMMENT ON TABLE plan.volunteering_task IS 'A task that people may take by a link, without an account';
COMMENT ON COLUMN plan.volunteering_task.hours IS 'For each person, as foreseen';
COMMENT ON COLUMN plan.volunteering_task.line IS 'The line of the plan that it serves';
COMMENT ON COLUMN plan.volunteering_task.realisation IS 'Of what was done, with the hours of all';
COMMENT ON COLUMN plan.volunteering_task.done_on IS 'The day of the realisation: that of the first person who has done it, or the due day before it';
COMMENT ON COLUMN plan.volunteering_task.closed_on IS 'Since when nobody may take it any longer, though places are free';
CREATE INDEX volunteering_task_by_day ON plan.volunteering_task (due_on);
CREATE INDEX volunteering_task_by_line ON plan.volunteering_task (line);
CREATE INDEX volunteering_task_by_responsible ON plan.volunteering_task (responsible);
SELECT platform.audit_attach('plan.volunteering_task');

CREATE TABLE plan.volunteering_sign_up (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    task        uuid        NOT NULL,
    name        text,
    mail        text,
    taken_at    timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'TAKEN',
    hours       numeric(5, 2),
    CONSTRAINT volunteering_sign_up_pk PRIMARY KEY (id),
    CONSTRAINT volunteering_sign_up_task_fk FOREIGN KEY (task) REFERENCES plan.volunteering_task (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT volunteering_sign_up_state_is_known CHECK (state IN ('TAKEN', 'DONE', 'RELEASED')),
    CONSTRAINT volunteering_sign_up_is_bounded CHECK (length(name) BETWEEN 1 AND 200 AND length(mail) <= 254
        AND hours > 0 AND hours <= 200)
);
COMMENT ON TABLE plan.volunteering_sign_up IS 'A person who took a task; the name and the address are erased a year after the task';
COMMENT ON COLUMN plan.volunteering_sign_up.hours IS 'As spent';
CREATE INDEX volunteering_sign_up_by_task ON plan.volunteering_sign_up (task);
SELECT platform.audit_attach('plan.volunteering_sign_up', '{name,mail}');
