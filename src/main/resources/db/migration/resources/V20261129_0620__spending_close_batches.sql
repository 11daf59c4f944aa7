-- Accepted expenses are closed in numbered batches and never change; a correction is a new expense that cites the first.

CREATE TABLE resources.spending_batch (
    id        uuid    NOT NULL,
    number    integer NOT NULL,
    closed_on date    NOT NULL,
    closed_by uuid    NOT NULL,
    CONSTRAINT spending_batch_pk PRIMARY KEY (id),
    CONSTRAINT spending_batch_number_key UNIQUE (number),
    CONSTRAINT spending_batch_counts_from_one CHECK (number >= 1)
);
COMMENT ON TABLE resources.spending_batch IS 'Accepted expenses that the accountant took over at once';
COMMENT ON COLUMN resources.spending_batch.number IS 'Without gap: it is taken in the transaction that closes the batch';
SELECT platform.audit_attach('resources.spending_batch');

ALTER TABLE resources.spending_expense ADD COLUMN batch uuid;
ALTER TABLE resources.spending_expense ADD COLUMN corrects uuid;
ALTER TABLE resources.spending_expense
    ADD CONSTRAINT spending_expense_batch_fk FOREIGN KEY (batch) REFERENCES resources.spending_batch (id) DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT spending_expense_corrects_fk FOREIGN KEY (corrects) REFERENCES resources.spending_expense (id) DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT spending_expense_closed_has_batch CHECK ((state = 'CLOSED') = (batch IS NOT NULL)),
    DROP CONSTRAINT spending_expense_amount_is_positive,
    ADD CONSTRAINT spending_expense_amount_is_positive_or_corrects
        CHECK (amount > 0 OR (amount < 0 AND corrects IS NOT NULL AND document IS NULL));
COMMENT ON COLUMN resources.spending_expense.corrects IS 'The closed expense that this one corrects: below zero, it takes it back';
CREATE INDEX spending_expense_by_batch ON resources.spending_expense (batch, day, id) WHERE batch IS NOT NULL;
CREATE UNIQUE INDEX spending_expense_taken_back_once ON resources.spending_expense (corrects) WHERE amount < 0;
CREATE INDEX spending_expense_corrections ON resources.spending_expense (corrects) WHERE corrects IS NOT NULL;
DROP INDEX resources.spending_expense_one_per_number;
CREATE UNIQUE INDEX spending_expense_one_per_number
    ON resources.spending_expense (lower(supplier), lower(number), day, amount, currency, coalesce(corrects, '00000000-0000-0000-0000-000000000000'))
    WHERE supplier <> '' AND number <> '';

ALTER TABLE resources.spending_split
    DROP CONSTRAINT spending_split_not_negative,
    ADD CONSTRAINT spending_split_amounts_have_one_sign CHECK (sign(amount) * sign(converted) >= 0);

-- Names are replaced at erasure, and a voucher may be kept here later; nothing else of a closed expense changes.
CREATE FUNCTION resources.spending_keep_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'supplier', 'note', 'question', 'answer', 'on_site', 'words'];
BEGIN
    IF TG_TABLE_NAME = 'spending_expense' THEN
        IF NOT (TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free) THEN
            RAISE EXCEPTION 'spending_batch_is_closed' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF EXISTS (SELECT FROM resources.spending_expense e WHERE e.state = 'CLOSED' AND e.id IN
                  ((to_jsonb(OLD) ->> 'expense')::uuid, (to_jsonb(NEW) ->> 'expense')::uuid)) THEN
        RAISE EXCEPTION 'spending_batch_is_closed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER spending_expense_stays_once_closed BEFORE UPDATE OR DELETE ON resources.spending_expense
    FOR EACH ROW WHEN (OLD.state = 'CLOSED') EXECUTE FUNCTION resources.spending_keep_closed();
CREATE TRIGGER spending_split_stays_once_closed BEFORE INSERT OR UPDATE OR DELETE ON resources.spending_split
    FOR EACH ROW EXECUTE FUNCTION resources.spending_keep_closed();
CREATE TRIGGER spending_batch_stays BEFORE UPDATE OR DELETE ON resources.spending_batch
    FOR EACH ROW EXECUTE FUNCTION resources.spending_keep_filed();

-- A backup is restored with all foreign keys deferred, since its tables come in no order.
ALTER TABLE resources.spending_variance ALTER CONSTRAINT spending_variance_line_fk DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE resources.spending_report ALTER CONSTRAINT spending_report_budget_fk DEFERRABLE INITIALLY IMMEDIATE;
