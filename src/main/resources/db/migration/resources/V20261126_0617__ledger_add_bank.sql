-- What the bank says: its lines as they came in files, each once, until somebody says what each is; and what is brought to it.
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

SELECT platform.audit_attach('resources.ledger_deposit');
SELECT platform.audit_attach('resources.ledger_deposit_payment');
SELECT platform.audit_attach('resources.ledger_statement');
SELECT platform.audit_attach('resources.ledger_bank_line');
SELECT platform.audit_attach('resources.ledger_statement_line');
SELECT platform.audit_attach('resources.ledger_bank_columns');
