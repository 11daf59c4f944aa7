CREATE TABLE directory.segment (
    id       uuid    NOT NULL,
    version  integer NOT NULL DEFAULT 1,
    name     text    NOT NULL,
    criteria text[]  NOT NULL DEFAULT '{}',
    CONSTRAINT segment_pk PRIMARY KEY (id),
    CONSTRAINT segment_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 100),
    CONSTRAINT segment_criteria_are_few CHECK (cardinality(criteria) <= 200)
);
COMMENT ON TABLE directory.segment IS 'People by criteria, computed each time';
COMMENT ON COLUMN directory.segment.criteria IS 'One key=value for each value; none for everyone';
SELECT platform.audit_attach('directory.segment');

CREATE TABLE directory.segment_letter (
    organisation uuid NOT NULL,
    mailing      uuid NOT NULL,
    sent_on      date NOT NULL,
    CONSTRAINT segment_letter_pk PRIMARY KEY (organisation, mailing),
    CONSTRAINT segment_letter_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.segment_letter IS 'The day on which an organisation got the letters of a mailing: at most one mailing a week';
CREATE INDEX segment_letter_by_mailing ON directory.segment_letter (mailing);

-- What came of a mailing: which of its recipients withdrew since.
CREATE VIEW directory.consent_withdrawal AS
SELECT person, purpose, recorded_at FROM directory.consent_entry WHERE kind = 'WITHDRAWN';
COMMENT ON VIEW directory.consent_withdrawal IS 'Each withdrawal of a person, without its proof';
REVOKE INSERT, UPDATE, DELETE ON directory.consent_withdrawal FROM ${application};
