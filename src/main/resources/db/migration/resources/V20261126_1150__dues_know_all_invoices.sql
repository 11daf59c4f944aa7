-- A share knows all its invoices, what it asks by now, and how often it was revised: the same headcount may come back.
ALTER TABLE resources.dues_share
    ADD COLUMN asked     numeric(19,4),
    ADD COLUMN revisions integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN resources.dues_share.asked IS 'What the call asks of it by now, its revisions included; credits by hand aside';
COMMENT ON COLUMN resources.dues_share.revisions IS 'How often it was revised; each revision is told by its number';

CREATE TABLE resources.dues_invoice (
    invoice    uuid NOT NULL,
    call       uuid NOT NULL,
    membership uuid NOT NULL,
    CONSTRAINT dues_invoice_pk PRIMARY KEY (invoice),
    CONSTRAINT dues_invoice_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_invoice_share_fk FOREIGN KEY (call, membership) REFERENCES resources.dues_share (call, membership)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE resources.dues_invoice IS 'All invoices of a share: the first, and what was asked besides since';
CREATE INDEX dues_invoice_by_share ON resources.dues_invoice (call, membership);

INSERT INTO resources.dues_invoice (invoice, call, membership)
SELECT i.id, s.call, s.membership
FROM resources.ledger_invoice i
JOIN resources.dues_share s
  ON s.call::text = split_part(i.source, '/', 2) AND s.membership::text = split_part(i.source, '/', 3)
WHERE starts_with(i.source, 'resources.dues/') AND s.invoice IS NOT NULL;

INSERT INTO resources.dues_invoice (invoice, call, membership)
SELECT s.invoice, s.call, s.membership FROM resources.dues_share s
WHERE s.invoice IS NOT NULL AND NOT EXISTS (SELECT FROM resources.dues_invoice d WHERE d.invoice = s.invoice);

-- What was really asked, also where a revision had no effect.
UPDATE resources.dues_share s SET asked =
    (SELECT sum(i.total) FROM resources.dues_invoice d JOIN resources.ledger_invoice i ON i.id = d.invoice
     WHERE d.call = s.call AND d.membership = s.membership)
  - (SELECT coalesce(sum(r.amount), 0) FROM resources.dues_invoice d
     JOIN resources.ledger_reduction r ON r.invoice = d.invoice
     WHERE d.call = s.call AND d.membership = s.membership AND starts_with(r.source, 'resources.dues/'))
WHERE s.invoice IS NOT NULL;

ALTER TABLE resources.dues_share
    ADD CONSTRAINT dues_share_says_what_it_asks CHECK ((invoice IS NULL) = (asked IS NULL));

SELECT platform.audit_attach('resources.dues_invoice');
