-- Reminders are counted from the day on which an invoice is expected: a delay that a board grants begins them anew.
ALTER TABLE resources.dues_letter ADD COLUMN expected_on date;

UPDATE resources.dues_letter l SET expected_on =
    CASE WHEN i.delayed_until IS NULL OR l.posted_at::date <= i.delayed_until THEN i.due_on ELSE i.delayed_until END
FROM resources.ledger_invoice i WHERE i.id = l.invoice;

ALTER TABLE resources.dues_letter
    ALTER COLUMN expected_on SET NOT NULL,
    DROP CONSTRAINT dues_letter_pk,
    ADD CONSTRAINT dues_letter_pk PRIMARY KEY (invoice, expected_on, round);
COMMENT ON COLUMN resources.dues_letter.expected_on IS 'For which day the invoice was expected when it left: its due day, or the end of a delay';
