-- Money sent to partners abroad at the bank's real rate, and how a budget converts what was spent of it.

CREATE TABLE resources.spending_remittance (
    id           uuid           NOT NULL,
    version      integer        NOT NULL DEFAULT 1,
    budget       uuid           NOT NULL,
    organisation uuid           NOT NULL,
    sent_on      date           NOT NULL,
    sent         numeric(16, 2) NOT NULL,
    received     numeric(16, 2) NOT NULL,
    currency     text           NOT NULL,
    reference    text           NOT NULL DEFAULT '',
    CONSTRAINT spending_remittance_pk PRIMARY KEY (id),
    CONSTRAINT spending_remittance_budget_fk FOREIGN KEY (budget) REFERENCES resources.spending_budget (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT spending_remittance_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT spending_remittance_amounts_are_positive CHECK (sent > 0 AND received > 0),
    CONSTRAINT spending_remittance_has_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT spending_remittance_reference_is_short_text CHECK (length(reference) <= 100)
);
COMMENT ON TABLE resources.spending_remittance IS 'Money of a budget sent to a partner, in both currencies';
COMMENT ON COLUMN resources.spending_remittance.sent IS 'What left, with the fees, in the currency of the budget';
COMMENT ON COLUMN resources.spending_remittance.received IS 'What arrived, in the currency of the row';
CREATE INDEX spending_remittance_by_budget ON resources.spending_remittance (budget, currency, sent_on, id);
CREATE INDEX spending_remittance_by_organisation ON resources.spending_remittance (organisation, sent_on);
SELECT platform.audit_attach('resources.spending_remittance');

ALTER TABLE resources.spending_budget
    ADD COLUMN remittance_method text NOT NULL DEFAULT 'FIRST_IN',
    ADD COLUMN planned_currency  text,
    ADD COLUMN planned_rate      numeric(20, 10),
    ADD CONSTRAINT spending_budget_method_is_known CHECK (remittance_method IN ('FIRST_IN', 'WEIGHTED', 'PUBLISHED')),
    ADD CONSTRAINT spending_budget_planned_rate_is_whole
        CHECK ((planned_currency IS NULL) = (planned_rate IS NULL) AND planned_currency ~ '^[A-Z]{3}$' AND planned_rate > 0);
COMMENT ON COLUMN resources.spending_budget.remittance_method
    IS 'Which rate converts expenses in a currency in which money was sent: that of the first remittance not spent yet, the average, or the published one';
COMMENT ON COLUMN resources.spending_budget.planned_rate IS 'What one unit of planned_currency was to cost when the budget was made; null if nobody said';

CREATE VIEW resources.spending_sent_remittance AS
SELECT id, organisation, sent_on, received, currency FROM resources.spending_remittance;
COMMENT ON VIEW resources.spending_sent_remittance IS 'What each partner received, and when it was sent';
REVOKE INSERT, UPDATE, DELETE ON resources.spending_sent_remittance FROM ${application};
