-- After an erasure, the page tells how many texts still name the person, and where.
ALTER TABLE directory.people_forgetting ADD COLUMN left_places jsonb;
COMMENT ON COLUMN directory.people_forgetting.left_places IS 'The number of rows that still name the person, by table; null where they were not counted';

-- Read by this module alone since it judges which addresses are shared.
DROP VIEW directory.people_organisation_contact;
