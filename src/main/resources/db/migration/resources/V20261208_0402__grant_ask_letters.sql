CREATE TABLE resources.grant_letter (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    application  uuid    NOT NULL,
    organisation uuid    NOT NULL,
    what         text    NOT NULL,
    asked_on     date    NOT NULL,
    due_on       date,
    received_on  date,
    document     uuid,
    CONSTRAINT grant_letter_pk PRIMARY KEY (id),
    CONSTRAINT grant_letter_application_fk FOREIGN KEY (application) REFERENCES resources.grant_application (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_letter_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_letter_what_is_bounded CHECK (length(what) BETWEEN 1 AND 300),
    CONSTRAINT grant_letter_days_are_ordered CHECK (due_on >= asked_on AND received_on >= asked_on),
    CONSTRAINT grant_letter_file_is_received CHECK (document IS NULL OR received_on IS NOT NULL)
);
COMMENT ON TABLE resources.grant_letter IS 'A letter that a partner is asked for, to enclose with an application';
COMMENT ON COLUMN resources.grant_letter.due_on IS 'By when it is needed; null if no day was said';
COMMENT ON COLUMN resources.grant_letter.document IS 'The letter that was received; null without a copy';
CREATE INDEX grant_letter_by_application ON resources.grant_letter (application);
CREATE INDEX grant_letter_by_organisation ON resources.grant_letter (organisation);
SELECT platform.audit_attach('resources.grant_letter');
