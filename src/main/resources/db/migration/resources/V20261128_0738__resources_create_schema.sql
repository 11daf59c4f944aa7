-- Group resources: members, dues and the ledger.

CREATE SCHEMA IF NOT EXISTS resources;


-- membership ----------------------------------------------------------------------------------------------------------
-- Members, from when to when and by which decision; and the headcount that each organisation declares. Admitted, in
-- good standing and paid are three facts: only the first is here.

CREATE TABLE resources.membership_category (
    id              uuid    NOT NULL,
    version         integer NOT NULL DEFAULT 1,
    code            text    NOT NULL,
    name            text    NOT NULL,
    kind            text    NOT NULL,
    description     text,
    source          text,
    least_headcount integer,
    ended_on        date,
    CONSTRAINT membership_category_pk PRIMARY KEY (id),
    CONSTRAINT membership_category_code_key UNIQUE (code),
    CONSTRAINT membership_category_code_is_short CHECK (code ~ '^[A-Z0-9]{1,10}$'),
    CONSTRAINT membership_category_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    CONSTRAINT membership_category_kind_is_known CHECK (kind IN ('ORGANISATION', 'PERSON')),
    CONSTRAINT membership_category_description_is_bounded CHECK (length(description) BETWEEN 1 AND 2000),
    CONSTRAINT membership_category_source_is_short_text CHECK (length(source) BETWEEN 1 AND 300),
    CONSTRAINT membership_category_headcount_is_sound CHECK (
        least_headcount BETWEEN 1 AND 10000000 AND (least_headcount IS NULL OR kind = 'ORGANISATION'))
);
COMMENT ON TABLE resources.membership_category IS 'A category of members as the by-laws name it';
COMMENT ON COLUMN resources.membership_category.kind IS 'Whether organisations or people belong to it';
COMMENT ON COLUMN resources.membership_category.source IS 'The by-law and its article';
COMMENT ON COLUMN resources.membership_category.least_headcount IS 'How many people an organisation must have, at least; null for any number';
COMMENT ON COLUMN resources.membership_category.ended_on IS 'The last day on which one could be admitted to it; null while one can';
SELECT platform.audit_attach('resources.membership_category');

CREATE TABLE resources.membership (
    id              uuid    NOT NULL,
    version         integer NOT NULL DEFAULT 1,
    organisation    uuid,
    person          uuid,
    category        uuid    NOT NULL,
    since           date    NOT NULL,
    until           date,
    admitted_body   text,
    admitted_on     date,
    admitted_number text,
    ended_body      text,
    ended_on        date,
    ended_number    text,
    ended_reason    text,
    CONSTRAINT membership_pk PRIMARY KEY (id),
    CONSTRAINT membership_is_of_one CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT membership_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_category_fk FOREIGN KEY (category) REFERENCES resources.membership_category (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_begins_before_it_ends CHECK (since <= until),
    CONSTRAINT membership_admission_is_whole CHECK ((admitted_body IS NULL) = (admitted_on IS NULL)),
    CONSTRAINT membership_ending_is_whole CHECK ((ended_body IS NULL) = (ended_on IS NULL)),
    CONSTRAINT membership_ends_for_a_reason CHECK (until IS NOT NULL OR num_nonnulls(ended_body, ended_reason) = 0),
    CONSTRAINT membership_bodies_are_short_text CHECK (
        length(admitted_body) BETWEEN 1 AND 200 AND length(ended_body) BETWEEN 1 AND 200),
    CONSTRAINT membership_numbers_are_short_text CHECK (
        length(admitted_number) BETWEEN 1 AND 100 AND length(ended_number) BETWEEN 1 AND 100),
    CONSTRAINT membership_reason_is_short_text CHECK (length(ended_reason) BETWEEN 1 AND 500),
    CONSTRAINT membership_of_an_organisation_is_one EXCLUDE USING gist
        (organisation WITH =, daterange(since, until, '[]') WITH &&) WHERE (organisation IS NOT NULL),
    CONSTRAINT membership_of_a_person_is_one EXCLUDE USING gist
        (person WITH =, daterange(since, until, '[]') WITH &&) WHERE (person IS NOT NULL)
);
COMMENT ON TABLE resources.membership IS 'An organisation or a person belongs to a category from a day to a day, both included';
COMMENT ON COLUMN resources.membership.admitted_body IS 'Which body admitted it; null where the decision is not known any more';
COMMENT ON COLUMN resources.membership.ended_body IS 'Which body ended it; null where it ended of itself';
CREATE INDEX membership_by_category ON resources.membership (category);
CREATE INDEX membership_by_organisation ON resources.membership (organisation);
CREATE INDEX membership_by_person ON resources.membership (person);
SELECT platform.audit_attach('resources.membership');

CREATE TABLE resources.membership_headcount (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    counted_on   date        NOT NULL,
    number       integer     NOT NULL,
    status       text        NOT NULL,
    said_by      text,
    evidence     text,
    recorded_at  timestamptz NOT NULL,
    withdrawn_at timestamptz,
    remark       text,
    confirms     uuid,
    CONSTRAINT membership_headcount_pk PRIMARY KEY (id),
    CONSTRAINT membership_headcount_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_headcount_is_sound CHECK (number BETWEEN 0 AND 10000000),
    CONSTRAINT membership_headcount_status_is_known CHECK (status IN ('DECLARED', 'CONFIRMED', 'ESTIMATED')),
    CONSTRAINT membership_headcount_said_by_is_short_text CHECK (length(said_by) BETWEEN 1 AND 200),
    CONSTRAINT membership_headcount_evidence_is_short_text CHECK (length(evidence) BETWEEN 1 AND 500),
    CONSTRAINT membership_headcount_remark_is_short_text CHECK (length(remark) BETWEEN 1 AND 1000),
    CONSTRAINT membership_headcount_confirms_fk FOREIGN KEY (confirms)
        REFERENCES resources.membership_headcount (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT membership_headcount_only_confirmations_confirm CHECK (confirms IS NULL OR status = 'CONFIRMED')
);
COMMENT ON TABLE resources.membership_headcount IS 'How many people an organisation has on a day, as somebody said; never changed, only said anew or withdrawn';
COMMENT ON COLUMN resources.membership_headcount.counted_on IS 'The reference date';
COMMENT ON COLUMN resources.membership_headcount.said_by IS 'Who attests it';
COMMENT ON COLUMN resources.membership_headcount.evidence IS 'What shows it: a mail, a page, a statement';
COMMENT ON COLUMN resources.membership_headcount.remark IS 'What the organisation adds to the number';
COMMENT ON COLUMN resources.membership_headcount.confirms IS 'Which statement was found right; null where it was entered as confirmed';
CREATE INDEX membership_headcount_by_organisation ON resources.membership_headcount (organisation, counted_on DESC);
CREATE INDEX membership_headcount_by_confirms ON resources.membership_headcount (confirms);
SELECT platform.audit_attach('resources.membership_headcount');

-- The recipient and language of letters about a member's dues and headcount.
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
SELECT platform.audit_attach('resources.membership_billing');


-- ledger --------------------------------------------------------------------------------------------------------------
-- What is owed to the organisation, what arrived, and what settles what. The books stay with the accountant: here are
-- the entries handed over, accepted one by one, in batches that close and never open again.

CREATE TABLE resources.ledger_account (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    purpose   text    NOT NULL,
    code      text    NOT NULL,
    name      text    NOT NULL,
    CONSTRAINT ledger_account_pk PRIMARY KEY (id),
    CONSTRAINT ledger_account_code_key UNIQUE (code),
    CONSTRAINT ledger_account_purpose_is_known CHECK (
        purpose IN ('BANK', 'RECEIVABLE', 'ADVANCE', 'LOSS', 'DUES', 'GIFT', 'APPEAL', 'OTHER')),
    CONSTRAINT ledger_account_code_is_short CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9. -]{0,19}$'),
    CONSTRAINT ledger_account_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 120)
);
COMMENT ON TABLE resources.ledger_account IS 'An account of the accountant''s books, and what it is for here';
COMMENT ON COLUMN resources.ledger_account.code IS 'Its number in her software';
CREATE UNIQUE INDEX ledger_account_purpose_key ON resources.ledger_account (purpose) WHERE purpose <> 'BANK';
SELECT platform.audit_attach('resources.ledger_account');

