-- The links with which a phone checks people in at a door for one evening, and what each phone noted there.

CREATE TABLE platform.door_link (
    id          uuid        NOT NULL,
    door        text        NOT NULL,
    subject     uuid        NOT NULL,
    holder      text        NOT NULL,
    language    text        NOT NULL,
    token       bytea       NOT NULL,
    public_key  text        NOT NULL,
    private_key text        NOT NULL,
    made_at     timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    last_at     timestamptz,
    devices     text[]      NOT NULL DEFAULT '{}',
    revoked_at  timestamptz,
    CONSTRAINT door_link_pk PRIMARY KEY (id),
    CONSTRAINT door_link_token_is_unique UNIQUE (token),
    CONSTRAINT door_link_holder_is_short_text CHECK (holder = btrim(holder) AND length(holder) BETWEEN 1 AND 200),
    CONSTRAINT door_link_has_few_devices CHECK (cardinality(devices) <= 100),
    CONSTRAINT door_link_ends CHECK (until > made_at)
);
COMMENT ON TABLE platform.door_link IS 'A link to the door of one evening, given to one person';
COMMENT ON COLUMN platform.door_link.door IS 'The kind of door, as its module names it';
COMMENT ON COLUMN platform.door_link.subject IS 'The event or the meeting';
COMMENT ON COLUMN platform.door_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
COMMENT ON COLUMN platform.door_link.devices IS 'The phones that read the list; they alone may send after the end';
COMMENT ON COLUMN platform.door_link.private_key IS 'Sealed; opens what phones encrypted with the public key';
CREATE INDEX door_link_by_subject ON platform.door_link (door, subject);
SELECT platform.backup_leave_out('platform.door_link', 'hashes of secrets and a key; a new link is a gesture away');

CREATE TABLE platform.door_entry (
    link        uuid        NOT NULL,
    device      text        NOT NULL,
    sequence    integer     NOT NULL,
    position    integer     NOT NULL,
    move        text        NOT NULL,
    guest       uuid        NOT NULL,
    alias       uuid,
    noted_at    timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    outcome     text        NOT NULL,
    CONSTRAINT door_entry_pk PRIMARY KEY (link, device, sequence, position),
    CONSTRAINT door_entry_link_fk FOREIGN KEY (link) REFERENCES platform.door_link (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT door_entry_device_is_short CHECK (length(device) BETWEEN 1 AND 64),
    CONSTRAINT door_entry_move_is_known CHECK (move IN ('ENTER', 'LEAVE', 'RETURN', 'UNDO', 'ADD')),
    CONSTRAINT door_entry_outcome_is_known CHECK (outcome IN ('DONE', 'DOUBLE', 'LATE', 'REFUSED'))
);
COMMENT ON TABLE platform.door_entry IS 'What a phone noted at a door, received once; without names';
COMMENT ON COLUMN platform.door_entry.alias IS 'The id that the phone gave to a guest that it added';
COMMENT ON COLUMN platform.door_entry.noted_at IS 'The time of the phone, corrected by its difference from the server''s';
CREATE INDEX door_entry_by_guest ON platform.door_entry (guest, received_at);
SELECT platform.backup_leave_out('platform.door_entry', 'belongs to links that are left out; what it changed is in the guests');
