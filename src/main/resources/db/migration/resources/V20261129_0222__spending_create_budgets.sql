-- Budgets of agreements and later projects, their lines, and the expenses that are charged to them.

CREATE TABLE resources.spending_budget (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    subject   text    NOT NULL,
    title     text    NOT NULL,
    currency  text    NOT NULL,
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL,
    CONSTRAINT spending_budget_pk PRIMARY KEY (id),
    CONSTRAINT spending_budget_is_of_one_subject UNIQUE (subject),
    CONSTRAINT spending_budget_subject_is_a_reference CHECK (subject ~ '^[a-z.]+/[a-z-]+/[0-9a-f-]{36}$'),
    CONSTRAINT spending_budget_title_is_short_text CHECK (length(title) BETWEEN 1 AND 300),
    CONSTRAINT spending_budget_has_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT spending_budget_days_in_order CHECK (starts_on <= ends_on)
);
COMMENT ON TABLE resources.spending_budget IS 'A budget, of the record that subject names: resources.grant/agreement/<id>';
CREATE INDEX spending_budget_by_end ON resources.spending_budget (ends_on);
SELECT platform.audit_attach('resources.spending_budget');

CREATE TABLE resources.spending_line (
    id         uuid           NOT NULL,
    version    integer        NOT NULL DEFAULT 1,
    budget     uuid           NOT NULL,
    position   integer        NOT NULL,
    code       text           NOT NULL,
    label      text           NOT NULL,
    cost_class text           NOT NULL,
    original   numeric(16, 2) NOT NULL,
    amended    numeric(16, 2) NOT NULL,
    CONSTRAINT spending_line_pk PRIMARY KEY (id),
    CONSTRAINT spending_line_budget_fk FOREIGN KEY (budget) REFERENCES resources.spending_budget (id) ON DELETE CASCADE,
    CONSTRAINT spending_line_code_is_unique UNIQUE (budget, code),
    CONSTRAINT spending_line_code_is_short_text CHECK (length(code) BETWEEN 1 AND 40),
    CONSTRAINT spending_line_label_is_short_text CHECK (length(label) BETWEEN 1 AND 300),
    CONSTRAINT spending_line_class_is_known
        CHECK (cost_class IN ('EMPLOYEES', 'LOCAL_EMPLOYEES', 'FEES', 'TRAVEL', 'DIRECT', 'OVERHEAD')),
    CONSTRAINT spending_line_amounts_not_negative CHECK (original >= 0 AND amended >= 0)
);
COMMENT ON TABLE resources.spending_line IS 'A line of a budget, in its currency; amended is the amount in force';
SELECT platform.audit_attach('resources.spending_line');

CREATE TABLE resources.spending_expense (
    id          uuid           NOT NULL,
    version     integer        NOT NULL DEFAULT 1,
    day         date           NOT NULL,
    amount      numeric(16, 2) NOT NULL,
    currency    text           NOT NULL,
    supplier    text           NOT NULL DEFAULT '',
    number      text           NOT NULL DEFAULT '',
    note        text           NOT NULL DEFAULT '',
    state       text           NOT NULL,
    question    text,
    answer      text,
    document    uuid,
    fingerprint text,
    scheme      text,
    voucher     text,
    recorded_by uuid           NOT NULL,
    recorded_at timestamptz    NOT NULL,
    words       tsvector GENERATED ALWAYS AS (to_tsvector('platform.fr'::regconfig, supplier || ' ' || number || ' ' || note)) STORED,
    CONSTRAINT spending_expense_pk PRIMARY KEY (id),
    CONSTRAINT spending_expense_amount_is_positive CHECK (amount > 0),
    CONSTRAINT spending_expense_has_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT spending_expense_texts_are_short
        CHECK (length(supplier) <= 300 AND length(number) <= 100 AND length(note) <= 1000
            AND length(question) BETWEEN 1 AND 1000 AND length(answer) BETWEEN 1 AND 1000),
    CONSTRAINT spending_expense_state_is_known
        CHECK (state IN ('COMMITTED', 'PROPOSED', 'RETURNED', 'ACCEPTED', 'CLOSED')),
    CONSTRAINT spending_expense_returned_has_question CHECK (state <> 'RETURNED' OR question IS NOT NULL),
    CONSTRAINT spending_expense_voucher_has_scheme CHECK ((scheme IS NULL) = (voucher IS NULL))
);
COMMENT ON TABLE resources.spending_expense IS 'An expense with its voucher; committed ones are promised and not spent yet';
COMMENT ON COLUMN resources.spending_expense.fingerprint IS 'Hash of the voucher as it was uploaded';
COMMENT ON COLUMN resources.spending_expense.voucher IS 'The identity that the scheme gives the voucher, such as the UUID of a CFDI';
CREATE UNIQUE INDEX spending_expense_one_per_file ON resources.spending_expense (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE UNIQUE INDEX spending_expense_one_per_voucher ON resources.spending_expense (scheme, voucher) WHERE scheme IS NOT NULL;
CREATE UNIQUE INDEX spending_expense_one_per_number
    ON resources.spending_expense (lower(supplier), lower(number), day, amount, currency) WHERE supplier <> '' AND number <> '';
CREATE INDEX spending_expense_by_day ON resources.spending_expense (day, id);
CREATE INDEX spending_expense_open ON resources.spending_expense (state, day, id) WHERE state IN ('PROPOSED', 'RETURNED');
CREATE INDEX spending_expense_by_words ON resources.spending_expense USING gin (words);
SELECT platform.audit_attach('resources.spending_expense');

CREATE TABLE resources.spending_split (
    id        uuid           NOT NULL,
    expense   uuid           NOT NULL,
    line      uuid           NOT NULL,
    amount    numeric(16, 2) NOT NULL,
    converted numeric(16, 2) NOT NULL,
    rates     jsonb          NOT NULL,
    CONSTRAINT spending_split_pk PRIMARY KEY (id),
    CONSTRAINT spending_split_expense_fk FOREIGN KEY (expense) REFERENCES resources.spending_expense (id) ON DELETE CASCADE,
    CONSTRAINT spending_split_line_fk FOREIGN KEY (line) REFERENCES resources.spending_line (id),
    CONSTRAINT spending_split_is_one_per_line UNIQUE (expense, line),
    CONSTRAINT spending_split_not_negative CHECK (amount >= 0 AND converted >= 0)
);
COMMENT ON TABLE resources.spending_split IS 'The part of an expense that is charged to a line, in both currencies, with the rates used';
CREATE INDEX spending_split_by_line ON resources.spending_split (line);
SELECT platform.audit_attach('resources.spending_split');
