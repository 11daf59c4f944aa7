-- Days that return each year, and what was decided about each of them in a year.

CREATE TABLE plan.observance (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    name        text    NOT NULL,
    known       text,
    month       integer NOT NULL,
    day         integer NOT NULL,
    weeks_ahead integer NOT NULL,
    note        text    NOT NULL DEFAULT '',
    line        uuid,
    responsible uuid,
    since       date    NOT NULL,
    ended_on    date,
    CONSTRAINT observance_pk PRIMARY KEY (id),
    CONSTRAINT observance_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT observance_name_key UNIQUE (name),
    CONSTRAINT observance_known_key UNIQUE (known),
    CONSTRAINT observance_comes_each_year CHECK (month BETWEEN 1 AND 12
        AND day BETWEEN 1 AND CASE WHEN month = 2 THEN 28 WHEN month IN (4, 6, 9, 11) THEN 30 ELSE 31 END),
    CONSTRAINT observance_is_bounded CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200
        AND length(note) <= 4000 AND length(known) <= 40 AND weeks_ahead BETWEEN 2 AND 26)
);
COMMENT ON TABLE plan.observance IS 'A day that returns each year, such as March 8, and is prepared weeks ahead';
COMMENT ON COLUMN plan.observance.known IS 'The well-known day that it is, whatever its name here';
COMMENT ON COLUMN plan.observance.note IS 'What to remember from one year to the next';
COMMENT ON COLUMN plan.observance.since IS 'The day since which it is followed: earlier ones are not asked for';
COMMENT ON COLUMN plan.observance.ended_on IS 'Since when it no longer comes back';
CREATE INDEX observance_by_responsible ON plan.observance (responsible);
SELECT platform.audit_attach('plan.observance');

CREATE TABLE plan.observance_year (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    observance uuid    NOT NULL,
    year       integer NOT NULL,
    state      text    NOT NULL,
    CONSTRAINT observance_year_pk PRIMARY KEY (id),
    CONSTRAINT observance_year_key UNIQUE (observance, year),
    CONSTRAINT observance_year_observance_fk FOREIGN KEY (observance) REFERENCES plan.observance (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT observance_year_state_is_known CHECK (state IN ('PREPARED', 'SKIPPED', 'PASSED'))
);
COMMENT ON TABLE plan.observance_year IS 'What was decided about a day in a year: prepared, left out, or passed without an answer';
SELECT platform.audit_attach('plan.observance_year');
