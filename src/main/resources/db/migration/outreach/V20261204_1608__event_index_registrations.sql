-- The list of an event begins with the latest registrations.
CREATE INDEX event_order_by_making ON outreach.event_order (event, made_at DESC, id DESC);
