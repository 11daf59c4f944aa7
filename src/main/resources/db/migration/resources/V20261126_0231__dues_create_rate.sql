-- What each category of members owes in a year, from a day on: a table that a body adopted.
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
