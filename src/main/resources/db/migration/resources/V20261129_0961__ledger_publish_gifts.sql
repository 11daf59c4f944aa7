-- Payments that came in as gifts, for the module that knows their donors.

CREATE VIEW resources.ledger_gift_payment AS
SELECT p.id, p.received_on, p.method, p.reference, p.payer, p.organisation, p.person, p.currency, a.amount,
       EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id) AS is_reversed
FROM resources.ledger_payment p
JOIN resources.ledger_allocation a ON a.payment = p.id
JOIN resources.ledger_account c ON c.id = a.account AND c.purpose = 'GIFT'
WHERE p.reverses IS NULL;
COMMENT ON VIEW resources.ledger_gift_payment IS 'Each payment with a part that is a gift, and whether the bank took it back';
REVOKE INSERT, UPDATE, DELETE ON resources.ledger_gift_payment FROM ${application};
