-- An agreement finds the payment of its funder that the accountant entered before the instalment was noted.
CREATE OR REPLACE VIEW resources.ledger_received_payment AS
SELECT p.id, p.received_on, p.method, p.currency, p.amount,
       EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id) AS is_reversed, p.organisation,
       coalesce(split_part(p.source, '/', 1), '') AS source_kind
FROM resources.ledger_payment p WHERE p.reverses IS NULL;
COMMENT ON VIEW resources.ledger_received_payment IS
    'Each payment that came in, with its payer, the kind of record that entered it, and whether it was taken back';
