-- The takings of the night are payments of the ledger; an event knows which ones.
CREATE TABLE outreach.event_taking (
    id      uuid NOT NULL,
    event   uuid NOT NULL,
    kind    text NOT NULL,
    payment uuid NOT NULL,
    CONSTRAINT event_taking_pk PRIMARY KEY (id),
    CONSTRAINT event_taking_event_fk FOREIGN KEY (event) REFERENCES outreach.event (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_taking_payment_is_one UNIQUE (payment),
    CONSTRAINT event_taking_kind_is_known CHECK (kind IN ('DOOR', 'BAR', 'SALES', 'DRAW', 'OTHER'))
);
COMMENT ON TABLE outreach.event_taking IS 'Money taken on the night of an event: a payment of the ledger, which has its amount';
CREATE INDEX event_taking_by_event ON outreach.event_taking (event);
SELECT platform.audit_attach('outreach.event_taking');

CREATE VIEW outreach.event_result AS
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
       + coalesce((SELECT sum(c.amount) FROM resources.spending_record_cost c
                   WHERE c.source = 'outreach.eventcosts/' || e.id AND c.currency = 'CAD'), 0) AS costs
FROM outreach.event e;
COMMENT ON VIEW outreach.event_result IS 'What each event brought in and cost, as its page tells it';
REVOKE INSERT, UPDATE, DELETE ON outreach.event_result FROM ${application};
