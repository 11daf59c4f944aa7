-- Sales taxes on expenses, and the periods in which a part of them is rebated: what agreements bear is the net cost.

CREATE TABLE resources.spending_tax_rebate (
    id          uuid          NOT NULL,
    version     integer       NOT NULL DEFAULT 1,
    starts_on   date          NOT NULL,
    ends_on     date,
    gst_percent numeric(5, 2) NOT NULL,
    qst_percent numeric(5, 2) NOT NULL,
    source      text          NOT NULL,
    CONSTRAINT spending_tax_rebate_pk PRIMARY KEY (id),
    CONSTRAINT spending_tax_rebate_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT spending_tax_rebate_percents_in_range
        CHECK (gst_percent BETWEEN 0 AND 100 AND qst_percent BETWEEN 0 AND 100),
    CONSTRAINT spending_tax_rebate_source_is_short_text CHECK (length(source) BETWEEN 1 AND 300),
    CONSTRAINT spending_tax_rebate_periods_do_not_overlap
        EXCLUDE USING gist (daterange(starts_on, ends_on, '[]') WITH &&)
);
COMMENT ON TABLE resources.spending_tax_rebate IS 'When the organisation is entitled to a rebate of sales taxes; without an end, until further notice';
SELECT platform.audit_attach('resources.spending_tax_rebate');

ALTER TABLE resources.spending_expense
    ADD COLUMN gst        numeric(16, 2) NOT NULL DEFAULT 0,
    ADD COLUMN qst        numeric(16, 2) NOT NULL DEFAULT 0,
    ADD COLUMN gst_rebate numeric(16, 2) NOT NULL DEFAULT 0,
    ADD COLUMN qst_rebate numeric(16, 2) NOT NULL DEFAULT 0,
    ADD CONSTRAINT spending_expense_taxes_are_in_dollars
        CHECK (currency = 'CAD' OR (gst = 0 AND qst = 0 AND gst_rebate = 0 AND qst_rebate = 0)),
    ADD CONSTRAINT spending_expense_taxes_are_a_part
        CHECK (sign(gst) * sign(amount) >= 0 AND sign(qst) * sign(amount) >= 0 AND abs(gst + qst) < abs(amount)),
    ADD CONSTRAINT spending_expense_rebates_are_a_part
        CHECK (sign(gst_rebate) * sign(gst) >= 0 AND abs(gst_rebate) <= abs(gst)
            AND sign(qst_rebate) * sign(qst) >= 0 AND abs(qst_rebate) <= abs(qst));
COMMENT ON COLUMN resources.spending_expense.gst IS 'The TPS within the amount; qst is the TVQ';
COMMENT ON COLUMN resources.spending_expense.gst_rebate IS 'What comes back of it: the splits bear the amount less both rebates';
COMMENT ON COLUMN resources.spending_split.amount IS 'In the currency in which it was paid, less the rebate of taxes';
