-- Funding agreements, with their instalments and deliverables. Amounts by line are in the budget of the agreement.

CREATE TABLE resources.grant_agreement (
    id                 uuid          NOT NULL,
    version            integer       NOT NULL DEFAULT 1,
    number             text          NOT NULL DEFAULT '',
    title              text          NOT NULL,
    funder             uuid,
    currency           text          NOT NULL,
    starts_on          date          NOT NULL,
    ends_on            date          NOT NULL,
    scope              text          NOT NULL,
    terms              text          NOT NULL DEFAULT '',
    transfer_tolerance numeric(5, 2),
    retained_until     date,
    CONSTRAINT grant_agreement_pk PRIMARY KEY (id),
    CONSTRAINT grant_agreement_funder_fk FOREIGN KEY (funder) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_agreement_texts_are_short
        CHECK (length(number) <= 100 AND length(title) BETWEEN 1 AND 300 AND length(terms) <= 10000),
    CONSTRAINT grant_agreement_has_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT grant_agreement_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT grant_agreement_scope_is_known CHECK (scope IN ('MISSION', 'PROJECT', 'OUR_PART')),
    CONSTRAINT grant_agreement_tolerance_is_percent CHECK (transfer_tolerance BETWEEN 0 AND 100)
);
COMMENT ON TABLE resources.grant_agreement IS 'An agreement by which a funder pays for the mission, a project, or our part of a project';
COMMENT ON COLUMN resources.grant_agreement.transfer_tolerance IS 'Percent of a line that may move without an amendment, cumulated; null if unknown';
COMMENT ON COLUMN resources.grant_agreement.retained_until IS 'The last day on which vouchers must be kept';
CREATE INDEX grant_agreement_by_end ON resources.grant_agreement (ends_on, id);
CREATE INDEX grant_agreement_by_funder ON resources.grant_agreement (funder);
SELECT platform.audit_attach('resources.grant_agreement');

CREATE TABLE resources.grant_agreement_due (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    agreement uuid    NOT NULL,
    kind      text    NOT NULL,
    what      text    NOT NULL,
    clause    text    NOT NULL DEFAULT '',
    due_on    date    NOT NULL,
    amount    numeric(16, 2),
    owner     uuid,
    done_on   date,
    CONSTRAINT grant_agreement_due_pk PRIMARY KEY (id),
    CONSTRAINT grant_agreement_due_agreement_fk FOREIGN KEY (agreement) REFERENCES resources.grant_agreement (id) ON DELETE CASCADE,
    CONSTRAINT grant_agreement_due_owner_fk FOREIGN KEY (owner) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT grant_agreement_due_kind_is_known CHECK (kind IN ('DELIVERABLE', 'INSTALMENT')),
    CONSTRAINT grant_agreement_due_texts_are_short CHECK (length(what) BETWEEN 1 AND 300 AND length(clause) <= 100),
    CONSTRAINT grant_agreement_due_instalment_has_amount CHECK ((kind = 'INSTALMENT') = (amount IS NOT NULL)),
    CONSTRAINT grant_agreement_due_amount_is_positive CHECK (amount > 0)
);
COMMENT ON TABLE resources.grant_agreement_due IS 'A deliverable that we owe the funder, or an instalment that the funder owes us';
COMMENT ON COLUMN resources.grant_agreement_due.done_on IS 'The day on which it was handed in, or received; null if it is still due';
CREATE INDEX grant_agreement_due_by_agreement ON resources.grant_agreement_due (agreement);
CREATE INDEX grant_agreement_due_by_owner ON resources.grant_agreement_due (owner);
CREATE INDEX grant_agreement_due_by_day ON resources.grant_agreement_due (due_on) WHERE done_on IS NULL;
SELECT platform.audit_attach('resources.grant_agreement_due');
