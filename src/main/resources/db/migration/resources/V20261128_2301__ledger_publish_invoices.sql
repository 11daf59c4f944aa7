CREATE VIEW resources.ledger_issued_invoice AS
SELECT id, series, sequence, organisation, person, payer_organisation, currency, total, issued_on, due_on, delayed_until
  FROM resources.ledger_invoice;
COMMENT ON VIEW resources.ledger_issued_invoice IS 'Each invoice with its total; what is paid and reduced is in two views beside it';

CREATE VIEW resources.ledger_invoice_purpose AS
SELECT l.invoice, a.purpose FROM resources.ledger_invoice_line l JOIN resources.ledger_account a ON a.id = l.account;
COMMENT ON VIEW resources.ledger_invoice_purpose IS 'The purpose of the account of each line of an invoice';

-- The payment is joined from the left, so that a query without its day does not read it.
CREATE VIEW resources.ledger_invoice_payment AS
SELECT a.invoice, a.amount, p.received_on
  FROM resources.ledger_allocation a LEFT JOIN resources.ledger_payment p ON p.id = a.payment;
COMMENT ON VIEW resources.ledger_invoice_payment IS 'What was paid of an invoice, negative where a payment was reversed; the invoice is null for other money';

CREATE VIEW resources.ledger_invoice_reduction AS
SELECT invoice, kind, amount, made_on, source, split_part(coalesce(source, ''), '/', 1) AS source_module
  FROM resources.ledger_reduction;
COMMENT ON VIEW resources.ledger_invoice_reduction IS 'Each credit and write-off of an invoice; the source module is empty where it was made by hand';

REVOKE INSERT, UPDATE, DELETE ON resources.ledger_issued_invoice, resources.ledger_invoice_purpose,
    resources.ledger_invoice_payment, resources.ledger_invoice_reduction FROM ${application};
