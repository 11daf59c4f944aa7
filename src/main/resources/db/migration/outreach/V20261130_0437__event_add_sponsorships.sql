-- Sponsors of an event (R-EVT-9b): a proposal, the decision about it, and what was promised in return.
CREATE TABLE outreach.event_sponsorship (
    id            uuid    NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    event         uuid    NOT NULL,
    organisation  uuid    NOT NULL,
    amount        numeric(12, 2),
    in_kind       text,
    counterparts  text    NOT NULL,
    named         boolean NOT NULL,
    state         text    NOT NULL DEFAULT 'PROPOSED',
    checked       text,
    reason        text,
    decision_body text,
    decided_on    date,
    resolution    text,
    invoice       uuid,
    CONSTRAINT event_sponsorship_pk PRIMARY KEY (id),
    CONSTRAINT event_sponsorship_event_fk FOREIGN KEY (event) REFERENCES outreach.event (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_sponsorship_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_sponsorship_state_is_known CHECK (state IN ('PROPOSED', 'ACCEPTED', 'REFUSED', 'ENDED')),
    CONSTRAINT event_sponsorship_brings_something CHECK (num_nonnulls(amount, in_kind) > 0 AND amount > 0),
    CONSTRAINT event_sponsorship_is_decided CHECK (state = 'PROPOSED' OR num_nonnulls(decision_body, decided_on) = 2),
    CONSTRAINT event_sponsorship_is_checked CHECK (state NOT IN ('ACCEPTED', 'ENDED') OR checked IS NOT NULL),
    CONSTRAINT event_sponsorship_has_its_reason CHECK (state NOT IN ('REFUSED', 'ENDED') OR reason IS NOT NULL),
    CONSTRAINT event_sponsorship_invoice_follows CHECK (
        invoice IS NULL OR (amount IS NOT NULL AND state IN ('ACCEPTED', 'ENDED'))),
    CONSTRAINT event_sponsorship_texts_are_bounded CHECK (length(in_kind) BETWEEN 1 AND 500 AND length(counterparts) <= 3000
        AND length(checked) BETWEEN 1 AND 1000 AND length(reason) BETWEEN 1 AND 1000
        AND length(decision_body) BETWEEN 1 AND 200 AND length(resolution) BETWEEN 1 AND 100)
);
COMMENT ON TABLE outreach.event_sponsorship IS 'What an organisation gives for an event, and what it is promised in return';
COMMENT ON COLUMN outreach.event_sponsorship.counterparts IS 'One by line; each is a task once the sponsorship is accepted';
COMMENT ON COLUMN outreach.event_sponsorship.named IS 'Whether the public page names it, once accepted';
COMMENT ON COLUMN outreach.event_sponsorship.checked IS 'How its conduct was checked against the mission, before the acceptance';
CREATE INDEX event_sponsorship_by_event ON outreach.event_sponsorship (event);
CREATE INDEX event_sponsorship_by_organisation ON outreach.event_sponsorship (organisation);
SELECT platform.audit_attach('outreach.event_sponsorship');
