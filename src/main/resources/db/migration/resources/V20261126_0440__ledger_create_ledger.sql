-- What is owed to the organisation, what arrived, and what settles what. The books stay with the accountant: here stands what
-- she is handed, accepted by her one by one, in batches that close and never open again.
CREATE TABLE resources.ledger_account (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    purpose   text    NOT NULL,
    code      text    NOT NULL,
    name      text    NOT NULL,
    CONSTRAINT ledger_account_pk PRIMARY KEY (id),
    CONSTRAINT ledger_account_code_key UNIQUE (code),
    CONSTRAINT ledger_account_purpose_is_known CHECK (
        purpose IN ('BANK', 'RECEIVABLE', 'ADVANCE', 'LOSS', 'DUES', 'GIFT', 'APPEAL', 'OTHER')),
    CONSTRAINT ledger_account_code_is_short CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9. -]{0,19}$'),
    CONSTRAINT ledger_account_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 120)
);
COMMENT ON TABLE resources.ledger_account IS 'An account of the accountant''s books, and what it is for here';
COMMENT ON COLUMN resources.ledger_account.code IS 'Its number in her software';
CREATE UNIQUE INDEX ledger_account_purpose_key ON resources.ledger_account (purpose) WHERE purpose <> 'BANK';

CREATE TABLE resources.ledger_series (
    name text    NOT NULL,
    last integer NOT NULL,
    CONSTRAINT ledger_series_pk PRIMARY KEY (name),
    CONSTRAINT ledger_series_counts_from_one CHECK (last >= 1)
);
COMMENT ON TABLE resources.ledger_series IS 'How far a series of numbers is; a number is taken in the transaction that uses it, so that none is missing';

