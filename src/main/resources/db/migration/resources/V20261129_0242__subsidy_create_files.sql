-- Wage subsidies: programmes, the minimum wage by day, a file for each subsidised position, its claims, and which hours
-- have been claimed from a funder.

CREATE TABLE resources.subsidy_minimum_wage (
    id         uuid          NOT NULL,
    version    integer       NOT NULL DEFAULT 1,
    starts_on  date          NOT NULL,
    amount     numeric(19,4) NOT NULL,
    source     text          NOT NULL,
    checked_on date          NOT NULL,
    CONSTRAINT subsidy_minimum_wage_pk PRIMARY KEY (id),
    CONSTRAINT subsidy_minimum_wage_one_a_day UNIQUE (starts_on),
    CONSTRAINT subsidy_minimum_wage_amount_is_sound CHECK (amount > 0 AND amount = round(amount, 2)),
    CONSTRAINT subsidy_minimum_wage_source_is_short_text CHECK (length(source) BETWEEN 1 AND 300)
);
COMMENT ON TABLE resources.subsidy_minimum_wage IS 'The general minimum wage per hour, from a day on (R-GRANT-11)';
INSERT INTO resources.subsidy_minimum_wage (id, starts_on, amount, source, checked_on) VALUES
    ('019ad000-0000-7000-8000-000000000001', DATE '2025-05-01', 16.10,
     'Règlement sur les normes du travail, RLRQ, c. N-1.1, r. 3, art. 3', DATE '2026-11-28'),
    ('019ad000-0000-7000-8000-000000000002', DATE '2026-05-01', 16.60,
     'Annonce du ministre du Travail, 22 janvier 2026; Règlement sur les normes du travail, art. 3', DATE '2026-11-28');
SELECT platform.audit_attach('resources.subsidy_minimum_wage');

CREATE TABLE resources.subsidy_programme (
    id               uuid          NOT NULL,
    version          integer       NOT NULL DEFAULT 1,
    name             text          NOT NULL,
    funder           text          NOT NULL,
    least_hours      numeric(5,2),
    most_hours       numeric(5,2),
    most_weeks       integer,
    terms_percent    numeric(5,2)  NOT NULL,
    terms_cap        text          NOT NULL,
    terms_cap_amount numeric(19,4),
    terms_most       numeric(19,4),
    terms_charges    boolean       NOT NULL,
    terms_complement boolean       NOT NULL,
    proofs           text,
    source           text          NOT NULL,
    checked_on       date          NOT NULL,
    CONSTRAINT subsidy_programme_pk PRIMARY KEY (id),
    CONSTRAINT subsidy_programme_hours_are_sound CHECK (
        least_hours BETWEEN 0 AND 168 AND most_hours BETWEEN 0 AND 168 AND least_hours <= most_hours),
    CONSTRAINT subsidy_programme_weeks_are_sound CHECK (most_weeks BETWEEN 1 AND 520),
    CONSTRAINT subsidy_programme_percent_is_a_share CHECK (terms_percent > 0 AND terms_percent <= 100),
    CONSTRAINT subsidy_programme_cap_is_whole CHECK (
        terms_cap IN ('NONE', 'MINIMUM_WAGE', 'AMOUNT') AND (terms_cap = 'AMOUNT') = (terms_cap_amount IS NOT NULL)),
    CONSTRAINT subsidy_programme_amounts_are_sound CHECK (
        terms_cap_amount > 0 AND terms_cap_amount = round(terms_cap_amount, 2)
        AND terms_most > 0 AND terms_most = round(terms_most, 2)),
    CONSTRAINT subsidy_programme_texts_are_short CHECK (
        length(name) BETWEEN 1 AND 200 AND length(funder) BETWEEN 1 AND 200 AND length(proofs) BETWEEN 1 AND 4000
        AND length(source) BETWEEN 1 AND 300)
);
COMMENT ON TABLE resources.subsidy_programme IS 'What a wage subsidy pays and asks for, with the source and the day it was checked';
COMMENT ON COLUMN resources.subsidy_programme.terms_percent IS 'Share of the hourly wage that it pays';
COMMENT ON COLUMN resources.subsidy_programme.terms_cap IS 'What limits its share of an hour';
COMMENT ON COLUMN resources.subsidy_programme.terms_most IS 'The most that it pays for one position';
COMMENT ON COLUMN resources.subsidy_programme.terms_charges IS 'Whether it also pays the employer charges on its share';
COMMENT ON COLUMN resources.subsidy_programme.terms_complement IS 'Whether another funder may pay the rest of the same hour';
COMMENT ON COLUMN resources.subsidy_programme.proofs IS 'The documents that a claim needs, one a line';
SELECT platform.audit_attach('resources.subsidy_programme');

