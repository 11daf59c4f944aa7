-- A link to a meeting may be that of a guest whom another module convenes, such as a delegate of a member.
ALTER TABLE outreach.assembly_link ADD COLUMN guest uuid;
COMMENT ON COLUMN outreach.assembly_link.guest IS 'The guest of another module who answers by it; null for a convened person, or for nobody';
