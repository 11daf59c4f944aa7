-- The letter at the close of an appeal to those who gave, each once.
CREATE TABLE resources.gift_outcome (
    id           uuid NOT NULL,
    fund         uuid NOT NULL,
    organisation uuid,
    person       uuid,
    CONSTRAINT gift_outcome_pk PRIMARY KEY (id),
    CONSTRAINT gift_outcome_fund_fk FOREIGN KEY (fund) REFERENCES resources.fund (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_outcome_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_outcome_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_outcome_has_one_donor CHECK (num_nonnulls(organisation, person) = 1)
);
COMMENT ON TABLE resources.gift_outcome IS 'A letter to a donor at the close of the appeal of a fund, so that nobody gets it twice';
CREATE INDEX gift_outcome_by_fund ON resources.gift_outcome (fund);
CREATE INDEX gift_outcome_by_organisation ON resources.gift_outcome (organisation);
CREATE INDEX gift_outcome_by_person ON resources.gift_outcome (person);
SELECT platform.audit_attach('resources.gift_outcome');