CREATE TABLE resources.subsidy (
    id                       uuid          NOT NULL,
    version                  integer       NOT NULL DEFAULT 1,
    programme                uuid          NOT NULL,
    position                 text          NOT NULL,
    reference                text,
    state                    text          NOT NULL,
    person                   uuid,
    contract                 uuid,
    responsible              uuid,
    starts_on                date          NOT NULL,
    ends_on                  date          NOT NULL,
    approved_weeks           integer       NOT NULL,
    approved_hours           numeric(5,2)  NOT NULL,
    approved_wage            numeric(19,4) NOT NULL,
    approved_charges_percent numeric(5,2)  NOT NULL,
    terms_percent            numeric(5,2)  NOT NULL,
    terms_cap                text          NOT NULL,
    terms_cap_amount         numeric(19,4),
    terms_most               numeric(19,4),
    terms_charges            boolean       NOT NULL,
    terms_complement         boolean       NOT NULL,
    note                     text,
    CONSTRAINT subsidy_pk PRIMARY KEY (id),
    CONSTRAINT subsidy_programme_fk FOREIGN KEY (programme) REFERENCES resources.subsidy_programme (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_contract_fk FOREIGN KEY (contract) REFERENCES plan.time_contract (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_state_is_known CHECK (state IN ('ASKED', 'APPROVED', 'REFUSED', 'CLOSED')),
    CONSTRAINT subsidy_begins_before_it_ends CHECK (starts_on <= ends_on),
    CONSTRAINT subsidy_contract_has_its_person CHECK (contract IS NULL OR person IS NOT NULL),
    CONSTRAINT subsidy_approval_is_sound CHECK (
        approved_weeks BETWEEN 1 AND 520 AND approved_hours > 0 AND approved_hours <= 168 AND approved_wage > 0
        AND approved_wage = round(approved_wage, 2) AND approved_charges_percent BETWEEN 0 AND 100),
    CONSTRAINT subsidy_percent_is_a_share CHECK (terms_percent > 0 AND terms_percent <= 100),
    CONSTRAINT subsidy_cap_is_whole CHECK (
        terms_cap IN ('NONE', 'MINIMUM_WAGE', 'AMOUNT') AND (terms_cap = 'AMOUNT') = (terms_cap_amount IS NOT NULL)),
    CONSTRAINT subsidy_amounts_are_sound CHECK (
        terms_cap_amount > 0 AND terms_cap_amount = round(terms_cap_amount, 2)
        AND terms_most > 0 AND terms_most = round(terms_most, 2)),
    CONSTRAINT subsidy_texts_are_short CHECK (
        length(position) BETWEEN 1 AND 200 AND length(reference) BETWEEN 1 AND 100 AND length(note) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE resources.subsidy IS 'A subsidised position, from the request to the last claim (R-WAGE-4)';
COMMENT ON COLUMN resources.subsidy.person IS 'Null until the person is chosen';
COMMENT ON COLUMN resources.subsidy.responsible IS 'The person who follows the file';
COMMENT ON COLUMN resources.subsidy.approved_hours IS 'Hours a week';
COMMENT ON COLUMN resources.subsidy.terms_percent IS 'Copied from the programme: a later change there leaves this file as it was approved';
CREATE INDEX subsidy_by_start ON resources.subsidy (starts_on, id);
CREATE INDEX subsidy_by_person ON resources.subsidy (person);
CREATE INDEX subsidy_by_responsible ON resources.subsidy (responsible);
SELECT platform.audit_attach('resources.subsidy');

CREATE TABLE resources.subsidy_step (
    subsidy uuid NOT NULL,
    kind    text NOT NULL,
    due_on  date,
    done_on date,
    CONSTRAINT subsidy_step_pk PRIMARY KEY (subsidy, kind),
    CONSTRAINT subsidy_step_subsidy_fk FOREIGN KEY (subsidy) REFERENCES resources.subsidy (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_step_kind_is_known CHECK (kind IN ('APPLICATION', 'POSTING', 'CHOICE', 'AGREEMENT', 'FIRST_DAY',
        'FINAL_REPORT', 'LAST_CLAIM')),
    CONSTRAINT subsidy_step_has_a_day CHECK (num_nonnulls(due_on, done_on) > 0)
);
COMMENT ON TABLE resources.subsidy_step IS 'A step of a file, due or done on a day';
CREATE INDEX subsidy_step_by_due_day ON resources.subsidy_step (due_on) WHERE done_on IS NULL;
SELECT platform.audit_attach('resources.subsidy_step');

CREATE TABLE resources.subsidy_claim (
    id           uuid          NOT NULL,
    version      integer       NOT NULL DEFAULT 1,
    subsidy      uuid          NOT NULL,
    period_from  date          NOT NULL,
    period_to    date          NOT NULL,
    due_on       date,
    state        text          NOT NULL,
    hours        numeric(9,2)  NOT NULL,
    amount       numeric(19,4) NOT NULL,
    sent_on      date,
    confirmation text,
    decided_on   date,
    paid_amount  numeric(19,4),
    reason       text,
    CONSTRAINT subsidy_claim_pk PRIMARY KEY (id),
    CONSTRAINT subsidy_claim_subsidy_fk FOREIGN KEY (subsidy) REFERENCES resources.subsidy (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_claim_begins_before_it_ends CHECK (period_from <= period_to),
    CONSTRAINT subsidy_claim_state_is_known CHECK (state IN ('PREPARED', 'SENT', 'PAID', 'REFUSED')),
    CONSTRAINT subsidy_claim_sent_has_a_day CHECK ((state = 'PREPARED') = (sent_on IS NULL)),
    CONSTRAINT subsidy_claim_decided_has_a_day CHECK ((state IN ('PAID', 'REFUSED')) = (decided_on IS NOT NULL)),
    CONSTRAINT subsidy_claim_days_are_in_order CHECK (sent_on <= decided_on),
    CONSTRAINT subsidy_claim_paid_has_an_amount CHECK ((state = 'PAID') = (paid_amount IS NOT NULL)),
    CONSTRAINT subsidy_claim_refused_says_why CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
    CONSTRAINT subsidy_claim_amounts_are_sound CHECK (
        hours > 0 AND amount >= 0 AND amount = round(amount, 2) AND paid_amount >= 0
        AND paid_amount = round(paid_amount, 2)),
    CONSTRAINT subsidy_claim_texts_are_short CHECK (
        length(confirmation) BETWEEN 1 AND 100 AND length(reason) BETWEEN 1 AND 500)
);
COMMENT ON COLUMN resources.subsidy_claim.amount IS 'The sum of its days, rounded once';
CREATE INDEX subsidy_claim_by_subsidy ON resources.subsidy_claim (subsidy, period_from, id);
CREATE INDEX subsidy_claim_by_due_day ON resources.subsidy_claim (due_on) WHERE state = 'PREPARED';
SELECT platform.audit_attach('resources.subsidy_claim');

CREATE TABLE resources.subsidy_claim_day (
    claim  uuid          NOT NULL,
    day    date          NOT NULL,
    hours  numeric(5,2)  NOT NULL,
    rate   numeric(19,4) NOT NULL,
    amount numeric(19,4) NOT NULL,
    CONSTRAINT subsidy_claim_day_pk PRIMARY KEY (claim, day),
    CONSTRAINT subsidy_claim_day_claim_fk FOREIGN KEY (claim) REFERENCES resources.subsidy_claim (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_claim_day_is_sound CHECK (hours > 0 AND hours <= 24 AND rate >= 0 AND amount BETWEEN 0 AND hours * rate)
);
COMMENT ON TABLE resources.subsidy_claim_day IS 'The hours of a day in a claim, with the rate of that day';
SELECT platform.audit_attach('resources.subsidy_claim_day');

CREATE TABLE resources.subsidy_claim_proof (
    claim       uuid    NOT NULL,
    position    integer NOT NULL,
    label       text    NOT NULL,
    provided_on date,
    CONSTRAINT subsidy_claim_proof_pk PRIMARY KEY (claim, position),
    CONSTRAINT subsidy_claim_proof_claim_fk FOREIGN KEY (claim) REFERENCES resources.subsidy_claim (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_claim_proof_label_is_short CHECK (length(label) BETWEEN 1 AND 300)
);
COMMENT ON TABLE resources.subsidy_claim_proof IS 'A document that the funder asks for with a claim';
SELECT platform.audit_attach('resources.subsidy_claim_proof');

-- An entry of hours, once a funder was asked to pay it. It names no foreign key: a reopened week may lose the entry, and
-- the claim then says so.
CREATE TABLE resources.subsidy_claimed_hour (
    entry   uuid          NOT NULL,
    cost    numeric(19,4) NOT NULL,
    claimed numeric(19,4) NOT NULL,
    CONSTRAINT subsidy_claimed_hour_pk PRIMARY KEY (entry),
    CONSTRAINT subsidy_claimed_hour_is_within_its_cost CHECK (claimed BETWEEN 0 AND cost)
);
COMMENT ON TABLE resources.subsidy_claimed_hour IS 'The cost of an entry of hours, wage and charges, and the sum of all claims on it (R-GRANT-11)';
SELECT platform.audit_attach('resources.subsidy_claimed_hour');

CREATE TABLE resources.subsidy_hour_claim (
    entry      uuid          NOT NULL,
    claimant   text          NOT NULL,
    amount     numeric(19,4) NOT NULL,
    complement boolean       NOT NULL,
    CONSTRAINT subsidy_hour_claim_pk PRIMARY KEY (entry, claimant),
    CONSTRAINT subsidy_hour_claim_entry_fk FOREIGN KEY (entry) REFERENCES resources.subsidy_claimed_hour (entry)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT subsidy_hour_claim_claimant_is_short CHECK (length(claimant) BETWEEN 1 AND 200),
    CONSTRAINT subsidy_hour_claim_amount_is_sound CHECK (amount >= 0)
);
COMMENT ON COLUMN resources.subsidy_hour_claim.claimant IS 'The record that claims it, such as resources.subsidy/claim/<id>';
COMMENT ON COLUMN resources.subsidy_hour_claim.complement IS 'Whether it allows another claim on the same entry';
CREATE UNIQUE INDEX subsidy_hour_claim_one_wage_subsidy ON resources.subsidy_hour_claim (entry)
    WHERE claimant LIKE 'resources.subsidy/%';
CREATE INDEX subsidy_hour_claim_by_claimant ON resources.subsidy_hour_claim (claimant);
SELECT platform.audit_attach('resources.subsidy_hour_claim');
