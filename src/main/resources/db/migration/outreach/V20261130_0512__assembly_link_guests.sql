-- A link to a meeting may be that of a guest whom another module convenes, such as a delegate of a member.
ALTER TABLE outreach.assembly_link ADD COLUMN guest uuid,
    ADD CONSTRAINT assembly_link_guest_fk FOREIGN KEY (guest) REFERENCES outreach.vote_named (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE;
CREATE INDEX assembly_link_by_guest ON outreach.assembly_link (guest) WHERE guest IS NOT NULL;
COMMENT ON COLUMN outreach.assembly_link.guest IS 'The guest of another module who answers by it; null for a convened person, or for nobody';
