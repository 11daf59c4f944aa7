-- When the team works: what each contract says, the days on which nobody does, and leave. Why someone is on leave is
-- never asked.

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
        (person WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (NOT beside) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON COLUMN plan.time_contract.ends_on IS 'Its last day; null where no end is known';
COMMENT ON COLUMN plan.time_contract.office_share IS 'Percentage of the hours that running the office takes';
COMMENT ON COLUMN plan.time_contract.beside IS 'Said to run beside another contract of the same person';
CREATE INDEX time_contract_by_person ON plan.time_contract (person, starts_on);

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

SELECT platform.audit_attach('plan.time_contract');
SELECT platform.audit_attach('plan.time_closure');
SELECT platform.audit_attach('plan.time_leave');
