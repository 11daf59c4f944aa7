-- What a payer left over is never below nothing: checked when the transaction ends, where something takes from it.
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

-- Where a closed batch expects what was not deposited: it must not change with a bank that is added later.
ALTER TABLE resources.ledger_batch ADD COLUMN bank uuid;
ALTER TABLE resources.ledger_batch ADD CONSTRAINT ledger_batch_bank_fk FOREIGN KEY (bank)
    REFERENCES resources.ledger_account (id) DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN resources.ledger_batch.bank IS 'Where what was not deposited when it closed is expected; null while it is open';
ALTER TABLE resources.ledger_batch DISABLE TRIGGER ledger_batch_stays_once_closed;
UPDATE resources.ledger_batch
SET bank = (SELECT id FROM resources.ledger_account WHERE purpose = 'BANK' ORDER BY code LIMIT 1) WHERE closed_at IS NOT NULL;
ALTER TABLE resources.ledger_batch ENABLE TRIGGER ledger_batch_stays_once_closed;
