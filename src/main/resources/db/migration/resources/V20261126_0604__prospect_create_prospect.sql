-- Who might join: an organisation or a person, who follows it, what is done next and on which day, and what came of it.
CREATE TABLE resources.prospect (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    organisation   uuid,
    person         uuid,
    follower       uuid,
    state          text    NOT NULL,
    next_gesture   text,
    next_on        date,
    opened_on      date    NOT NULL,
    outcome_on     date,
    outcome_reason text,
    membership     uuid,
    CONSTRAINT prospect_pk PRIMARY KEY (id),
    CONSTRAINT prospect_is_of_one CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT prospect_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT prospect_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT prospect_follower_fk FOREIGN KEY (follower) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT prospect_membership_fk FOREIGN KEY (membership) REFERENCES resources.membership (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT prospect_state_is_known CHECK (state IN ('OPEN', 'LATER', 'ADMITTED', 'DECLINED')),
    CONSTRAINT prospect_gesture_has_its_day CHECK ((next_gesture IS NULL) = (next_on IS NULL)),
    CONSTRAINT prospect_gesture_is_short_text CHECK (length(next_gesture) BETWEEN 1 AND 300),
    CONSTRAINT prospect_over_has_nothing_next CHECK (state IN ('OPEN', 'LATER') OR next_on IS NULL),
    CONSTRAINT prospect_outcome_has_its_day CHECK ((state = 'OPEN') = (outcome_on IS NULL)),
    CONSTRAINT prospect_admitted_has_its_membership CHECK ((state = 'ADMITTED') = (membership IS NOT NULL)),
    CONSTRAINT prospect_reason_is_short_text CHECK (length(outcome_reason) BETWEEN 1 AND 500)
);
COMMENT ON TABLE resources.prospect IS 'An organisation or a person that might join';
COMMENT ON COLUMN resources.prospect.follower IS 'Who follows it: a director, somebody with a mandate; null where nobody does';
COMMENT ON COLUMN resources.prospect.next_gesture IS 'What is done next, on the day beside it';
COMMENT ON COLUMN resources.prospect.outcome_on IS 'Since when it is admitted, declined or put off';
CREATE INDEX prospect_by_organisation ON resources.prospect (organisation);
CREATE INDEX prospect_by_person ON resources.prospect (person);
CREATE INDEX prospect_by_follower ON resources.prospect (follower);
CREATE INDEX prospect_by_next_day ON resources.prospect (next_on) WHERE next_on IS NOT NULL;

SELECT platform.audit_attach('resources.prospect');
