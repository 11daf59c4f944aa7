-- Money that came in without an invoice, such as the takings of an evening, for the module that entered it.
CREATE VIEW resources.ledger_received_payment AS
SELECT p.id, p.received_on, p.method, p.currency, p.amount,
       EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id) AS is_reversed
FROM resources.ledger_payment p WHERE p.reverses IS NULL;
COMMENT ON VIEW resources.ledger_received_payment IS 'Each payment that came in, and whether it was taken back';
REVOKE INSERT, UPDATE, DELETE ON resources.ledger_received_payment FROM ${application};
