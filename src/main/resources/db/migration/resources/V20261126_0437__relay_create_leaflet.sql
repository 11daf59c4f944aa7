-- What each member's membership made possible, as it was made: kept as the file that was handed over, one for a member and a
-- period at a time. One that was made anew stays beside the one that took its place.

CREATE TABLE resources.relay_leaflet (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    period_from  date        NOT NULL,
    period_to    date        NOT NULL,
    language     text        NOT NULL,
    document     uuid        NOT NULL,
    digest       text        NOT NULL,
    stories      integer     NOT NULL,
    silenced     integer     NOT NULL,
    made_at      timestamptz NOT NULL,
    replaced_at  timestamptz,
    CONSTRAINT relay_leaflet_pk PRIMARY KEY (id),
    CONSTRAINT relay_leaflet_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_leaflet_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_leaflet_period_begins_before_it_ends CHECK (period_from <= period_to),
    CONSTRAINT relay_leaflet_language_is_known CHECK (language IN ('fr', 'en')),
    CONSTRAINT relay_leaflet_digest_is_one CHECK (digest ~ '^[0-9a-f]{64}$'),
    CONSTRAINT relay_leaflet_counts_are_sound CHECK (stories >= 0 AND silenced >= 0),
    CONSTRAINT relay_leaflet_is_replaced_later CHECK (replaced_at >= made_at)
);
COMMENT ON TABLE resources.relay_leaflet IS 'What a membership made possible in a period, as it was told to the member';
COMMENT ON COLUMN resources.relay_leaflet.period_from IS 'First day of the period that was asked for';
COMMENT ON COLUMN resources.relay_leaflet.digest IS 'Of all that it says: what says the same is not made again';
COMMENT ON COLUMN resources.relay_leaflet.stories IS 'How many realisations it tells';
COMMENT ON COLUMN resources.relay_leaflet.silenced IS 'How many titles and texts it leaves out because somebody is named in them';
COMMENT ON COLUMN resources.relay_leaflet.replaced_at IS 'When another took its place; null for the one that stands';
CREATE UNIQUE INDEX relay_leaflet_stands_once ON resources.relay_leaflet (organisation, period_from, period_to)
    WHERE replaced_at IS NULL;
CREATE INDEX relay_leaflet_by_period ON resources.relay_leaflet (period_from, period_to) WHERE replaced_at IS NULL;
CREATE INDEX relay_leaflet_by_document ON resources.relay_leaflet (document);

SELECT platform.audit_attach('resources.relay_leaflet');
