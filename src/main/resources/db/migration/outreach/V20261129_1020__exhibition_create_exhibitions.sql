-- Travelling exhibitions: panels, bookings that never overlap with their buffers, condition reports, damage.

CREATE TABLE outreach.exhibition (
    id               uuid    NOT NULL,
    version          integer NOT NULL DEFAULT 1,
    title            text    NOT NULL,
    panels           integer NOT NULL,
    insured_value    integer NOT NULL,
    space_metres     integer NOT NULL,
    travel_dismount  integer NOT NULL,
    travel_transport integer NOT NULL,
    travel_mount     integer NOT NULL,
    responsible      uuid,
    action           uuid,
    CONSTRAINT exhibition_pk PRIMARY KEY (id),
    CONSTRAINT exhibition_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_title_is_short_text CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT exhibition_figures_are_plausible CHECK (
        panels BETWEEN 1 AND 500 AND insured_value BETWEEN 0 AND 10000000 AND space_metres BETWEEN 1 AND 2000),
    CONSTRAINT exhibition_buffers_are_days CHECK (
        travel_dismount BETWEEN 0 AND 30 AND travel_transport BETWEEN 0 AND 30 AND travel_mount BETWEEN 0 AND 30)
);
COMMENT ON TABLE outreach.exhibition IS 'An exhibition on panels that travels from host to host';
COMMENT ON COLUMN outreach.exhibition.insured_value IS 'For the insurance, in whole Canadian dollars';
COMMENT ON COLUMN outreach.exhibition.action IS 'The line of the plan that its stops serve';
CREATE INDEX exhibition_by_responsible ON outreach.exhibition (responsible);
SELECT platform.audit_attach('outreach.exhibition');