CREATE TABLE resources.ledger_batch (
    id        uuid        NOT NULL,
    series    text        NOT NULL,
    sequence  integer     NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by uuid,
    CONSTRAINT ledger_batch_pk PRIMARY KEY (id),
    CONSTRAINT ledger_batch_number_key UNIQUE (series, sequence),
    CONSTRAINT ledger_batch_closing_is_whole CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
COMMENT ON TABLE resources.ledger_batch IS 'What the accountant took over at once; closed, it never changes';
COMMENT ON COLUMN resources.ledger_batch.closed_by IS 'The account of who closed it';
CREATE UNIQUE INDEX ledger_batch_one_is_open ON resources.ledger_batch ((closed_at IS NULL)) WHERE closed_at IS NULL;

CREATE TABLE resources.ledger_invoice (
    id                 uuid          NOT NULL,
    version            integer       NOT NULL DEFAULT 1,
    series             text          NOT NULL,
    sequence           integer       NOT NULL,
    organisation       uuid,
    person             uuid,
    payer_organisation uuid,
    payer_person       uuid,
    addressee          text          NOT NULL,
    language           text          NOT NULL,
    issued_on          date          NOT NULL,
    due_on             date          NOT NULL,
    period_from        date,
    period_until       date,
    currency           text          NOT NULL,
    total              numeric(19,4) NOT NULL,
    subject            text          NOT NULL,
    note               text,
    source             text,
    delayed_until      date,
    delay_body         text,
    delay_on           date,
    delay_number       text,
    CONSTRAINT ledger_invoice_pk PRIMARY KEY (id),
    CONSTRAINT ledger_invoice_number_key UNIQUE (series, sequence),
    CONSTRAINT ledger_invoice_source_key UNIQUE (source),
    CONSTRAINT ledger_invoice_is_of_one CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT ledger_invoice_is_paid_by_one CHECK (num_nonnulls(payer_organisation, payer_person) = 1),
    CONSTRAINT ledger_invoice_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_person_fk FOREIGN KEY (person)
        REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_payer_organisation_fk FOREIGN KEY (payer_organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_payer_person_fk FOREIGN KEY (payer_person)
        REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_days_are_in_order CHECK (issued_on <= due_on AND due_on <= delayed_until),
    CONSTRAINT ledger_invoice_period_is_in_order CHECK (period_from <= period_until),
    CONSTRAINT ledger_invoice_period_is_whole CHECK ((period_from IS NULL) = (period_until IS NULL)),
    CONSTRAINT ledger_invoice_delay_is_whole CHECK (num_nonnulls(delayed_until, delay_body, delay_on) IN (0, 3)),
    CONSTRAINT ledger_invoice_total_is_sound CHECK (total > 0 AND total = round(total, 2)),
    CONSTRAINT ledger_invoice_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT ledger_invoice_texts_are_short CHECK (
        length(addressee) BETWEEN 1 AND 1000 AND length(subject) BETWEEN 1 AND 200 AND length(note) BETWEEN 1 AND 4000
        AND length(delay_body) BETWEEN 1 AND 200 AND length(delay_number) BETWEEN 1 AND 100
        AND length(source) BETWEEN 1 AND 200 AND language ~ '^[a-z]{2}$')
);
COMMENT ON TABLE resources.ledger_invoice IS 'What was asked for; never changed once it is issued, only credited, written off, delayed';
COMMENT ON COLUMN resources.ledger_invoice.organisation IS 'For whom it is; the payer may be another';
COMMENT ON COLUMN resources.ledger_invoice.addressee IS 'Name and address as they were written on it';
COMMENT ON COLUMN resources.ledger_invoice.source IS 'What asked for it: the same source never makes a second one';
COMMENT ON COLUMN resources.ledger_invoice.period_from IS 'For dues: the time over which they are earned (R-FIN-7)';
COMMENT ON COLUMN resources.ledger_invoice.delayed_until IS 'Until when a body let it wait';
CREATE INDEX ledger_invoice_by_organisation ON resources.ledger_invoice (organisation);
CREATE INDEX ledger_invoice_by_person ON resources.ledger_invoice (person);
CREATE INDEX ledger_invoice_by_payer_organisation ON resources.ledger_invoice (payer_organisation);
CREATE INDEX ledger_invoice_by_payer_person ON resources.ledger_invoice (payer_person);
CREATE INDEX ledger_invoice_by_day ON resources.ledger_invoice (issued_on, id);

CREATE TABLE resources.ledger_invoice_line (
    invoice  uuid          NOT NULL,
    position integer       NOT NULL,
    text     text          NOT NULL,
    amount   numeric(19,4) NOT NULL,
    account  uuid          NOT NULL,
    CONSTRAINT ledger_invoice_line_pk PRIMARY KEY (invoice, position),
    CONSTRAINT ledger_invoice_line_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_line_account_fk FOREIGN KEY (account) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_invoice_line_text_is_short CHECK (length(text) BETWEEN 1 AND 500),
    CONSTRAINT ledger_invoice_line_amount_is_sound CHECK (amount <> 0 AND amount = round(amount, 2))
);
COMMENT ON TABLE resources.ledger_invoice_line IS 'What an invoice is made of, each in one sentence';

CREATE TABLE resources.ledger_reduction (
    id             uuid          NOT NULL,
    version        integer       NOT NULL DEFAULT 1,
    invoice        uuid          NOT NULL,
    kind           text          NOT NULL,
    series         text          NOT NULL,
    sequence       integer       NOT NULL,
    made_on        date          NOT NULL,
    amount         numeric(19,4) NOT NULL,
    reason         text          NOT NULL,
    decided_body   text,
    decided_on     date,
    decided_number text,
    source         text,
    CONSTRAINT ledger_reduction_pk PRIMARY KEY (id),
    CONSTRAINT ledger_reduction_number_key UNIQUE (series, sequence),
    CONSTRAINT ledger_reduction_source_key UNIQUE (source),
    CONSTRAINT ledger_reduction_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_reduction_kind_is_known CHECK (kind IN ('CREDIT', 'WRITE_OFF')),
    CONSTRAINT ledger_reduction_amount_is_sound CHECK (amount > 0 AND amount = round(amount, 2)),
    CONSTRAINT ledger_reduction_write_off_is_decided CHECK (kind = 'CREDIT' OR decided_body IS NOT NULL),
    CONSTRAINT ledger_reduction_decision_is_whole CHECK ((decided_body IS NULL) = (decided_on IS NULL)),
    CONSTRAINT ledger_reduction_texts_are_short CHECK (
        length(reason) BETWEEN 1 AND 500 AND length(decided_body) BETWEEN 1 AND 200
        AND length(decided_number) BETWEEN 1 AND 100 AND length(source) BETWEEN 1 AND 200)
);
COMMENT ON TABLE resources.ledger_reduction IS 'What an invoice asks less: a credit, or what a body gave up';
CREATE INDEX ledger_reduction_by_invoice ON resources.ledger_reduction (invoice);

CREATE TABLE resources.ledger_payment (
    id           uuid          NOT NULL,
    version      integer       NOT NULL DEFAULT 1,
    organisation uuid,
    person       uuid,
    payer        text,
    method       text          NOT NULL,
    received_on  date          NOT NULL,
    reference    text,
    currency     text          NOT NULL,
    amount       numeric(19,4) NOT NULL,
    bank         uuid,
    remark       text,
    reverses     uuid,
    source       text,
    CONSTRAINT ledger_payment_pk PRIMARY KEY (id),
    CONSTRAINT ledger_payment_source_key UNIQUE (source),
    CONSTRAINT ledger_payment_is_reversed_once UNIQUE (reverses),
    CONSTRAINT ledger_payment_reverses_fk FOREIGN KEY (reverses) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_payment_bank_fk FOREIGN KEY (bank) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_payment_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_payment_person_fk FOREIGN KEY (person)
        REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_payment_is_by_one CHECK (num_nonnulls(organisation, person) <= 1),
    CONSTRAINT ledger_payment_method_is_known CHECK (
        method IN ('CHEQUE', 'TRANSFER', 'CASH', 'CARD', 'OTHER', 'INTERNAL')),
    CONSTRAINT ledger_payment_amount_is_sound CHECK (
        amount = round(amount, 2)
        AND CASE WHEN method = 'INTERNAL' THEN amount = 0 WHEN reverses IS NULL THEN amount > 0 ELSE amount < 0 END),
    CONSTRAINT ledger_payment_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT ledger_payment_texts_are_short CHECK (
        length(payer) BETWEEN 1 AND 200 AND length(reference) BETWEEN 1 AND 100 AND length(remark) BETWEEN 1 AND 500
        AND length(source) BETWEEN 1 AND 200)
);
COMMENT ON TABLE resources.ledger_payment IS 'Money that arrived, went back, or moved from one settling to another (INTERNAL, of nothing)';
COMMENT ON COLUMN resources.ledger_payment.payer IS 'How the payer is called on the cheque or in the statement; null where it is the one of the directory';
COMMENT ON COLUMN resources.ledger_payment.bank IS 'The account into which it came; null until it is deposited';
CREATE INDEX ledger_payment_by_organisation ON resources.ledger_payment (organisation);
CREATE INDEX ledger_payment_by_person ON resources.ledger_payment (person);
CREATE INDEX ledger_payment_by_day ON resources.ledger_payment (received_on, id);

CREATE TABLE resources.ledger_allocation (
    payment  uuid          NOT NULL,
    position integer       NOT NULL,
    invoice  uuid,
    account  uuid,
    amount   numeric(19,4) NOT NULL,
    CONSTRAINT ledger_allocation_pk PRIMARY KEY (payment, position),
    CONSTRAINT ledger_allocation_settles_one CHECK (num_nonnulls(invoice, account) = 1),
    CONSTRAINT ledger_allocation_payment_fk FOREIGN KEY (payment) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_allocation_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_allocation_account_fk FOREIGN KEY (account) REFERENCES resources.ledger_account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_allocation_amount_is_sound CHECK (amount <> 0 AND amount = round(amount, 2))
);
COMMENT ON TABLE resources.ledger_allocation IS 'What a payment settles: invoices, gifts, or an advance that stays with the payer';
CREATE INDEX ledger_allocation_by_invoice ON resources.ledger_allocation (invoice) WHERE invoice IS NOT NULL;

CREATE TABLE resources.ledger_entry (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    invoice     uuid,
    reduction   uuid,
    payment     uuid,
    proposed_at timestamptz NOT NULL,
    state       text        NOT NULL DEFAULT 'PROPOSED',
    question    text,
    answer      text,
    batch       uuid,
    CONSTRAINT ledger_entry_pk PRIMARY KEY (id),
    CONSTRAINT ledger_entry_is_of_one CHECK (num_nonnulls(invoice, reduction, payment) = 1),
    CONSTRAINT ledger_entry_invoice_key UNIQUE (invoice),
    CONSTRAINT ledger_entry_reduction_key UNIQUE (reduction),
    CONSTRAINT ledger_entry_payment_key UNIQUE (payment),
    CONSTRAINT ledger_entry_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_entry_reduction_fk FOREIGN KEY (reduction) REFERENCES resources.ledger_reduction (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_entry_payment_fk FOREIGN KEY (payment) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_entry_batch_fk FOREIGN KEY (batch) REFERENCES resources.ledger_batch (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT ledger_entry_state_is_known CHECK (state IN ('PROPOSED', 'RETURNED', 'ACCEPTED')),
    CONSTRAINT ledger_entry_is_in_a_batch_once_accepted CHECK ((state = 'ACCEPTED') = (batch IS NOT NULL)),
    CONSTRAINT ledger_entry_returned_with_a_question CHECK (state <> 'RETURNED' OR question IS NOT NULL),
    CONSTRAINT ledger_entry_texts_are_bounded CHECK (
        length(question) BETWEEN 1 AND 1000 AND length(answer) BETWEEN 1 AND 1000)
);
COMMENT ON TABLE resources.ledger_entry IS 'What the accountant is asked to take over: an invoice, a reduction or a payment';
CREATE INDEX ledger_entry_by_batch ON resources.ledger_entry (batch, id);
CREATE INDEX ledger_entry_waiting ON resources.ledger_entry (id) WHERE state <> 'ACCEPTED';

-- The sum of what a payment settles is the payment, and nothing is settled beyond what it asks: checked when the transaction ends.
CREATE FUNCTION resources.ledger_check_payment() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    it uuid := CASE WHEN TG_TABLE_NAME = 'ledger_payment' THEN (to_jsonb(NEW) ->> 'id')::uuid
                    ELSE coalesce(to_jsonb(NEW) ->> 'payment', to_jsonb(OLD) ->> 'payment')::uuid END;
BEGIN
    IF EXISTS (SELECT FROM resources.ledger_payment p WHERE p.id = it
               AND p.amount <> coalesce((SELECT sum(a.amount) FROM resources.ledger_allocation a WHERE a.payment = p.id), 0)) THEN
        RAISE EXCEPTION 'ledger_payment_is_settled: the parts of a payment are the payment' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_payment_is_settled AFTER INSERT OR UPDATE ON resources.ledger_payment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_payment();
CREATE CONSTRAINT TRIGGER ledger_allocation_is_settled AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_payment();

-- Locks the invoice first: two who settle it at once are seen one after the other.
CREATE FUNCTION resources.ledger_check_invoice() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    it uuid := coalesce(to_jsonb(NEW) ->> 'invoice', to_jsonb(OLD) ->> 'invoice')::uuid;
    asked numeric;
    money text;
    settled numeric;
    reduced numeric;
BEGIN
    IF it IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT total, currency INTO asked, money FROM resources.ledger_invoice WHERE id = it FOR NO KEY UPDATE;
    SELECT coalesce(sum(amount), 0) INTO settled FROM resources.ledger_allocation WHERE invoice = it;
    SELECT coalesce(sum(amount), 0) INTO reduced FROM resources.ledger_reduction WHERE invoice = it;
    IF settled < 0 OR settled + reduced > asked THEN
        RAISE EXCEPTION 'ledger_invoice_balance_is_not_negative' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM resources.ledger_allocation a JOIN resources.ledger_payment p ON p.id = a.payment
               WHERE a.invoice = it AND p.currency <> money) THEN
        RAISE EXCEPTION 'ledger_allocation_is_of_one_currency' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_allocation_leaves_a_balance AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_invoice();
CREATE CONSTRAINT TRIGGER ledger_reduction_leaves_a_balance AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_reduction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_invoice();

CREATE FUNCTION resources.ledger_check_lines() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
BEGIN
    IF NEW.total <> coalesce((SELECT sum(amount) FROM resources.ledger_invoice_line WHERE invoice = NEW.id), 0) THEN
        RAISE EXCEPTION 'ledger_invoice_is_the_sum_of_its_lines' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ledger_invoice_is_the_sum_of_its_lines AFTER INSERT ON resources.ledger_invoice
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION resources.ledger_check_lines();

-- What was issued stays as it is: its money, its days, its lines. Who it points to may prove to be another.
CREATE FUNCTION resources.ledger_keep_issued() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'organisation', 'person', 'payer_organisation', 'payer_person', 'addressee',
                         'delayed_until', 'delay_body', 'delay_on', 'delay_number'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was issued is credited, never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER ledger_invoice_stays BEFORE UPDATE OR DELETE ON resources.ledger_invoice
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_issued();
CREATE TRIGGER ledger_invoice_line_stays BEFORE UPDATE OR DELETE ON resources.ledger_invoice_line
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_issued();
CREATE TRIGGER ledger_reduction_stays BEFORE UPDATE OR DELETE ON resources.ledger_reduction
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_issued();

-- What stands in a closed batch stays.
CREATE FUNCTION resources.ledger_is_closed(it uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = resources, pg_temp AS $$
    SELECT EXISTS (SELECT FROM resources.ledger_entry e JOIN resources.ledger_batch b ON b.id = e.batch
                   WHERE e.payment = it AND b.closed_at IS NOT NULL)
$$;
CREATE FUNCTION resources.ledger_keep_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'organisation', 'person', 'payer', 'remark'];
BEGIN
    IF TG_TABLE_NAME = 'ledger_payment' THEN
        IF resources.ledger_is_closed(OLD.id) AND NOT (TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free) THEN
            RAISE EXCEPTION 'ledger_batch_is_closed' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF resources.ledger_is_closed((coalesce(to_jsonb(NEW) ->> 'payment', to_jsonb(OLD) ->> 'payment'))::uuid) THEN
        RAISE EXCEPTION 'ledger_batch_is_closed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER ledger_payment_stays_once_closed BEFORE UPDATE OR DELETE ON resources.ledger_payment
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_closed();
CREATE TRIGGER ledger_allocation_stays_once_closed BEFORE INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_closed();
CREATE FUNCTION resources.ledger_keep_batch() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'ledger_batch' THEN
        IF OLD.closed_at IS NOT NULL THEN
            RAISE EXCEPTION 'ledger_batch_is_closed' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF EXISTS (SELECT FROM resources.ledger_batch b WHERE b.closed_at IS NOT NULL AND b.id IN
                  ((to_jsonb(OLD) ->> 'batch')::uuid, (to_jsonb(NEW) ->> 'batch')::uuid)) THEN
        RAISE EXCEPTION 'ledger_batch_is_closed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER ledger_batch_stays_once_closed BEFORE UPDATE OR DELETE ON resources.ledger_batch
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_batch();
CREATE TRIGGER ledger_entry_stays_once_closed BEFORE INSERT OR UPDATE OR DELETE ON resources.ledger_entry
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_keep_batch();

SELECT platform.audit_attach('resources.ledger_account');
SELECT platform.audit_attach('resources.ledger_series');
SELECT platform.audit_attach('resources.ledger_batch');
SELECT platform.audit_attach('resources.ledger_invoice');
SELECT platform.audit_attach('resources.ledger_invoice_line');
SELECT platform.audit_attach('resources.ledger_reduction');
SELECT platform.audit_attach('resources.ledger_payment');
SELECT platform.audit_attach('resources.ledger_allocation');
SELECT platform.audit_attach('resources.ledger_entry');
