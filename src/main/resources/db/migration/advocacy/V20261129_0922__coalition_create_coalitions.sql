-- Coalitions and allied groups: seats with their mandate, contributions, positions taken in our name, acts and our part.

CREATE SCHEMA IF NOT EXISTS advocacy;

CREATE TABLE advocacy.coalition (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    organisation uuid    NOT NULL,
    concerned    boolean NOT NULL,
    mission      text    NOT NULL DEFAULT '',
    joined_on    date,
    left_on      date,
    CONSTRAINT coalition_pk PRIMARY KEY (id),
    CONSTRAINT coalition_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_days_in_order CHECK (joined_on <= left_on),
    CONSTRAINT coalition_mission_is_bounded CHECK (length(mission) <= 2000)
);
COMMENT ON TABLE advocacy.coalition IS 'A coalition or an allied group of which we are part';
COMMENT ON COLUMN advocacy.coalition.concerned IS 'Whether it is led by the people concerned themselves; these come first';
CREATE INDEX coalition_by_organisation ON advocacy.coalition (organisation);
SELECT platform.audit_attach('advocacy.coalition');

CREATE TABLE advocacy.coalition_seat (
    id           uuid          NOT NULL,
    version      integer       NOT NULL DEFAULT 1,
    coalition    uuid          NOT NULL,
    title        text          NOT NULL,
    holder       uuid,
    substitute   uuid,
    mandate      text          NOT NULL,
    power        text          NOT NULL,
    hours_a_year numeric(6, 1) NOT NULL,
    review_on    date          NOT NULL,
    ended_on     date,
    CONSTRAINT coalition_seat_pk PRIMARY KEY (id),
    CONSTRAINT coalition_seat_coalition_fk FOREIGN KEY (coalition) REFERENCES advocacy.coalition (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_seat_holder_fk FOREIGN KEY (holder) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_seat_substitute_fk FOREIGN KEY (substitute) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_seat_power_is_known CHECK (power IN ('DECIDES', 'CONSULTS', 'OBSERVES')),
    CONSTRAINT coalition_seat_hours_are_bounded CHECK (hours_a_year BETWEEN 0 AND 9999),
    CONSTRAINT coalition_seat_texts_are_bounded CHECK (length(title) BETWEEN 1 AND 200 AND length(mandate) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE advocacy.coalition_seat IS 'Who sits for us, with which mandate, until its review';
COMMENT ON COLUMN advocacy.coalition_seat.power IS 'May decide, must consult, or observes (R-REP-4)';
CREATE INDEX coalition_seat_by_coalition ON advocacy.coalition_seat (coalition);
CREATE INDEX coalition_seat_by_holder ON advocacy.coalition_seat (holder);
CREATE INDEX coalition_seat_by_substitute ON advocacy.coalition_seat (substitute);
CREATE INDEX coalition_seat_by_review ON advocacy.coalition_seat (review_on) WHERE ended_on IS NULL;
SELECT platform.audit_attach('advocacy.coalition_seat');

CREATE TABLE advocacy.coalition_contribution (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    coalition uuid    NOT NULL,
    what      text    NOT NULL,
    due_on    date    NOT NULL,
    done_on   date,
    CONSTRAINT coalition_contribution_pk PRIMARY KEY (id),
    CONSTRAINT coalition_contribution_coalition_fk FOREIGN KEY (coalition) REFERENCES advocacy.coalition (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_contribution_what_is_short_text CHECK (length(what) BETWEEN 1 AND 300)
);
COMMENT ON TABLE advocacy.coalition_contribution IS 'What we owe a coalition, money or work, until a day';
CREATE INDEX coalition_contribution_by_coalition ON advocacy.coalition_contribution (coalition);
CREATE INDEX coalition_contribution_by_day ON advocacy.coalition_contribution (due_on) WHERE done_on IS NULL;
SELECT platform.audit_attach('advocacy.coalition_contribution');

CREATE TABLE advocacy.coalition_position (
    id           uuid NOT NULL,
    seat         uuid NOT NULL,
    title        text NOT NULL,
    taken_on     date NOT NULL,
    power        text NOT NULL,
    mandate      text NOT NULL,
    consulted_on date,
    consulted    text NOT NULL DEFAULT '',
    CONSTRAINT coalition_position_pk PRIMARY KEY (id),
    CONSTRAINT coalition_position_seat_fk FOREIGN KEY (seat) REFERENCES advocacy.coalition_seat (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_position_power_allows_it CHECK (power = 'DECIDES' OR power = 'CONSULTS' AND consulted_on <= taken_on
        AND consulted_on IS NOT NULL AND consulted <> ''),
    CONSTRAINT coalition_position_texts_are_bounded CHECK (length(title) BETWEEN 1 AND 300 AND length(mandate) BETWEEN 1 AND 2000
        AND length(consulted) <= 300)
);
COMMENT ON TABLE advocacy.coalition_position IS 'A position taken in our name, with the mandate as it stood that day (R-REP-4)';
CREATE INDEX coalition_position_by_seat ON advocacy.coalition_position (seat);
SELECT platform.audit_attach('advocacy.coalition_position');

CREATE TABLE advocacy.coalition_act (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    coalition   uuid    NOT NULL,
    happened_on date    NOT NULL,
    what        text    NOT NULL,
    our_part    text    NOT NULL DEFAULT '',
    CONSTRAINT coalition_act_pk PRIMARY KEY (id),
    CONSTRAINT coalition_act_coalition_fk FOREIGN KEY (coalition) REFERENCES advocacy.coalition (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_act_texts_are_bounded CHECK (length(what) BETWEEN 1 AND 500 AND length(our_part) <= 300)
);
COMMENT ON TABLE advocacy.coalition_act IS 'What a coalition did, and, told apart, our part in it';
CREATE INDEX coalition_act_by_coalition ON advocacy.coalition_act (coalition, happened_on);
SELECT platform.audit_attach('advocacy.coalition_act');
