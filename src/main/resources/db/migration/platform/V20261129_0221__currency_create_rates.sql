CREATE TABLE platform.currency_rate (
    id            uuid            NOT NULL,
    from_currency text            NOT NULL,
    to_currency   text            NOT NULL,
    rate          numeric(24, 12) NOT NULL,
    valid_from    date            NOT NULL,
    valid_to      date            NOT NULL,
    source        text            NOT NULL,
    CONSTRAINT currency_rate_pk PRIMARY KEY (id),
    CONSTRAINT currency_rate_is_known_once UNIQUE (from_currency, to_currency, valid_from),
    CONSTRAINT currency_rate_is_of_two_currencies CHECK (from_currency <> to_currency),
    CONSTRAINT currency_rate_has_codes CHECK (from_currency ~ '^[A-Z]{3}$' AND to_currency ~ '^[A-Z]{3}$'),
    CONSTRAINT currency_rate_is_positive CHECK (rate > 0),
    CONSTRAINT currency_rate_days_in_order CHECK (valid_from <= valid_to),
    CONSTRAINT currency_rate_source_is_short_text CHECK (length(source) BETWEEN 1 AND 200)
);
COMMENT ON TABLE platform.currency_rate IS 'Exchange rates: one unit of from_currency is worth rate units of to_currency';
COMMENT ON COLUMN platform.currency_rate.valid_to IS 'The last day for which it was published; later days use it until a newer rate is known';
CREATE INDEX currency_rate_by_day ON platform.currency_rate (valid_from, id);
SELECT platform.audit_attach('platform.currency_rate');
