-- The day of the last payment of an invoice is not that of a payment reversed since.
CREATE OR REPLACE VIEW resources.ledger_invoice_payment AS
SELECT a.invoice, a.amount, p.received_on, r.received_on AS reversed_on
  FROM resources.ledger_allocation a
  LEFT JOIN resources.ledger_payment p ON p.id = a.payment
  LEFT JOIN resources.ledger_payment r ON r.reverses = p.id;
