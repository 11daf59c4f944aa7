CREATE TABLE outreach.relay_kit (
    id             uuid        NOT NULL,
    version        integer     NOT NULL DEFAULT 1,
    title          text        NOT NULL,
    body           text        NOT NULL,
    url            text,
    picture        uuid,
    alternative    text,
    licence        text        NOT NULL DEFAULT '',
    publish_before date,
    segment        uuid,
    action         uuid,
    created_at     timestamptz NOT NULL,
    sent_at        timestamptz,
    CONSTRAINT relay_kit_pk PRIMARY KEY (id),
    CONSTRAINT relay_kit_segment_fk FOREIGN KEY (segment) REFERENCES directory.segment (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_kit_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT relay_kit_texts_are_bounded CHECK (length(body) BETWEEN 1 AND 10000 AND length(licence) <= 300),
    CONSTRAINT relay_kit_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000),
    CONSTRAINT relay_kit_picture_has_its_words CHECK (picture IS NULL OR length(alternative) BETWEEN 1 AND 500)
);
COMMENT ON TABLE outreach.relay_kit IS 'A text with a picture for the bulletins of member organisations';
COMMENT ON COLUMN outreach.relay_kit.alternative IS 'The picture in words';
SELECT platform.audit_attach('outreach.relay_kit');

CREATE TABLE outreach.relay (
    id             uuid        NOT NULL,
    version        integer     NOT NULL DEFAULT 1,
    kit            uuid        NOT NULL,
    organisation   uuid        NOT NULL,
    person         uuid,
    state          text        NOT NULL,
    declared_on    date,
    channel        text,
    url            text,
    circulation    integer,
    circulation_on date,
    document       uuid,
    changed_at     timestamptz NOT NULL,
    CONSTRAINT relay_pk PRIMARY KEY (id),
    CONSTRAINT relay_kit_fk FOREIGN KEY (kit) REFERENCES outreach.relay_kit (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_is_one_by_organisation UNIQUE (kit, organisation) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_state_is_known CHECK (state IN ('PROPOSED', 'TAKEN', 'DECLARED', 'SEEN', 'KEPT', 'DECLINED')),
    CONSTRAINT relay_declared_has_its_day CHECK (state NOT IN ('DECLARED', 'SEEN', 'KEPT') OR declared_on IS NOT NULL),
    CONSTRAINT relay_seen_somewhere CHECK (state <> 'SEEN' OR url IS NOT NULL),
    CONSTRAINT relay_kept_has_its_document CHECK (state <> 'KEPT' OR document IS NOT NULL),
    CONSTRAINT relay_circulation_is_dated CHECK ((circulation IS NULL) = (circulation_on IS NULL)),
    CONSTRAINT relay_circulation_is_counted CHECK (circulation BETWEEN 1 AND 10000000),
    CONSTRAINT relay_texts_are_bounded CHECK (length(channel) <= 200 AND length(url) <= 1000 AND url ~ '^https?://')
);
COMMENT ON TABLE outreach.relay IS 'A kit at an organisation: proposed, taken, declared, seen, kept';
COMMENT ON COLUMN outreach.relay.person IS 'The contact to whom it was proposed';
COMMENT ON COLUMN outreach.relay.circulation IS 'As the organisation itself stated it on a day; never an estimate';
COMMENT ON COLUMN outreach.relay.document IS 'The page or the photograph that was kept';
CREATE INDEX relay_by_organisation ON outreach.relay (organisation);
CREATE INDEX relay_by_person ON outreach.relay (person);
SELECT platform.audit_attach('outreach.relay');

CREATE TABLE outreach.relay_link (
    id      uuid        NOT NULL,
    relay   uuid        NOT NULL,
    token   bytea       NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT relay_link_pk PRIMARY KEY (id),
    CONSTRAINT relay_link_relay_fk FOREIGN KEY (relay) REFERENCES outreach.relay (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_link_token_is_unique UNIQUE (token)
);
COMMENT ON COLUMN outreach.relay_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX relay_link_by_relay ON outreach.relay_link (relay);
SELECT platform.backup_leave_out('outreach.relay_link', 'hashes of secrets; the next letter carries a new link');
