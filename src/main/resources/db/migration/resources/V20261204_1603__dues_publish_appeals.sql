-- A special appeal to the members: what it asked and what came in.
CREATE VIEW resources.dues_appeal AS
SELECT c.id, c.name, c.due_on,
       (SELECT sum(s.asked) FROM resources.dues_share s WHERE s.call = c.id) AS asked,
       (SELECT sum(p.amount) FROM resources.dues_share s
        JOIN resources.ledger_invoice_payment p ON p.invoice = s.invoice WHERE s.call = c.id) AS paid
FROM resources.dues_call c WHERE c.kind = 'APPEAL';
COMMENT ON VIEW resources.dues_appeal IS 'Special appeals to the members, with what was asked and what was paid';
REVOKE INSERT, UPDATE, DELETE ON resources.dues_appeal FROM ${application};
