-- What the accountant's books say, as she gave it, to be compared with what she was handed.
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

SELECT platform.audit_attach('resources.ledger_books');
SELECT platform.audit_attach('resources.ledger_books_line');
