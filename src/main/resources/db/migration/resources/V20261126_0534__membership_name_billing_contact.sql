-- To whom letters about a member's dues and headcount go, and in which language; and what somebody adds to a headcount.
CREATE TABLE resources.membership_billing (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    organisation uuid    NOT NULL,
    person       uuid,
    language     text,
    CONSTRAINT membership_billing_pk PRIMARY KEY (id),
    CONSTRAINT membership_billing_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_billing_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_billing_language_is_a_code CHECK (language ~ '^[a-z]{2}$')
);
COMMENT ON TABLE resources.membership_billing IS 'Who answers for a member about dues and headcount; of two rows of one, the later holds';
COMMENT ON COLUMN resources.membership_billing.person IS 'Null where the organisation itself is written to';
COMMENT ON COLUMN resources.membership_billing.language IS 'Of the letters; null for that of the person, else ours';
CREATE INDEX membership_billing_by_organisation ON resources.membership_billing (organisation, id DESC);
CREATE INDEX membership_billing_by_person ON resources.membership_billing (person);

ALTER TABLE resources.membership_headcount
    ADD COLUMN remark text,
    ADD CONSTRAINT membership_headcount_remark_is_short_text CHECK (length(remark) BETWEEN 1 AND 1000);
COMMENT ON COLUMN resources.membership_headcount.remark IS 'What the organisation adds to the number';

SELECT platform.audit_attach('resources.membership_billing');
