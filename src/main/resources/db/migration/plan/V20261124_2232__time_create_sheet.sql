-- The week of each person, and the hours in it. Hours on no action and no realisation are those of running the office.

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

SELECT platform.audit_attach('plan.time_sheet');
SELECT platform.audit_attach('plan.time_entry');
