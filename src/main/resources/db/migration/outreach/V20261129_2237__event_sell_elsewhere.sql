-- Guests who leave and return, and tickets that other sites sold.

ALTER TABLE outreach.event_seat
    ADD COLUMN left_at  timestamptz,
    ADD COLUMN moved_at timestamptz,
    ADD COLUMN ticket   uuid,
    ADD CONSTRAINT event_seat_left_was_admitted CHECK (num_nonnulls(left_at, moved_at) = 0 OR admitted_at IS NOT NULL);
COMMENT ON COLUMN outreach.event_seat.left_at IS 'Since when the guest is out; none while the guest is in';
COMMENT ON COLUMN outreach.event_seat.moved_at IS 'The latest time at which the guest left or returned';

-- A sale elsewhere may exceed the quota: it is said, and never by an order here.
ALTER TABLE outreach.event_quota
    ADD COLUMN oversold integer NOT NULL DEFAULT 0,
    DROP CONSTRAINT event_quota_is_never_oversold,
    ADD CONSTRAINT event_quota_is_oversold_elsewhere_alone
        CHECK (oversold >= 0 AND taken BETWEEN 0 AND seats + oversold);
COMMENT ON COLUMN outreach.event_quota.oversold IS 'Seats above the quota that another site sold';

ALTER TABLE outreach.event_order
    ADD COLUMN seller    text,
    ADD COLUMN reference text,
    ADD CONSTRAINT event_order_seller_is_known CHECK (seller IN ('ZEFFY', 'EVENTBRITE', 'OTHER')),
    ADD CONSTRAINT event_order_seller_has_its_reference
        CHECK ((seller IS NULL) = (reference IS NULL) AND length(reference) BETWEEN 1 AND 100),
    ADD CONSTRAINT event_order_seller_sells_once UNIQUE (event, seller, reference);
COMMENT ON COLUMN outreach.event_order.seller IS 'The site that sold it; none for an order made here';
COMMENT ON COLUMN outreach.event_order.reference IS 'Its number there';

CREATE TABLE outreach.event_ticket (
    id          uuid          NOT NULL,
    version     integer       NOT NULL DEFAULT 1,
    event       uuid          NOT NULL,
    event_order uuid,
    seller      text          NOT NULL,
    reference   text          NOT NULL,
    seats       integer       NOT NULL,
    amount      numeric(12,2) NOT NULL,
    cancelled   boolean       NOT NULL DEFAULT false,
    made_at     timestamptz   NOT NULL,
    CONSTRAINT event_ticket_pk PRIMARY KEY (id),
    CONSTRAINT event_ticket_event_fk FOREIGN KEY (event) REFERENCES outreach.event (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_ticket_order_fk FOREIGN KEY (event_order) REFERENCES outreach.event_order (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_ticket_is_sold_once UNIQUE (event, reference),
    CONSTRAINT event_ticket_is_bounded CHECK (seats BETWEEN 1 AND 100 AND amount >= 0 AND length(reference) BETWEEN 1 AND 250)
);
COMMENT ON TABLE outreach.event_ticket IS 'A line of the list of a site that sells tickets; it holds no name';
COMMENT ON COLUMN outreach.event_ticket.reference IS 'Its order with its number, or with its type and place in the order; no name';
COMMENT ON COLUMN outreach.event_ticket.amount IS 'In dollars, less what was paid back; takings, no payment here';
CREATE INDEX event_ticket_by_order ON outreach.event_ticket (event_order);
SELECT platform.audit_attach('outreach.event_ticket');

ALTER TABLE outreach.event_seat
    ADD CONSTRAINT event_seat_ticket_fk FOREIGN KEY (ticket) REFERENCES outreach.event_ticket (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY IMMEDIATE;
CREATE INDEX event_seat_by_ticket ON outreach.event_seat (ticket) WHERE ticket IS NOT NULL;
