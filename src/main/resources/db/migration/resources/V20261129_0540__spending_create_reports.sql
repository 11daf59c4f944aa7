-- Financial reports of budgets: the account of each line in the accountant's books, explained variances, vouchers that
-- stay here, and the reports themselves, which are filed in plan.filing.

ALTER TABLE resources.spending_line ADD COLUMN account text;
ALTER TABLE resources.spending_line
    ADD CONSTRAINT spending_line_account_is_a_code CHECK (account ~ '^[A-Za-z0-9][A-Za-z0-9. -]{0,19}$');
COMMENT ON COLUMN resources.spending_line.account IS 'The account of the accountant''s books in which the line is spent';

ALTER TABLE resources.spending_expense ADD COLUMN on_site boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN resources.spending_expense.on_site
    IS 'Whether the voucher shows a protected person, place or route: it is shown here and never leaves';

CREATE TABLE resources.spending_variance (
    id        uuid           NOT NULL,
    version   integer        NOT NULL DEFAULT 1,
    line      uuid           NOT NULL,
    starts_on date           NOT NULL,
    ends_on   date           NOT NULL,
    variance  numeric(16, 2) NOT NULL,
    reason    text           NOT NULL,
    given_by  uuid           NOT NULL,
    given_at  timestamptz    NOT NULL,
    CONSTRAINT spending_variance_pk PRIMARY KEY (id),
    CONSTRAINT spending_variance_line_fk FOREIGN KEY (line) REFERENCES resources.spending_line (id) ON DELETE CASCADE,
    CONSTRAINT spending_variance_is_one_per_period UNIQUE (line, starts_on, ends_on),
    CONSTRAINT spending_variance_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT spending_variance_reason_is_short_text CHECK (length(reason) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE resources.spending_variance IS 'Why a line departs from its budget in a period';
COMMENT ON COLUMN resources.spending_variance.variance IS 'As it was when it was explained, above zero if too much was spent';
SELECT platform.audit_attach('resources.spending_variance');

CREATE TABLE resources.spending_report (
    id              uuid        NOT NULL,
    version         integer     NOT NULL DEFAULT 1,
    budget          uuid        NOT NULL,
    starts_on       date        NOT NULL,
    ends_on         date        NOT NULL,
    approved_by     uuid,
    approved_at     timestamptz,
    approved_digest text,
    filed_on        date,
    CONSTRAINT spending_report_pk PRIMARY KEY (id),
    CONSTRAINT spending_report_budget_fk FOREIGN KEY (budget) REFERENCES resources.spending_budget (id),
    CONSTRAINT spending_report_is_one_per_period UNIQUE (budget, starts_on, ends_on),
    CONSTRAINT spending_report_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT spending_report_approval_is_whole
        CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (approved_digest IS NULL)),
    CONSTRAINT spending_report_filed_is_approved CHECK (filed_on IS NULL OR approved_at IS NOT NULL),
    CONSTRAINT spending_report_digest_is_a_hash CHECK (approved_digest ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE resources.spending_report IS 'The financial report of a budget for a period; filed, it is in plan.filing';
COMMENT ON COLUMN resources.spending_report.approved_digest IS 'Hash of the figures that were approved; an approval lapses when they change';
SELECT platform.audit_attach('resources.spending_report');

CREATE FUNCTION resources.spending_keep_filed() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'spending_report_is_filed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER spending_report_stays_once_filed BEFORE UPDATE OR DELETE ON resources.spending_report
    FOR EACH ROW WHEN (OLD.filed_on IS NOT NULL) EXECUTE FUNCTION resources.spending_keep_filed();
