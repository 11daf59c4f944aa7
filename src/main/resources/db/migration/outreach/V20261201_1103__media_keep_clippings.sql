ALTER TABLE outreach.media_pickup ADD COLUMN clipping uuid,
    ADD CONSTRAINT media_pickup_clipping_fk FOREIGN KEY (clipping) REFERENCES platform.document (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN outreach.media_pickup.clipping IS 'The page or the photograph that was kept; null for none';
COMMENT ON TABLE outreach.media_pickup IS 'Where the press spoke of us, a realisation; its tone is not scored';
CREATE INDEX media_pickup_by_clipping ON outreach.media_pickup (clipping);
