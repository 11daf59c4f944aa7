-- The first page looks for invoices of cancelled orders among all registrations.
CREATE INDEX event_order_invoiced ON outreach.event_order (event) WHERE invoice IS NOT NULL;