CREATE TABLE outreach.exhibition_booking (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    exhibition     uuid    NOT NULL,
    host           uuid    NOT NULL,
    place          text,
    city           text    NOT NULL,
    contact        text,
    asked_on       date    NOT NULL,
    open_from      date    NOT NULL,
    open_to        date    NOT NULL,
    held_from      date    NOT NULL,
    held_to        date    NOT NULL,
    state          text    NOT NULL,
    space_note     text,
    security_note  text,
    contract_on    date,
    nail_to_nail   boolean NOT NULL DEFAULT false,
    host_liability boolean NOT NULL DEFAULT false,
    transport_on   date,
    people         integer,
    settled_on     date,
    settlement     text,
    reason         text,
    CONSTRAINT exhibition_booking_pk PRIMARY KEY (id),
    CONSTRAINT exhibition_booking_exhibition_fk FOREIGN KEY (exhibition) REFERENCES outreach.exhibition (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_booking_host_fk FOREIGN KEY (host) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_booking_state_is_known CHECK (state IN (
        'INTEREST', 'CHECKED', 'RESERVED', 'CONTRACT', 'OUT', 'RETURNED', 'DAMAGED', 'DECLINED', 'CANCELLED')),
    CONSTRAINT exhibition_booking_days_in_order CHECK (
        held_from <= open_from AND open_from <= open_to AND open_to <= held_to),
    CONSTRAINT exhibition_booking_one_at_a_time EXCLUDE USING gist
        (exhibition WITH =, daterange(held_from, held_to, '[]') WITH &&)
        WHERE (state IN ('RESERVED', 'CONTRACT', 'OUT', 'RETURNED', 'DAMAGED')) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_booking_is_checked_first CHECK (
        state IN ('INTEREST', 'DECLINED', 'CANCELLED') OR (space_note IS NOT NULL AND security_note IS NOT NULL)),
    CONSTRAINT exhibition_booking_leaves_under_contract CHECK (
        state NOT IN ('CONTRACT', 'OUT', 'RETURNED', 'DAMAGED') OR (contract_on IS NOT NULL AND nail_to_nail AND host_liability)),
    CONSTRAINT exhibition_booking_end_has_a_reason CHECK ((state IN ('DECLINED', 'CANCELLED')) = (reason IS NOT NULL)),
    CONSTRAINT exhibition_booking_settlement_is_whole CHECK ((settled_on IS NULL) = (settlement IS NULL)),
    CONSTRAINT exhibition_booking_people_are_counted CHECK (people BETWEEN 0 AND 1000000),
    CONSTRAINT exhibition_booking_texts_are_short CHECK (
        length(place) BETWEEN 1 AND 200 AND length(city) BETWEEN 1 AND 100 AND length(contact) BETWEEN 1 AND 200
        AND length(space_note) BETWEEN 1 AND 1000 AND length(security_note) BETWEEN 1 AND 1000
        AND length(settlement) BETWEEN 1 AND 1000 AND length(reason) BETWEEN 1 AND 500)
);
COMMENT ON TABLE outreach.exhibition_booking IS 'A stop of an exhibition at a host, from the first interest to the return (R-EVT-11)';
COMMENT ON COLUMN outreach.exhibition_booking.held_from IS 'First day of mounting';
COMMENT ON COLUMN outreach.exhibition_booking.held_to IS 'Last day of dismantling and of the transport that follows';
COMMENT ON COLUMN outreach.exhibition_booking.contact IS 'Whom to reach at the host; deleted once the stop is over';
COMMENT ON COLUMN outreach.exhibition_booking.nail_to_nail IS 'The insurance from nail to nail is attested';
COMMENT ON COLUMN outreach.exhibition_booking.host_liability IS 'The host proved its liability insurance';
COMMENT ON COLUMN outreach.exhibition_booking.settled_on IS 'When the damage was repaired, replaced or paid';
CREATE INDEX exhibition_booking_by_exhibition ON outreach.exhibition_booking (exhibition, open_from);
CREATE INDEX exhibition_booking_by_host ON outreach.exhibition_booking (host);
SELECT platform.audit_attach('outreach.exhibition_booking');

CREATE TABLE outreach.exhibition_report (
    id      uuid NOT NULL,
    booking uuid NOT NULL,
    moment  text NOT NULL,
    made_on date NOT NULL,
    made_by text NOT NULL,
    CONSTRAINT exhibition_report_pk PRIMARY KEY (id),
    CONSTRAINT exhibition_report_booking_fk FOREIGN KEY (booking) REFERENCES outreach.exhibition_booking (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_report_is_one_of_two UNIQUE (booking, moment),
    CONSTRAINT exhibition_report_moment_is_known CHECK (moment IN ('DEPARTURE', 'RETURN')),
    CONSTRAINT exhibition_report_maker_is_short_text CHECK (length(made_by) BETWEEN 1 AND 200)
);
COMMENT ON TABLE outreach.exhibition_report IS 'Condition before packing and after unpacking: the insurance covers the days between the two (R-EVT-11)';
SELECT platform.audit_attach('outreach.exhibition_report');

CREATE TABLE outreach.exhibition_damage (
    id     uuid    NOT NULL,
    report uuid    NOT NULL,
    panel  integer NOT NULL,
    damage text    NOT NULL,
    CONSTRAINT exhibition_damage_pk PRIMARY KEY (id),
    CONSTRAINT exhibition_damage_report_fk FOREIGN KEY (report) REFERENCES outreach.exhibition_report (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_damage_once_a_panel UNIQUE (report, panel),
    CONSTRAINT exhibition_damage_panel_is_a_number CHECK (panel BETWEEN 1 AND 500),
    CONSTRAINT exhibition_damage_is_short_text CHECK (length(damage) BETWEEN 1 AND 500)
);
COMMENT ON TABLE outreach.exhibition_damage IS 'A damaged panel: known before packing, or new after unpacking';
SELECT platform.audit_attach('outreach.exhibition_damage');

CREATE TABLE outreach.exhibition_photograph (
    document uuid NOT NULL,
    report   uuid NOT NULL,
    CONSTRAINT exhibition_photograph_pk PRIMARY KEY (document),
    CONSTRAINT exhibition_photograph_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_photograph_report_fk FOREIGN KEY (report) REFERENCES outreach.exhibition_report (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE outreach.exhibition_photograph IS 'Photographs of a report; platform.document keeps the files';
CREATE INDEX exhibition_photograph_by_report ON outreach.exhibition_photograph (report);
SELECT platform.audit_attach('outreach.exhibition_photograph');
