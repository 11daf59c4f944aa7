CREATE TABLE outreach.event (
    id          uuid          NOT NULL,
    version     integer       NOT NULL DEFAULT 1,
    state       text          NOT NULL DEFAULT 'DRAFT',
    name        text          NOT NULL,
    day         date          NOT NULL,
    begins      text,
    place       text          NOT NULL DEFAULT '',
    online_url  text,
    languages   text          NOT NULL DEFAULT '',
    about       text          NOT NULL DEFAULT '',
    access      text          NOT NULL DEFAULT '',
    draw        boolean       NOT NULL DEFAULT false,
    licence     text,
    table_size  integer       NOT NULL,
    reduced     numeric(10,2),
    regular     numeric(10,2),
    support     numeric(10,2),
    tax_numbers text,
    target      numeric(12,2),
    takings     numeric(12,2) NOT NULL DEFAULT 0,
    costs       numeric(12,2) NOT NULL DEFAULT 0,
    action      uuid,
    people      integer,
    need_totals jsonb,
    CONSTRAINT event_pk PRIMARY KEY (id),
    CONSTRAINT event_state_is_known CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED', 'HELD', 'CANCELLED')),
    CONSTRAINT event_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    CONSTRAINT event_begins_at_a_time CHECK (begins ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    CONSTRAINT event_texts_are_bounded CHECK (length(place) <= 300 AND length(languages) <= 200 AND length(about) <= 5000
        AND length(access) <= 1000 AND length(licence) <= 50 AND length(tax_numbers) <= 200),
    CONSTRAINT event_url_is_an_address CHECK (online_url ~ '^https?://' AND length(online_url) <= 1000),
    -- R-EVT-6: no number, no publication.
    CONSTRAINT event_draw_has_its_licence CHECK (NOT draw OR licence IS NOT NULL OR state IN ('DRAFT', 'CANCELLED')),
    CONSTRAINT event_prices_are_three CHECK (num_nulls(reduced, regular, support) IN (0, 3)
        AND reduced > 0 AND reduced <= regular AND regular <= support),
    CONSTRAINT event_numbers_are_bounded CHECK (table_size BETWEEN 2 AND 20 AND target >= 0 AND takings >= 0 AND costs >= 0
        AND people BETWEEN 0 AND 1000000),
    CONSTRAINT event_held_was_counted CHECK ((state = 'HELD') = (people IS NOT NULL))
);
COMMENT ON TABLE outreach.event IS 'A conference or an evening to which people register';
COMMENT ON COLUMN outreach.event.reduced IS 'The three solidarity prices of a seat, before taxes';
COMMENT ON COLUMN outreach.event.tax_numbers IS 'The numbers under which taxes are charged; none if they are not';
COMMENT ON COLUMN outreach.event.takings IS 'Outside the invoices, as typed';
COMMENT ON COLUMN outreach.event.people IS 'The head count of an event that was held';
COMMENT ON COLUMN outreach.event.need_totals IS 'Guests by need, kept when their needs are erased seven days after the event';
CREATE INDEX event_by_day ON outreach.event (day, id);
SELECT platform.audit_attach('outreach.event');

CREATE TABLE outreach.event_quota (
    id    uuid    NOT NULL,
    event uuid    NOT NULL,
    mode  text    NOT NULL,
    seats integer NOT NULL,
    taken integer NOT NULL DEFAULT 0,
    CONSTRAINT event_quota_pk PRIMARY KEY (id),
    CONSTRAINT event_quota_event_fk FOREIGN KEY (event) REFERENCES outreach.event (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_quota_mode_is_known CHECK (mode IN ('IN_PERSON', 'ONLINE')),
    CONSTRAINT event_quota_is_one_by_mode UNIQUE (event, mode),
    CONSTRAINT event_quota_is_bounded CHECK (seats BETWEEN 0 AND 100000),
    CONSTRAINT event_quota_is_never_oversold CHECK (taken BETWEEN 0 AND seats)
);
COMMENT ON TABLE outreach.event_quota IS 'The seats of an event by mode; locked by each order, so that nothing is oversold';
SELECT platform.audit_attach('outreach.event_quota', '{taken}');

CREATE TABLE outreach.event_order (
    id             uuid        NOT NULL,
    version        integer     NOT NULL DEFAULT 1,
    event          uuid        NOT NULL,
    mode           text        NOT NULL,
    state          text        NOT NULL,
    seats          integer     NOT NULL,
    organisation   uuid,
    contact_name   text        NOT NULL,
    contact_mail   text,
    language       text        NOT NULL,
    code           text        NOT NULL,
    price          text,
    amount         numeric(12,2),
    purchase_order text,
    invoice        uuid,
    made_at        timestamptz NOT NULL,
    offered_until  timestamptz,
    CONSTRAINT event_order_pk PRIMARY KEY (id),
    CONSTRAINT event_order_quota_fk FOREIGN KEY (event, mode) REFERENCES outreach.event_quota (event, mode)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_order_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_order_state_is_known CHECK (
        state IN ('HELD', 'CONFIRMED', 'WAITING', 'OFFERED', 'EXPIRED', 'CANCELLED')),
    CONSTRAINT event_order_seats_are_bounded CHECK (seats BETWEEN 1 AND 500),
    CONSTRAINT event_order_texts_are_bounded CHECK (length(contact_name) <= 200 AND length(contact_mail) <= 254
        AND length(purchase_order) BETWEEN 1 AND 200),
    CONSTRAINT event_order_code_is_one_by_event UNIQUE (event, code),
    CONSTRAINT event_order_price_has_its_amount CHECK ((price IS NULL) = (amount IS NULL)
        AND price IN ('REDUCED', 'REGULAR', 'SUPPORT') AND amount > 0),
    CONSTRAINT event_order_offer_ends CHECK ((state = 'OFFERED') = (offered_until IS NOT NULL)),
    -- R-EVT-2: a purchase order or a signature confirms, for organisations only.
    CONSTRAINT event_order_of_organisation_is_confirmed CHECK (
        organisation IS NULL OR state <> 'CONFIRMED' OR purchase_order IS NOT NULL),
    CONSTRAINT event_order_invoice_has_its_payer CHECK (invoice IS NULL OR (organisation IS NOT NULL AND amount IS NOT NULL))
);
COMMENT ON TABLE outreach.event_order IS 'Seats of an event for a person, a group or an organisation: registered, waiting or bought';
COMMENT ON COLUMN outreach.event_order.contact_name IS 'The person who registered, or who names the guests of an organisation';
COMMENT ON COLUMN outreach.event_order.code IS 'Four characters for the door';
COMMENT ON COLUMN outreach.event_order.purchase_order IS 'The number of the purchase order, or who signed';
COMMENT ON COLUMN outreach.event_order.amount IS 'For all its seats, before taxes';
CREATE INDEX event_order_by_state ON outreach.event_order (event, mode, state, made_at, id);
CREATE INDEX event_order_by_mail ON outreach.event_order (event, lower(contact_mail));
CREATE INDEX event_order_by_organisation ON outreach.event_order (organisation);
-- Personal data of short life stay out of the history.
SELECT platform.audit_attach('outreach.event_order', '{contact_name,contact_mail}');

CREATE TABLE outreach.event_seat (
    id           uuid        NOT NULL,
    event_order  uuid        NOT NULL,
    position     integer     NOT NULL,
    table_number integer,
    name         text,
    needs        text[]      DEFAULT '{}',
    need_note    text,
    admitted_at  timestamptz,
    doubles      integer     NOT NULL DEFAULT 0,
    CONSTRAINT event_seat_pk PRIMARY KEY (id),
    CONSTRAINT event_seat_order_fk FOREIGN KEY (event_order) REFERENCES outreach.event_order (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_seat_position_is_one UNIQUE (event_order, position) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_seat_texts_are_bounded CHECK (length(name) BETWEEN 1 AND 200 AND length(need_note) BETWEEN 1 AND 300),
    CONSTRAINT event_seat_double_was_admitted CHECK (doubles >= 0 AND (doubles = 0 OR admitted_at IS NOT NULL))
);
COMMENT ON TABLE outreach.event_seat IS 'A seat with its guest; without a name it is an unnamed guest of the buyer';
COMMENT ON COLUMN outreach.event_seat.needs IS 'Optional; erased seven days after the event';
COMMENT ON COLUMN outreach.event_seat.doubles IS 'Times that the guest was checked in once more';
SELECT platform.audit_attach('outreach.event_seat', '{name,needs,need_note}');

CREATE FUNCTION outreach.event_count_needs(counted uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_object_agg(n.need, n.guests), '{}')
      FROM (SELECT need, count(*) AS guests FROM outreach.event_order o
              JOIN outreach.event_seat s ON s.event_order = o.id CROSS JOIN unnest(s.needs) AS need
             WHERE o.event = counted AND o.state IN ('HELD', 'CONFIRMED') GROUP BY need) n
$$;
COMMENT ON FUNCTION outreach.event_count_needs(uuid) IS 'Expected guests of an event by need';

CREATE TABLE outreach.event_link (
    id          uuid        NOT NULL,
    event_order uuid        NOT NULL,
    token       bytea       NOT NULL,
    made_at     timestamptz NOT NULL,
    CONSTRAINT event_link_pk PRIMARY KEY (id),
    CONSTRAINT event_link_order_fk FOREIGN KEY (event_order) REFERENCES outreach.event_order (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_link_token_is_unique UNIQUE (token)
);
COMMENT ON COLUMN outreach.event_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX event_link_by_order ON outreach.event_link (event_order);
SELECT platform.backup_leave_out('outreach.event_link', 'hashes of secrets; the next letter carries a new link');
