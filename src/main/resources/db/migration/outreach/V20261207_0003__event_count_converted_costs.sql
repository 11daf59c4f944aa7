-- A cost in another currency counts as its budget converted it; one that no budget converts is told beside the result.
CREATE OR REPLACE VIEW outreach.event_result AS
SELECT e.id, e.name, e.day, e.state, e.target,
       e.takings
       + coalesce((SELECT sum(p.amount) FROM outreach.event_taking t
                   JOIN resources.ledger_received_payment p ON p.id = t.payment AND NOT p.is_reversed WHERE t.event = e.id), 0)
       + coalesce((SELECT round(sum(p.amount * o.amount / i.total), 2) FROM outreach.event_order o
                   JOIN resources.ledger_issued_invoice i ON i.id = o.invoice
                   JOIN resources.ledger_invoice_payment p ON p.invoice = i.id WHERE o.event = e.id), 0)
       + coalesce((SELECT sum(p.amount) FROM outreach.event_sponsorship s
                   JOIN resources.ledger_invoice_payment p ON p.invoice = s.invoice WHERE s.event = e.id), 0)
       + coalesce((SELECT sum(k.amount) FROM outreach.event_ticket k WHERE k.event = e.id), 0) AS income,
       e.costs
       + coalesce((SELECT sum(c.dollars) FROM resources.spending_record_cost c
                   WHERE c.source = 'outreach.eventcosts/' || e.id), 0) AS costs
FROM outreach.event e;
