ALTER TABLE resources.prospect ADD COLUMN material text,
    ADD CONSTRAINT prospect_material_is_short_text CHECK (length(material) BETWEEN 1 AND 500);
COMMENT ON COLUMN resources.prospect.material IS 'What its follower brings: kits, tools, leaflets, with their links; null for nothing';