CREATE TABLE resources.ledger_series (
    name text    NOT NULL,
    last integer NOT NULL,
    CONSTRAINT ledger_series_pk PRIMARY KEY (name),
    CONSTRAINT ledger_series_counts_from_one CHECK (last >= 1)
);
COMMENT ON TABLE resources.ledger_series IS 'How far a series of numbers is; a number is taken in the transaction that uses it, so that none is missing';
SELECT platform.audit_attach('resources.ledger_series');

CREATE TABLE resources.ledger_batch (
    id        uuid        NOT NULL,
    series    text        NOT NULL,
    sequence  integer     NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by uuid,
    bank      uuid,
    CONSTRAINT ledger_batch_pk PRIMARY KEY (id),
    CONSTRAINT ledger_batch_number_key UNIQUE (series, sequence),
    CONSTRAINT ledger_batch_closing_is_whole CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT ledger_batch_bank_fk FOREIGN KEY (bank)
    REFERENCES resources.ledger_account (id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE resources.ledger_batch IS 'What the accountant took over at once; closed, it never changes';
COMMENT ON COLUMN resources.ledger_batch.closed_by IS 'The account of who closed it';
COMMENT ON COLUMN resources.ledger_batch.bank IS 'Where what was not deposited when it closed is expected; null while it is open';
CREATE UNIQUE INDEX ledger_batch_one_is_open ON resources.ledger_batch ((closed_at IS NULL)) WHERE closed_at IS NULL;
SELECT platform.audit_attach('resources.ledger_batch');

CREATE TABLE resources.ledger_invoice (
    id                 uuid          NOT NULL,
    version            integer       NOT NULL DEFAULT 1,
    series             text          NOT NULL,
    sequence           integer       NOT NULL,
    organisation       uuid,
    person             uuid,
    payer_organisation uuid,
    payer_person       uuid,
    addressee          text          NOT NULL,
    language           text          NOT NULL,
    issued_on          date          NOT NULL,
    due_on             date          NOT NULL,
    period_from        date,
    period_until       date,
    currency           text          NOT NULL,
    total              numeric(19,4) NOT NULL,
    subject            text          NOT NULL,
    note               text,
    source             text,
    delayed_until      date,
    delay_body         text,
    delay_on           date,
    delay_number       text,
    settled_on         date,
    CONSTRAINT ledger_invoice_pk PRIMARY KEY (id),
    CONSTRAINT ledger_invoice_number_key UNIQUE (series, sequence),
    CONSTRAINT ledger_invoice_source_key UNIQUE (source),
    CONSTRAINT ledger_invoice_is_of_one CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT ledger_invoice_is_paid_by_one CHECK (num_nonnulls(payer_organisation, payer_person) = 1),
    CONSTRAINT ledger_invoice_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_person_fk FOREIGN KEY (person)
        REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_payer_organisation_fk FOREIGN KEY (payer_organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_payer_person_fk FOREIGN KEY (payer_person)
        REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_days_are_in_order CHECK (issued_on <= due_on AND due_on <= delayed_until),
    CONSTRAINT ledger_invoice_period_is_in_order CHECK (period_from <= period_until),
    CONSTRAINT ledger_invoice_period_is_whole CHECK ((period_from IS NULL) = (period_until IS NULL)),
    CONSTRAINT ledger_invoice_delay_is_whole CHECK (num_nonnulls(delayed_until, delay_body, delay_on) IN (0, 3)),
    CONSTRAINT ledger_invoice_total_is_sound CHECK (total > 0 AND total = round(total, 2)),
    CONSTRAINT ledger_invoice_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT ledger_invoice_texts_are_short CHECK (
        length(addressee) BETWEEN 1 AND 1000 AND length(subject) BETWEEN 1 AND 200 AND length(note) BETWEEN 1 AND 4000
        AND length(delay_body) BETWEEN 1 AND 200 AND length(delay_number) BETWEEN 1 AND 100
        AND length(source) BETWEEN 1 AND 200 AND language ~ '^[a-z]{2}$')
);
COMMENT ON TABLE resources.ledger_invoice IS 'What was asked for; never changed once it is issued, only credited, written off, delayed';
COMMENT ON COLUMN resources.ledger_invoice.organisation IS 'For whom it is; the payer may be another';
COMMENT ON COLUMN resources.ledger_invoice.addressee IS 'Name and address as they were written on it';
COMMENT ON COLUMN resources.ledger_invoice.period_from IS 'For dues: the time over which they are earned (R-FIN-7)';
COMMENT ON COLUMN resources.ledger_invoice.source IS 'What asked for it: the same source never makes a second one';
COMMENT ON COLUMN resources.ledger_invoice.delayed_until IS 'Until when a body let it wait';
COMMENT ON COLUMN resources.ledger_invoice.settled_on IS
    'Computed: the day of the last payment or reduction where nothing is owed any more; null while something is';
CREATE INDEX ledger_invoice_by_organisation ON resources.ledger_invoice (organisation);
CREATE INDEX ledger_invoice_by_person ON resources.ledger_invoice (person);
CREATE INDEX ledger_invoice_by_payer_organisation ON resources.ledger_invoice (payer_organisation);
CREATE INDEX ledger_invoice_by_payer_person ON resources.ledger_invoice (payer_person);
CREATE INDEX ledger_invoice_by_day ON resources.ledger_invoice (issued_on, id);
CREATE INDEX ledger_invoice_by_settling ON resources.ledger_invoice (coalesce(settled_on, DATE 'infinity'));
SELECT platform.audit_attach('resources.ledger_invoice', '{settled_on}');

CREATE TABLE resources.ledger_invoice_line (
    invoice  uuid          NOT NULL,
    position integer       NOT NULL,
    text     text          NOT NULL,
    amount   numeric(19,4) NOT NULL,
    account  uuid          NOT NULL,
    CONSTRAINT ledger_invoice_line_pk PRIMARY KEY (invoice, position),
    CONSTRAINT ledger_invoice_line_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_line_account_fk FOREIGN KEY (account) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_line_text_is_short CHECK (length(text) BETWEEN 1 AND 500),
    CONSTRAINT ledger_invoice_line_amount_is_sound CHECK (amount <> 0 AND amount = round(amount, 2))
);
COMMENT ON TABLE resources.ledger_invoice_line IS 'What an invoice is made of, each in one sentence';
SELECT platform.audit_attach('resources.ledger_invoice_line');

CREATE TABLE resources.ledger_reduction (
    id             uuid          NOT NULL,
    version        integer       NOT NULL DEFAULT 1,
    invoice        uuid          NOT NULL,
    kind           text          NOT NULL,
    series         text          NOT NULL,
    sequence       integer       NOT NULL,
    made_on        date          NOT NULL,
    amount         numeric(19,4) NOT NULL,
    reason         text          NOT NULL,
    decided_body   text,
    decided_on     date,
    decided_number text,
    source         text,
    CONSTRAINT ledger_reduction_pk PRIMARY KEY (id),
    CONSTRAINT ledger_reduction_number_key UNIQUE (series, sequence),
    CONSTRAINT ledger_reduction_source_key UNIQUE (source),
    CONSTRAINT ledger_reduction_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_reduction_kind_is_known CHECK (kind IN ('CREDIT', 'WRITE_OFF')),
    CONSTRAINT ledger_reduction_amount_is_sound CHECK (amount > 0 AND amount = round(amount, 2)),
    CONSTRAINT ledger_reduction_write_off_is_decided CHECK (kind = 'CREDIT' OR decided_body IS NOT NULL),
    CONSTRAINT ledger_reduction_decision_is_whole CHECK ((decided_body IS NULL) = (decided_on IS NULL)),
    CONSTRAINT ledger_reduction_texts_are_short CHECK (
        length(reason) BETWEEN 1 AND 500 AND length(decided_body) BETWEEN 1 AND 200
        AND length(decided_number) BETWEEN 1 AND 100 AND length(source) BETWEEN 1 AND 200)
);
COMMENT ON TABLE resources.ledger_reduction IS 'What an invoice asks less: a credit, or what a body gave up';
CREATE INDEX ledger_reduction_by_invoice ON resources.ledger_reduction (invoice);
SELECT platform.audit_attach('resources.ledger_reduction');

CREATE TABLE resources.ledger_payment (
    id           uuid          NOT NULL,
    version      integer       NOT NULL DEFAULT 1,
    organisation uuid,
    person       uuid,
    payer        text,
    method       text          NOT NULL,
    received_on  date          NOT NULL,
    reference    text,
    currency     text          NOT NULL,
    amount       numeric(19,4) NOT NULL,
    bank         uuid,
    remark       text,
    reverses     uuid,
    source       text,
    CONSTRAINT ledger_payment_pk PRIMARY KEY (id),
    CONSTRAINT ledger_payment_source_key UNIQUE (source),
    CONSTRAINT ledger_payment_is_reversed_once UNIQUE (reverses),
    CONSTRAINT ledger_payment_reverses_fk FOREIGN KEY (reverses) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_payment_bank_fk FOREIGN KEY (bank) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_payment_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_payment_person_fk FOREIGN KEY (person)
        REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_payment_is_by_one CHECK (num_nonnulls(organisation, person) <= 1),
    CONSTRAINT ledger_payment_method_is_known CHECK (
        method IN ('CHEQUE', 'TRANSFER', 'CASH', 'CARD', 'OTHER', 'INTERNAL')),
    CONSTRAINT ledger_payment_amount_is_sound CHECK (
        amount = round(amount, 2)
        AND CASE WHEN method = 'INTERNAL' THEN amount = 0 WHEN reverses IS NULL THEN amount > 0 ELSE amount < 0 END),
    CONSTRAINT ledger_payment_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT ledger_payment_texts_are_short CHECK (
        length(payer) BETWEEN 1 AND 200 AND length(reference) BETWEEN 1 AND 100 AND length(remark) BETWEEN 1 AND 500
        AND length(source) BETWEEN 1 AND 200)
);
COMMENT ON TABLE resources.ledger_payment IS 'Money that arrived, went back, or moved from one settling to another (INTERNAL, of nothing)';
COMMENT ON COLUMN resources.ledger_payment.payer IS 'How the payer is called on the cheque or in the statement; null where it is the one of the directory';
COMMENT ON COLUMN resources.ledger_payment.bank IS 'The account into which it came; null until it is deposited';
CREATE INDEX ledger_payment_by_organisation ON resources.ledger_payment (organisation);
CREATE INDEX ledger_payment_by_person ON resources.ledger_payment (person);
CREATE INDEX ledger_payment_by_day ON resources.ledger_payment (received_on, id);
SELECT platform.audit_attach('resources.ledger_payment');

CREATE TABLE resources.ledger_allocation (
    payment  uuid          NOT NULL,
    position integer       NOT NULL,
    invoice  uuid,
    account  uuid,
    amount   numeric(19,4) NOT NULL,
    CONSTRAINT ledger_allocation_pk PRIMARY KEY (payment, position),
    CONSTRAINT ledger_allocation_settles_one CHECK (num_nonnulls(invoice, account) = 1),
    CONSTRAINT ledger_allocation_payment_fk FOREIGN KEY (payment) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_allocation_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_allocation_account_fk FOREIGN KEY (account) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_allocation_amount_is_sound CHECK (amount <> 0 AND amount = round(amount, 2))
);
COMMENT ON TABLE resources.ledger_allocation IS 'What a payment settles: invoices, gifts, or an advance that stays with the payer';
CREATE INDEX ledger_allocation_by_invoice ON resources.ledger_allocation (invoice) WHERE invoice IS NOT NULL;
SELECT platform.audit_attach('resources.ledger_allocation');

CREATE TABLE resources.ledger_entry (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    invoice     uuid,
    reduction   uuid,
    payment     uuid,
    proposed_at timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'PROPOSED',
    question    text,
    answer      text,
    batch       uuid,
    CONSTRAINT ledger_entry_pk PRIMARY KEY (id),
    CONSTRAINT ledger_entry_is_of_one CHECK (num_nonnulls(invoice, reduction, payment) = 1),
    CONSTRAINT ledger_entry_invoice_key UNIQUE (invoice),
    CONSTRAINT ledger_entry_reduction_key UNIQUE (reduction),
    CONSTRAINT ledger_entry_payment_key UNIQUE (payment),
    CONSTRAINT ledger_entry_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_entry_reduction_fk FOREIGN KEY (reduction) REFERENCES resources.ledger_reduction (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_entry_payment_fk FOREIGN KEY (payment) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_entry_batch_fk FOREIGN KEY (batch) REFERENCES resources.ledger_batch (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_entry_state_is_known CHECK (state IN ('PROPOSED', 'RETURNED', 'ACCEPTED')),
    CONSTRAINT ledger_entry_is_in_a_batch_once_accepted CHECK ((state = 'ACCEPTED') = (batch IS NOT NULL)),
    CONSTRAINT ledger_entry_returned_with_a_question CHECK (state <> 'RETURNED' OR question IS NOT NULL),
    CONSTRAINT ledger_entry_texts_are_bounded CHECK (
        length(question) BETWEEN 1 AND 1000 AND length(answer) BETWEEN 1 AND 1000)
);
COMMENT ON TABLE resources.ledger_entry IS 'What the accountant is asked to take over: an invoice, a reduction or a payment';
CREATE INDEX ledger_entry_by_batch ON resources.ledger_entry (batch, id);
CREATE INDEX ledger_entry_waiting ON resources.ledger_entry (id) WHERE state <> 'ACCEPTED';
SELECT platform.audit_attach('resources.ledger_entry');

-- Bank lines as they came in files, each once, until someone matches them; and the deposits brought to the bank.
CREATE TABLE resources.ledger_deposit (
    id       uuid    NOT NULL,
    version  integer NOT NULL DEFAULT 1,
    series   text    NOT NULL,
    sequence integer NOT NULL,
    bank     uuid    NOT NULL,
    made_on  date    NOT NULL,
    currency text    NOT NULL,
    undone   boolean NOT NULL DEFAULT false,
    CONSTRAINT ledger_deposit_pk PRIMARY KEY (id),
    CONSTRAINT ledger_deposit_number_key UNIQUE (series, sequence),
    CONSTRAINT ledger_deposit_bank_fk FOREIGN KEY (bank) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_deposit_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$')
);
COMMENT ON TABLE resources.ledger_deposit IS 'A deposit slip: cheques and cash brought to the bank at once';
COMMENT ON COLUMN resources.ledger_deposit.undone IS 'It was made by mistake; its number stays taken';
SELECT platform.audit_attach('resources.ledger_deposit');

CREATE TABLE resources.ledger_deposit_payment (
    payment uuid NOT NULL,
    deposit uuid NOT NULL,
    CONSTRAINT ledger_deposit_payment_pk PRIMARY KEY (payment),
    CONSTRAINT ledger_deposit_payment_payment_fk FOREIGN KEY (payment) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_deposit_payment_deposit_fk FOREIGN KEY (deposit) REFERENCES resources.ledger_deposit (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE resources.ledger_deposit_payment IS 'What stands on a deposit slip; a payment is deposited once';
CREATE INDEX ledger_deposit_payment_by_deposit ON resources.ledger_deposit_payment (deposit);
SELECT platform.audit_attach('resources.ledger_deposit_payment');

CREATE TABLE resources.ledger_statement (
    id       uuid        NOT NULL,
    version  integer     NOT NULL DEFAULT 1,
    bank     uuid        NOT NULL,
    name     text        NOT NULL,
    currency text        NOT NULL,
    read_at  timestamptz NOT NULL,
    CONSTRAINT ledger_statement_pk PRIMARY KEY (id),
    CONSTRAINT ledger_statement_bank_fk FOREIGN KEY (bank) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_statement_name_is_short CHECK (length(name) <= 200),
    CONSTRAINT ledger_statement_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$')
);
COMMENT ON TABLE resources.ledger_statement IS 'A file of a bank, as it was brought in';
SELECT platform.audit_attach('resources.ledger_statement');

CREATE TABLE resources.ledger_bank_line (
    id          uuid          NOT NULL,
    version     integer       NOT NULL DEFAULT 1,
    bank        uuid          NOT NULL,
    day         date          NOT NULL,
    currency    text          NOT NULL,
    amount      numeric(19,4) NOT NULL,
    text        text          NOT NULL,
    reference   text,
    balance     numeric(19,4),
    fingerprint text          NOT NULL,
    occurrence  integer       NOT NULL,
    state       text          NOT NULL DEFAULT 'OPEN',
    payment     uuid,
    deposit     uuid,
    made        boolean       NOT NULL DEFAULT false,
    banked      boolean       NOT NULL DEFAULT false,
    aside       text,
    remark      text,
    gesture     uuid,
    CONSTRAINT ledger_bank_line_pk PRIMARY KEY (id),
    CONSTRAINT ledger_bank_line_is_entered_once UNIQUE (bank, fingerprint, occurrence),
    CONSTRAINT ledger_bank_line_payment_key UNIQUE (payment),
    CONSTRAINT ledger_bank_line_deposit_key UNIQUE (deposit),
    CONSTRAINT ledger_bank_line_bank_fk FOREIGN KEY (bank) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_bank_line_payment_fk FOREIGN KEY (payment) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_bank_line_deposit_fk FOREIGN KEY (deposit) REFERENCES resources.ledger_deposit (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_bank_line_amount_is_sound CHECK (amount <> 0 AND amount = round(amount, 2)),
    CONSTRAINT ledger_bank_line_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT ledger_bank_line_state_is_known CHECK (state IN ('OPEN', 'TIED', 'ASIDE')),
    CONSTRAINT ledger_bank_line_is_tied_to_one CHECK (num_nonnulls(payment, deposit) = CASE state WHEN 'TIED' THEN 1 ELSE 0 END),
    CONSTRAINT ledger_bank_line_aside_has_a_reason CHECK (
        (state = 'ASIDE') = (aside IS NOT NULL) AND aside IN ('FEE', 'TRANSFER', 'WITHDRAWAL', 'OTHER')
        AND (aside <> 'OTHER' OR remark IS NOT NULL)),
    CONSTRAINT ledger_bank_line_texts_are_short CHECK (
        length(text) <= 500 AND length(reference) BETWEEN 1 AND 100 AND length(remark) BETWEEN 1 AND 500),
    CONSTRAINT ledger_bank_line_occurs CHECK (occurrence >= 1)
);
COMMENT ON TABLE resources.ledger_bank_line IS 'A line of a bank account, until somebody says what it is';
COMMENT ON COLUMN resources.ledger_bank_line.amount IS 'Above zero what came, below what went';
COMMENT ON COLUMN resources.ledger_bank_line.occurrence IS 'Which of the equal ones of its day it is, from 1';
COMMENT ON COLUMN resources.ledger_bank_line.made IS 'Whether the payment was made of this line, and goes with the tie';
COMMENT ON COLUMN resources.ledger_bank_line.banked IS 'Whether the tie told into which account the payment came';
COMMENT ON COLUMN resources.ledger_bank_line.gesture IS 'What was tied or set aside at once, to be undone at once';
CREATE INDEX ledger_bank_line_by_state ON resources.ledger_bank_line (state, day, id);
CREATE INDEX ledger_bank_line_by_gesture ON resources.ledger_bank_line (gesture) WHERE gesture IS NOT NULL;
SELECT platform.audit_attach('resources.ledger_bank_line');

CREATE TABLE resources.ledger_statement_line (
    statement uuid    NOT NULL,
    number    integer NOT NULL,
    line      uuid    NOT NULL,
    CONSTRAINT ledger_statement_line_pk PRIMARY KEY (statement, number),
    CONSTRAINT ledger_statement_line_statement_fk FOREIGN KEY (statement) REFERENCES resources.ledger_statement (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_statement_line_line_fk FOREIGN KEY (line) REFERENCES resources.ledger_bank_line (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE resources.ledger_statement_line IS 'In which file, and where in it, a line stood: files overlap';
CREATE INDEX ledger_statement_line_by_line ON resources.ledger_statement_line (line);
SELECT platform.audit_attach('resources.ledger_statement_line');

CREATE TABLE resources.ledger_bank_columns (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    bank    uuid    NOT NULL,
    head    text    NOT NULL,
    columns text[]  NOT NULL,
    dates   text    NOT NULL,
    CONSTRAINT ledger_bank_columns_pk PRIMARY KEY (id),
    CONSTRAINT ledger_bank_columns_key UNIQUE (bank, head),
    CONSTRAINT ledger_bank_columns_bank_fk FOREIGN KEY (bank) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_bank_columns_dates_are_known CHECK (dates IN ('DAY_FIRST', 'MONTH_FIRST'))
);
COMMENT ON TABLE resources.ledger_bank_columns IS 'What the columns of a bank''s files hold, as it was said last';
COMMENT ON COLUMN resources.ledger_bank_columns.head IS 'The titles, or how many columns there are where there are none';
COMMENT ON COLUMN resources.ledger_bank_columns.columns IS 'Words of the columns in their order; empty for one that is left out';
SELECT platform.audit_attach('resources.ledger_bank_columns');

-- The accountant's general ledger, to be compared with the entries handed over.
CREATE TABLE resources.ledger_books (
    id       uuid        NOT NULL,
    version  integer     NOT NULL DEFAULT 1,
    name     text        NOT NULL,
    since    date        NOT NULL,
    until    date        NOT NULL,
    currency text        NOT NULL,
    read_at  timestamptz NOT NULL,
    CONSTRAINT ledger_books_pk PRIMARY KEY (id),
    CONSTRAINT ledger_books_days_are_in_order CHECK (since <= until),
    CONSTRAINT ledger_books_name_is_short CHECK (length(name) <= 200),
    CONSTRAINT ledger_books_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$')
);
COMMENT ON TABLE resources.ledger_books IS 'Her general ledger of a period, as it came in a file';
SELECT platform.audit_attach('resources.ledger_books');

CREATE TABLE resources.ledger_books_line (
    id        uuid          NOT NULL,
    version   integer       NOT NULL DEFAULT 1,
    books     uuid          NOT NULL,
    number    integer       NOT NULL,
    account   text          NOT NULL,
    day       date          NOT NULL,
    reference text,
    text      text          NOT NULL,
    amount    numeric(19,4) NOT NULL,
    CONSTRAINT ledger_books_line_pk PRIMARY KEY (id),
    CONSTRAINT ledger_books_line_key UNIQUE (books, number),
    CONSTRAINT ledger_books_line_books_fk FOREIGN KEY (books) REFERENCES resources.ledger_books (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_books_line_amount_is_sound CHECK (amount <> 0 AND amount = round(amount, 2)),
    CONSTRAINT ledger_books_line_texts_are_short CHECK (
        length(account) BETWEEN 1 AND 40 AND length(reference) BETWEEN 1 AND 100 AND length(text) <= 500)
);
COMMENT ON TABLE resources.ledger_books_line IS 'A line of her ledger; above zero for a debit';
SELECT platform.audit_attach('resources.ledger_books_line');

-- The parts of a payment are its amount, and nothing is settled beyond its total: checked when the transaction ends.
CREATE FUNCTION resources.ledger_check_payment() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    it uuid := CASE WHEN TG_TABLE_NAME = 'ledger_payment' THEN (to_jsonb(NEW) ->> 'id')::uuid
                    ELSE coalesce(to_jsonb(NEW) ->> 'payment', to_jsonb(OLD) ->> 'payment')::uuid END;
BEGIN
    IF EXISTS (SELECT FROM resources.ledger_payment p WHERE p.id = it
               AND p.amount <> coalesce((SELECT sum(a.amount) FROM resources.ledger_allocation a WHERE a.payment = p.id), 0)) THEN
        RAISE EXCEPTION 'ledger_payment_is_settled: the parts of a payment are the payment' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_payment_is_settled AFTER INSERT OR UPDATE ON resources.ledger_payment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_payment();
CREATE CONSTRAINT TRIGGER ledger_allocation_is_settled AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_payment();

-- Locks the invoice first, so that two payments that settle it at once are checked one after the other.
CREATE FUNCTION resources.ledger_check_invoice() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    it uuid := coalesce(to_jsonb(NEW) ->> 'invoice', to_jsonb(OLD) ->> 'invoice')::uuid;
    asked numeric;
    money text;
    settled numeric;
    reduced numeric;
BEGIN
    IF it IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT total, currency INTO asked, money FROM resources.ledger_invoice WHERE id = it FOR NO KEY UPDATE;
    SELECT coalesce(sum(amount), 0) INTO settled FROM resources.ledger_allocation WHERE invoice = it;
    SELECT coalesce(sum(amount), 0) INTO reduced FROM resources.ledger_reduction WHERE invoice = it;
    IF settled < 0 OR settled + reduced > asked THEN
        RAISE EXCEPTION 'ledger_invoice_balance_is_not_negative' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM resources.ledger_allocation a JOIN resources.ledger_payment p ON p.id = a.payment
               WHERE a.invoice = it AND p.currency <> money) THEN
        RAISE EXCEPTION 'ledger_allocation_is_of_one_currency' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_allocation_leaves_a_balance AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_invoice();
CREATE CONSTRAINT TRIGGER ledger_reduction_leaves_a_balance AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_reduction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_invoice();

CREATE FUNCTION resources.ledger_check_lines() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
BEGIN
    IF NEW.total <> coalesce((SELECT sum(amount) FROM resources.ledger_invoice_line WHERE invoice = NEW.id), 0) THEN
        RAISE EXCEPTION 'ledger_invoice_is_the_sum_of_its_lines' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_invoice_is_the_sum_of_its_lines AFTER INSERT ON resources.ledger_invoice
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_lines();

-- An issued invoice keeps its amounts, days and lines. Its references may change when two records are merged.
CREATE FUNCTION resources.ledger_keep_issued() RETURNS trigger LANGUAGE plpgsql
    SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'organisation', 'person', 'payer_organisation', 'payer_person', 'addressee',
                         'delayed_until', 'delay_body', 'delay_on', 'delay_number', 'settled_on'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was issued is credited, never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER ledger_invoice_stays BEFORE UPDATE OR DELETE ON resources.ledger_invoice
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_issued();
CREATE TRIGGER ledger_invoice_line_stays BEFORE UPDATE OR DELETE ON resources.ledger_invoice_line
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_issued();
CREATE TRIGGER ledger_reduction_stays BEFORE UPDATE OR DELETE ON resources.ledger_reduction
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_issued();

-- The entries of a closed batch never change.
CREATE FUNCTION resources.ledger_is_closed(it uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = resources, pg_temp AS $$
    SELECT EXISTS (SELECT FROM resources.ledger_entry e JOIN resources.ledger_batch b ON b.id = e.batch
                   WHERE e.payment = it AND b.closed_at IS NOT NULL)
$$;

CREATE FUNCTION resources.ledger_keep_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'organisation', 'person', 'payer', 'remark'];
BEGIN
    IF TG_TABLE_NAME = 'ledger_payment' THEN
        IF resources.ledger_is_closed(OLD.id) AND NOT (TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free) THEN
            RAISE EXCEPTION 'ledger_batch_is_closed' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF resources.ledger_is_closed((coalesce(to_jsonb(NEW) ->> 'payment', to_jsonb(OLD) ->> 'payment'))::uuid) THEN
        RAISE EXCEPTION 'ledger_batch_is_closed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER ledger_payment_stays_once_closed BEFORE UPDATE OR DELETE ON resources.ledger_payment
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_closed();
CREATE TRIGGER ledger_allocation_stays_once_closed BEFORE INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_closed();

CREATE FUNCTION resources.ledger_keep_batch() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'ledger_batch' THEN
        IF OLD.closed_at IS NOT NULL THEN
            RAISE EXCEPTION 'ledger_batch_is_closed' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF EXISTS (SELECT FROM resources.ledger_batch b WHERE b.closed_at IS NOT NULL AND b.id IN
                  ((to_jsonb(OLD) ->> 'batch')::uuid, (to_jsonb(NEW) ->> 'batch')::uuid)) THEN
        RAISE EXCEPTION 'ledger_batch_is_closed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER ledger_batch_stays_once_closed BEFORE UPDATE OR DELETE ON resources.ledger_batch
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_batch();
CREATE TRIGGER ledger_entry_stays_once_closed BEFORE INSERT OR UPDATE OR DELETE ON resources.ledger_entry
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_batch();

-- A payer's advance is never negative: checked when the transaction ends, where something takes from it.
CREATE FUNCTION resources.ledger_check_advance() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    account uuid := coalesce(to_jsonb(NEW) ->> 'account', to_jsonb(OLD) ->> 'account')::uuid;
    of resources.ledger_payment;
    whose text;
    leftover numeric;
BEGIN
    IF account IS NULL OR NOT EXISTS (SELECT FROM resources.ledger_account WHERE id = account AND purpose = 'ADVANCE')
       OR (TG_OP = 'INSERT' AND (to_jsonb(NEW) ->> 'amount')::numeric > 0)
       OR (TG_OP = 'DELETE' AND (to_jsonb(OLD) ->> 'amount')::numeric < 0) THEN
        RETURN NULL;
    END IF;
    SELECT * INTO of FROM resources.ledger_payment 
    WHERE id = coalesce(to_jsonb(NEW) ->> 'payment', to_jsonb(OLD) ->> 'payment')::uuid;
    IF of.id IS NULL THEN
        RETURN NULL;
    END IF;
    whose := coalesce(of.organisation::text, of.person::text, of.payer, '');
    PERFORM pg_advisory_xact_lock(hashtextextended('ledger.advance/' || whose, 0));
    IF of.organisation IS NOT NULL THEN
        SELECT coalesce(sum(a.amount), 0) INTO leftover FROM resources.ledger_payment p
        JOIN resources.ledger_allocation a ON a.payment = p.id JOIN resources.ledger_account c ON c.id = a.account
        WHERE p.organisation = of.organisation AND p.currency = of.currency AND c.purpose = 'ADVANCE';
    ELSIF of.person IS NOT NULL THEN
        SELECT coalesce(sum(a.amount), 0) INTO leftover FROM resources.ledger_payment p
        JOIN resources.ledger_allocation a ON a.payment = p.id JOIN resources.ledger_account c ON c.id = a.account
        WHERE p.person = of.person AND p.currency = of.currency AND c.purpose = 'ADVANCE';
    ELSE
        SELECT coalesce(sum(a.amount), 0) INTO leftover FROM resources.ledger_payment p
        JOIN resources.ledger_allocation a ON a.payment = p.id JOIN resources.ledger_account c ON c.id = a.account
        WHERE p.organisation IS NULL AND p.person IS NULL AND p.payer = of.payer AND p.currency = of.currency
          AND c.purpose = 'ADVANCE';
    END IF;
    IF leftover < 0 THEN
        RAISE EXCEPTION 'ledger_advance_is_not_negative' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_allocation_leaves_an_advance AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_advance();

-- The day of the last movement, so that a view of an earlier day shows the invoice as open.
CREATE FUNCTION resources.ledger_settled_on(it uuid) RETURNS date LANGUAGE sql STABLE SET search_path = resources, pg_temp AS $$
    SELECT CASE WHEN i.total = coalesce(s.amount, 0) + coalesce(r.amount, 0)
                THEN greatest(s.last_on, r.last_on) END
    FROM resources.ledger_invoice i
    LEFT JOIN LATERAL (SELECT sum(a.amount) AS amount, max(p.received_on) AS last_on
                       FROM resources.ledger_allocation a JOIN resources.ledger_payment p ON p.id = a.payment
                       WHERE a.invoice = i.id) s ON true
    LEFT JOIN LATERAL (SELECT sum(d.amount) AS amount, max(d.made_on) AS last_on
                       FROM resources.ledger_reduction d WHERE d.invoice = i.id) r ON true
    WHERE i.id = it
$$;

-- Locks the invoice first, as the check of its balance does.
CREATE FUNCTION resources.ledger_note_settled(it uuid) RETURNS void LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    noted date;
    day date;
BEGIN
    SELECT settled_on INTO noted FROM resources.ledger_invoice WHERE id = it FOR NO KEY UPDATE;
    day := resources.ledger_settled_on(it);
    IF noted IS DISTINCT FROM day THEN
        UPDATE resources.ledger_invoice SET settled_on = day WHERE id = it;
    END IF;
END
$$;

CREATE FUNCTION resources.ledger_tell_settled() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    old_one uuid := (to_jsonb(OLD) ->> 'invoice')::uuid;
    new_one uuid := (to_jsonb(NEW) ->> 'invoice')::uuid;
BEGIN
    IF new_one IS NOT NULL THEN
        PERFORM resources.ledger_note_settled(new_one);
    END IF;
    IF old_one IS NOT NULL AND old_one IS DISTINCT FROM new_one THEN
        PERFORM resources.ledger_note_settled(old_one);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER ledger_allocation_tells_settled AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_tell_settled();
CREATE TRIGGER ledger_reduction_tells_settled AFTER INSERT OR DELETE ON resources.ledger_reduction
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_tell_settled();

CREATE FUNCTION resources.ledger_tell_settled_anew() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    it uuid;
BEGIN
    FOR it IN SELECT DISTINCT invoice FROM resources.ledger_allocation WHERE payment = NEW.id AND invoice IS NOT NULL ORDER BY 1 LOOP
        PERFORM resources.ledger_note_settled(it);
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER ledger_payment_tells_settled AFTER UPDATE OF received_on ON resources.ledger_payment
    FOR EACH ROW WHEN (OLD.received_on IS DISTINCT FROM NEW.received_on)
    EXECUTE FUNCTION resources.ledger_tell_settled_anew();


-- dues ----------------------------------------------------------------------------------------------------------------
-- Rates of dues, and calls: what is asked of all members at once on one reference date, the share of each, and every
-- letter that left.

CREATE TABLE resources.dues_rate (
    id             uuid          NOT NULL,
    version        integer       NOT NULL DEFAULT 1,
    category       uuid          NOT NULL,
    since          date          NOT NULL,
    shape          text          NOT NULL,
    currency       text          NOT NULL,
    amount         numeric(19,4) NOT NULL,
    brackets       jsonb         NOT NULL DEFAULT '[]',
    minimum        numeric(19,4),
    maximum        numeric(19,4),
    decided_body   text          NOT NULL,
    decided_on     date          NOT NULL,
    decided_number text,
    CONSTRAINT dues_rate_pk PRIMARY KEY (id),
    CONSTRAINT dues_rate_category_fk FOREIGN KEY (category) REFERENCES resources.membership_category (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_rate_since_key UNIQUE (category, since),
    CONSTRAINT dues_rate_shape_is_known CHECK (shape IN ('FLAT', 'PER_CAPITA', 'STEPS', 'SLICES')),
    CONSTRAINT dues_rate_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT dues_rate_amounts_are_sound CHECK (amount >= 0 AND minimum >= 0 AND maximum >= 0 AND minimum <= maximum),
    CONSTRAINT dues_rate_brackets_are_a_list CHECK (
        jsonb_typeof(brackets) = 'array' AND (jsonb_array_length(brackets) > 0) = (shape IN ('STEPS', 'SLICES'))),
    CONSTRAINT dues_rate_body_is_short_text CHECK (length(decided_body) BETWEEN 1 AND 200),
    CONSTRAINT dues_rate_number_is_short_text CHECK (length(decided_number) BETWEEN 1 AND 100)
);
COMMENT ON TABLE resources.dues_rate IS 'What a category owes in a year from a day on, until the next rate';
COMMENT ON COLUMN resources.dues_rate.amount IS 'The whole, or that of each person; 0 where there are brackets';
COMMENT ON COLUMN resources.dues_rate.brackets IS 'From which headcount, and how much: for the whole or for each person of the slice';
SELECT platform.audit_attach('resources.dues_rate');

CREATE TABLE resources.dues_arrangement (
    id                 uuid    NOT NULL,
    version            integer NOT NULL DEFAULT 1,
    organisation       uuid    NOT NULL,
    payer_organisation uuid,
    by_post            boolean NOT NULL DEFAULT false,
    address            text,
    instance           text,
    meets_on           date,
    note               text,
    CONSTRAINT dues_arrangement_pk PRIMARY KEY (id),
    CONSTRAINT dues_arrangement_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_arrangement_payer_organisation_fk FOREIGN KEY (payer_organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_arrangement_another_pays CHECK (payer_organisation <> organisation),
    CONSTRAINT dues_arrangement_texts_are_short CHECK (
        length(address) BETWEEN 1 AND 500 AND length(instance) BETWEEN 1 AND 200 AND length(note) BETWEEN 1 AND 1000),
    CONSTRAINT dues_arrangement_organisation_key UNIQUE (organisation)
);
COMMENT ON TABLE resources.dues_arrangement IS 'How an organisation pays its dues, beside to whom one writes (membership_billing)';
COMMENT ON COLUMN resources.dues_arrangement.by_post IS 'Whether they are printed for the post instead';
COMMENT ON COLUMN resources.dues_arrangement.instance IS 'Which body of theirs decides to pay';
COMMENT ON COLUMN resources.dues_arrangement.meets_on IS 'When it meets next';
CREATE INDEX dues_arrangement_by_payer ON resources.dues_arrangement (payer_organisation);
SELECT platform.audit_attach('resources.dues_arrangement');

CREATE TABLE resources.dues_call (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    kind           text    NOT NULL,
    name           text    NOT NULL,
    reference      date    NOT NULL,
    due_on         date    NOT NULL,
    period_from    date,
    period_until   date,
    amount         numeric(19,4),
    percent        numeric(7,4),
    letter         text,
    note           text,
    reminders      jsonb   NOT NULL DEFAULT '[]',
    reminding      boolean NOT NULL DEFAULT false,
    issued_on      date,
    leaflets_from  date,
    leaflets_until date,
    CONSTRAINT dues_call_pk PRIMARY KEY (id),
    CONSTRAINT dues_call_kind_is_known CHECK (kind IN ('ANNUAL', 'APPEAL')),
    CONSTRAINT dues_call_period_is_whole CHECK ((period_from IS NULL) = (period_until IS NULL)),
    CONSTRAINT dues_call_period_is_in_order CHECK (period_from <= period_until),
    CONSTRAINT dues_call_appeal_says_how_much CHECK ((kind = 'APPEAL') = (num_nonnulls(amount, percent) = 1)),
    CONSTRAINT dues_call_amounts_are_sound CHECK (amount > 0 AND percent > 0 AND percent <= 1000),
    CONSTRAINT dues_call_reminders_are_a_list CHECK (jsonb_typeof(reminders) = 'array' AND jsonb_array_length(reminders) <= 6),
    CONSTRAINT dues_call_texts_are_bounded CHECK (
        name = btrim(name) AND length(name) BETWEEN 1 AND 200 AND length(letter) BETWEEN 1 AND 8000
        AND length(note) BETWEEN 1 AND 4000),
    CONSTRAINT dues_call_leaflets_are_of_a_period CHECK ((leaflets_from IS NULL) = (leaflets_until IS NULL)),
    CONSTRAINT dues_call_leaflets_are_in_order CHECK (leaflets_from <= leaflets_until)
);
COMMENT ON TABLE resources.dues_call IS 'What is asked of all members at once: the dues of a year, or an appeal beside them';
COMMENT ON COLUMN resources.dues_call.reference IS 'The one day whose members, rates and headcounts count';
COMMENT ON COLUMN resources.dues_call.percent IS 'For an appeal: so many hundredths of what the dues of the reference date are';
COMMENT ON COLUMN resources.dues_call.reminders IS 'After how many days past the due day one reminds';
COMMENT ON COLUMN resources.dues_call.reminding IS 'Whether reminders leave by themselves';
COMMENT ON COLUMN resources.dues_call.issued_on IS 'The day on which its invoices began to be issued; from then on it asks for nothing else';
COMMENT ON COLUMN resources.dues_call.leaflets_from IS 'Of what period leaflets go with the invoices; none where it is not said';
SELECT platform.audit_attach('resources.dues_call');

CREATE TABLE resources.dues_share (
    call       uuid    NOT NULL,
    membership uuid    NOT NULL,
    excluded   text,
    invoice    uuid,
    rate       uuid,
    headcount  integer,
    status     text,
    counted_on date,
    asked      numeric(19,4),
    revisions  integer NOT NULL DEFAULT 0,
    CONSTRAINT dues_share_pk PRIMARY KEY (call, membership),
    CONSTRAINT dues_share_call_fk FOREIGN KEY (call) REFERENCES resources.dues_call (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_share_membership_fk FOREIGN KEY (membership) REFERENCES resources.membership (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_share_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_share_rate_fk FOREIGN KEY (rate) REFERENCES resources.dues_rate (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_share_invoice_key UNIQUE (invoice),
    CONSTRAINT dues_share_is_asked_or_left_out CHECK (num_nonnulls(excluded, invoice) = 1),
    CONSTRAINT dues_share_reason_is_short_text CHECK (length(excluded) BETWEEN 1 AND 300),
    CONSTRAINT dues_share_says_what_it_asks CHECK ((invoice IS NULL) = (asked IS NULL))
);
COMMENT ON TABLE resources.dues_share IS 'What a call asked of a member and by which headcount, or why it asks nothing of it';
COMMENT ON COLUMN resources.dues_share.asked IS 'What the call asks of it by now, its revisions included; credits by hand aside';
COMMENT ON COLUMN resources.dues_share.revisions IS 'How often it was revised; each revision is told by its number';
CREATE INDEX dues_share_by_rate ON resources.dues_share (rate);
SELECT platform.audit_attach('resources.dues_share');

CREATE TABLE resources.dues_letter (
    invoice     uuid        NOT NULL,
    round       integer     NOT NULL,
    posted_at   timestamptz NOT NULL,
    by_mail     boolean     NOT NULL,
    expected_on date        NOT NULL,
    CONSTRAINT dues_letter_pk PRIMARY KEY (invoice, expected_on, round),
    CONSTRAINT dues_letter_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_letter_rounds_count CHECK (round BETWEEN 0 AND 6)
);
COMMENT ON TABLE resources.dues_letter IS 'That an invoice, or its reminder of a round, left: by mail, or among what is printed';
COMMENT ON COLUMN resources.dues_letter.round IS '0 for the invoice itself';
COMMENT ON COLUMN resources.dues_letter.expected_on IS 'For which day the invoice was expected when it left: its due day, or the end of a delay';
SELECT platform.audit_attach('resources.dues_letter');

CREATE TABLE resources.dues_invoice (
    invoice    uuid NOT NULL,
    call       uuid NOT NULL,
    membership uuid NOT NULL,
    CONSTRAINT dues_invoice_pk PRIMARY KEY (invoice),
    CONSTRAINT dues_invoice_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_invoice_share_fk FOREIGN KEY (call, membership) REFERENCES resources.dues_share (call, membership)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE resources.dues_invoice IS 'All invoices of a share: the first, and what was asked besides since';
CREATE INDEX dues_invoice_by_share ON resources.dues_invoice (call, membership);
SELECT platform.audit_attach('resources.dues_invoice');

-- A share shows its amount by its rate, and a revision computes with it (R-LEDGER-2); only the decision that adopted
-- the rate may be corrected.
CREATE FUNCTION resources.dues_keep_used_rate() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'decided_body', 'decided_on', 'decided_number'];
BEGIN
    IF to_jsonb(NEW) - free <> to_jsonb(OLD) - free
       AND EXISTS (SELECT FROM resources.dues_share WHERE rate = OLD.id AND invoice IS NOT NULL) THEN
        RAISE EXCEPTION 'dues_rate_is_used' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER dues_rate_stays_once_used BEFORE UPDATE ON resources.dues_rate
    FOR EACH ROW EXECUTE FUNCTION resources.dues_keep_used_rate();


-- relay ---------------------------------------------------------------------------------------------------------------
-- What each membership made possible, kept as the file that was handed over: one at a time for a member and a period. A
-- replaced one stays.

CREATE TABLE resources.relay_leaflet (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    period_from  date        NOT NULL,
    period_to    date        NOT NULL,
    language     text        NOT NULL,
    document     uuid        NOT NULL,
    digest       text        NOT NULL,
    stories      integer     NOT NULL,
    silenced     integer     NOT NULL,
    made_at      timestamptz NOT NULL,
    replaced_at  timestamptz,
    CONSTRAINT relay_leaflet_pk PRIMARY KEY (id),
    CONSTRAINT relay_leaflet_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_leaflet_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_leaflet_period_begins_before_it_ends CHECK (period_from <= period_to),
    CONSTRAINT relay_leaflet_language_is_known CHECK (language IN ('fr', 'en')),
    CONSTRAINT relay_leaflet_digest_is_one CHECK (digest ~ '^[0-9a-f]{64}$'),
    CONSTRAINT relay_leaflet_counts_are_sound CHECK (stories >= 0 AND silenced >= 0),
    CONSTRAINT relay_leaflet_is_replaced_later CHECK (replaced_at >= made_at)
);
COMMENT ON TABLE resources.relay_leaflet IS 'What a membership made possible in a period, as it was told to the member';
COMMENT ON COLUMN resources.relay_leaflet.period_from IS 'First day of the period that was asked for';
COMMENT ON COLUMN resources.relay_leaflet.digest IS 'Of all that it says: what says the same is not made again';
COMMENT ON COLUMN resources.relay_leaflet.stories IS 'How many realisations it tells';
COMMENT ON COLUMN resources.relay_leaflet.silenced IS 'How many titles and texts it leaves out because somebody is named in them';
COMMENT ON COLUMN resources.relay_leaflet.replaced_at IS 'When another took its place; null for the one that stands';
CREATE UNIQUE INDEX relay_leaflet_stands_once ON resources.relay_leaflet (organisation, period_from, period_to)
    WHERE replaced_at IS NULL;
CREATE INDEX relay_leaflet_by_period ON resources.relay_leaflet (period_from, period_to) WHERE replaced_at IS NULL;
CREATE INDEX relay_leaflet_by_document ON resources.relay_leaflet (document);
SELECT platform.audit_attach('resources.relay_leaflet');


-- declaration ---------------------------------------------------------------------------------------------------------
-- Organisations declare their headcount by mail: a round for each reference date, a question to each organisation, and
-- the links by which they answer without an account.

CREATE TABLE resources.declaration_round (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    counted_on  date        NOT NULL,
    asks_on     date        NOT NULL,
    reminds_on  date        NOT NULL,
    closes_on   date        NOT NULL,
    approved_at timestamptz,
    CONSTRAINT declaration_round_pk PRIMARY KEY (id),
    CONSTRAINT declaration_round_counted_on_key UNIQUE (counted_on),
    CONSTRAINT declaration_round_days_are_in_order CHECK (
        counted_on <= asks_on AND asks_on < reminds_on AND reminds_on <= closes_on)
);
COMMENT ON TABLE resources.declaration_round IS 'Organisations are asked for their headcount on one reference date';
COMMENT ON COLUMN resources.declaration_round.asks_on IS 'From this day on, each member is asked';
COMMENT ON COLUMN resources.declaration_round.reminds_on IS 'From this day on, the silent are reminded once';
COMMENT ON COLUMN resources.declaration_round.closes_on IS 'The last day on which the links answer and correct';
COMMENT ON COLUMN resources.declaration_round.approved_at IS 'Since when the two days hold; null while nothing is sent';
SELECT platform.audit_attach('resources.declaration_round');

CREATE TABLE resources.declaration_question (
    id           uuid        NOT NULL,
    round        uuid        NOT NULL,
    organisation uuid        NOT NULL,
    asked_at     timestamptz NOT NULL,
    reminded_at  timestamptz,
    headcount    uuid,
    answered_at  timestamptz,
    CONSTRAINT declaration_question_pk PRIMARY KEY (id),
    CONSTRAINT declaration_question_round_fk FOREIGN KEY (round) REFERENCES resources.declaration_round (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT declaration_question_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT declaration_question_headcount_fk FOREIGN KEY (headcount)
        REFERENCES resources.membership_headcount (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT declaration_question_is_asked_once UNIQUE (round, organisation),
    CONSTRAINT declaration_question_answer_is_whole CHECK ((headcount IS NULL) = (answered_at IS NULL))
);
COMMENT ON TABLE resources.declaration_question IS 'One organisation was asked for its headcount';
COMMENT ON COLUMN resources.declaration_question.headcount IS 'What it answered last by its link';
CREATE INDEX declaration_question_by_organisation ON resources.declaration_question (organisation);
CREATE INDEX declaration_question_by_headcount ON resources.declaration_question (headcount);
SELECT platform.audit_attach('resources.declaration_question');

CREATE TABLE resources.declaration_link (
    id       uuid        NOT NULL,
    question uuid        NOT NULL,
    token    bytea       NOT NULL,
    made_at  timestamptz NOT NULL,
    CONSTRAINT declaration_link_pk PRIMARY KEY (id),
    CONSTRAINT declaration_link_question_fk FOREIGN KEY (question) REFERENCES resources.declaration_question (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT declaration_link_token_key UNIQUE (token),
    CONSTRAINT declaration_link_token_is_a_hash CHECK (octet_length(token) = 32)
);
COMMENT ON TABLE resources.declaration_link IS 'What answers one question without an account; only the hash of its secret is kept';
CREATE INDEX declaration_link_by_question ON resources.declaration_link (question);
SELECT platform.backup_leave_out('resources.declaration_link', 'hashes of secrets; a reminder carries a new link');


-- delegation ----------------------------------------------------------------------------------------------------------
-- Delegates and votes by category: steps of headcount that a body adopted, in force from a day on; and decisions that
-- suspend a member's votes.

CREATE TABLE resources.delegation_bylaw (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    category       uuid    NOT NULL,
    since          date    NOT NULL,
    steps          jsonb   NOT NULL,
    article        text,
    decided_body   text    NOT NULL,
    decided_on     date    NOT NULL,
    decided_number text,
    CONSTRAINT delegation_bylaw_pk PRIMARY KEY (id),
    CONSTRAINT delegation_bylaw_category_fk FOREIGN KEY (category) REFERENCES resources.membership_category (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT delegation_bylaw_since_key UNIQUE (category, since),
    CONSTRAINT delegation_bylaw_steps_are_some CHECK (
        jsonb_typeof(steps) = 'array' AND jsonb_array_length(steps) BETWEEN 1 AND 30),
    CONSTRAINT delegation_bylaw_article_is_short_text CHECK (length(article) BETWEEN 1 AND 300),
    CONSTRAINT delegation_bylaw_body_is_short_text CHECK (length(decided_body) BETWEEN 1 AND 200),
    CONSTRAINT delegation_bylaw_number_is_short_text CHECK (length(decided_number) BETWEEN 1 AND 100)
);
COMMENT ON TABLE resources.delegation_bylaw IS 'How many delegates and votes a category has from a day on, until the next table';
COMMENT ON COLUMN resources.delegation_bylaw.steps IS 'From which headcount, how many delegates, how many votes; without a hole from 0 on';
COMMENT ON COLUMN resources.delegation_bylaw.article IS 'The by-law and its article';
SELECT platform.audit_attach('resources.delegation_bylaw');

CREATE TABLE resources.delegation_suspension (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    membership     uuid    NOT NULL,
    since          date    NOT NULL,
    until          date,
    reason         text    NOT NULL,
    decided_body   text    NOT NULL,
    decided_on     date    NOT NULL,
    decided_number text,
    CONSTRAINT delegation_suspension_pk PRIMARY KEY (id),
    CONSTRAINT delegation_suspension_membership_fk FOREIGN KEY (membership) REFERENCES resources.membership (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT delegation_suspension_begins_before_it_ends CHECK (since <= until),
    CONSTRAINT delegation_suspension_reason_is_short_text CHECK (length(reason) BETWEEN 1 AND 500),
    CONSTRAINT delegation_suspension_body_is_short_text CHECK (length(decided_body) BETWEEN 1 AND 200),
    CONSTRAINT delegation_suspension_number_is_short_text CHECK (length(decided_number) BETWEEN 1 AND 100),
    CONSTRAINT delegation_suspension_is_one EXCLUDE USING gist
        (membership WITH =, daterange(since, until, '[]') WITH &&)
);
COMMENT ON TABLE resources.delegation_suspension IS 'A decision takes the delegates and votes of a member away, from a day to a day';
COMMENT ON COLUMN resources.delegation_suspension.until IS 'Its last day; null while it lasts';
SELECT platform.audit_attach('resources.delegation_suspension');


-- prospect ------------------------------------------------------------------------------------------------------------
-- Organisations and people that might join: the follower, the next step and its day, and the outcome.

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
