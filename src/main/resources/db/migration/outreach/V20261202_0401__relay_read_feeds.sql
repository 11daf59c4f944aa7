-- The sites of organisations are read each night, and what may be a kit is proposed as seen (R-MAIL-12).

CREATE TABLE outreach.relay_feed (
    id            uuid        NOT NULL,
    organisation  uuid        NOT NULL,
    url           text        NOT NULL,
    read_at       timestamptz NOT NULL,
    failing_since timestamptz,
    problem       text,
    CONSTRAINT relay_feed_pk PRIMARY KEY (id),
    CONSTRAINT relay_feed_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_feed_is_one_by_organisation UNIQUE (organisation),
    CONSTRAINT relay_feed_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000),
    CONSTRAINT relay_feed_problem_has_its_day CHECK ((problem IS NULL) = (failing_since IS NULL))
);
COMMENT ON TABLE outreach.relay_feed IS 'The feed of an organisation''s site, in which its relays are looked for';
COMMENT ON COLUMN outreach.relay_feed.read_at IS 'The last reading that succeeded';
SELECT platform.audit_attach('outreach.relay_feed', '{read_at,failing_since,problem}');

CREATE TABLE outreach.relay_sighting (
    id           uuid    NOT NULL,
    kit          uuid    NOT NULL,
    organisation uuid    NOT NULL,
    url          text    NOT NULL,
    title        text    NOT NULL,
    published_on date    NOT NULL,
    decided      boolean NOT NULL DEFAULT false,
    CONSTRAINT relay_sighting_pk PRIMARY KEY (id),
    CONSTRAINT relay_sighting_kit_fk FOREIGN KEY (kit) REFERENCES outreach.relay_kit (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_sighting_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_sighting_is_one_by_url UNIQUE (kit, organisation, url),
    CONSTRAINT relay_sighting_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000),
    CONSTRAINT relay_sighting_title_is_bounded CHECK (length(title) BETWEEN 1 AND 300)
);
COMMENT ON TABLE outreach.relay_sighting IS 'A post of an organisation''s site that may be a kit, proposed as seen';
COMMENT ON COLUMN outreach.relay_sighting.decided IS 'Whether a person said that it is the kit or not: it is proposed once';
CREATE INDEX relay_sighting_by_organisation ON outreach.relay_sighting (organisation);
