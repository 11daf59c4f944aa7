-- What is open is found among any number of settled invoices: each knows since which day nothing is owed of it.
ALTER TABLE resources.ledger_invoice ADD COLUMN settled_on date;
COMMENT ON COLUMN resources.ledger_invoice.settled_on IS
    'Computed: the day of the last payment or reduction where nothing is owed any more; null while something is';

-- It follows from the payments, which are audited themselves.
SELECT platform.audit_attach('resources.ledger_invoice', '{settled_on}');

CREATE OR REPLACE FUNCTION resources.ledger_keep_issued() RETURNS trigger LANGUAGE plpgsql
    SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'organisation', 'person', 'payer_organisation', 'payer_person', 'addressee',
                         'delayed_until', 'delay_body', 'delay_on', 'delay_number', 'settled_on'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was issued is credited, never changed' USING ERRCODE = 'restrict_violation';
END
$$;

-- Looked at as of an earlier day, what was settled since was open: the day is that of the last movement, whichever it was.
CREATE FUNCTION resources.ledger_settled_on(it uuid) RETURNS date LANGUAGE sql STABLE SET search_path = resources, pg_temp AS $$
    SELECT CASE WHEN i.total = coalesce(s.amount, 0) + coalesce(r.amount, 0)
                THEN greatest(s.last_on, r.last_on) END
    FROM resources.ledger_invoice i
    LEFT JOIN LATERAL (SELECT sum(a.amount) AS amount, max(p.received_on) AS last_on
                       FROM resources.ledger_allocation a JOIN resources.ledger_payment p ON p.id = a.payment
                       WHERE a.invoice = i.id) s ON true
    LEFT JOIN LATERAL (SELECT sum(d.amount) AS amount, max(d.made_on) AS last_on
                       FROM resources.ledger_reduction d WHERE d.invoice = i.id) r ON true
    WHERE i.id = it
$$;

-- Holds the invoice first, as the check of its balance does: two who settle it at once are seen one after the other.
CREATE FUNCTION resources.ledger_note_settled(it uuid) RETURNS void LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    noted date;
    day date;
BEGIN
    SELECT settled_on INTO noted FROM resources.ledger_invoice WHERE id = it FOR NO KEY UPDATE;
    day := resources.ledger_settled_on(it);
    IF noted IS DISTINCT FROM day THEN
        UPDATE resources.ledger_invoice SET settled_on = day WHERE id = it;
    END IF;
END
$$;

CREATE FUNCTION resources.ledger_tell_settled() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    old_one uuid := (to_jsonb(OLD) ->> 'invoice')::uuid;
    new_one uuid := (to_jsonb(NEW) ->> 'invoice')::uuid;
BEGIN
    IF new_one IS NOT NULL THEN
        PERFORM resources.ledger_note_settled(new_one);
    END IF;
    IF old_one IS NOT NULL AND old_one IS DISTINCT FROM new_one THEN
        PERFORM resources.ledger_note_settled(old_one);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER ledger_allocation_tells_settled AFTER INSERT OR UPDATE OR DELETE ON resources.ledger_allocation
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_tell_settled();
CREATE TRIGGER ledger_reduction_tells_settled AFTER INSERT OR DELETE ON resources.ledger_reduction
    FOR EACH ROW EXECUTE FUNCTION resources.ledger_tell_settled();

CREATE FUNCTION resources.ledger_tell_settled_anew() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    it uuid;
BEGIN
    FOR it IN SELECT DISTINCT invoice FROM resources.ledger_allocation WHERE payment = NEW.id AND invoice IS NOT NULL ORDER BY 1 LOOP
        PERFORM resources.ledger_note_settled(it);
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER ledger_payment_tells_settled AFTER UPDATE OF received_on ON resources.ledger_payment
    FOR EACH ROW WHEN (OLD.received_on IS DISTINCT FROM NEW.received_on)
    EXECUTE FUNCTION resources.ledger_tell_settled_anew();

UPDATE resources.ledger_invoice SET settled_on = resources.ledger_settled_on(id)
WHERE resources.ledger_settled_on(id) IS NOT NULL;

CREATE INDEX ledger_invoice_by_settling ON resources.ledger_invoice (coalesce(settled_on, DATE 'infinity'));
