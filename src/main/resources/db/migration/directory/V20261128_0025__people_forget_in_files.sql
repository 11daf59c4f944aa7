-- Stored files are gone through after somebody is forgotten: how she was called is kept sealed until then, and no longer.
CREATE TABLE directory.people_forgetting (
    person     uuid        NOT NULL,
    sealed     text,
    ended_at   timestamptz,
    left_files uuid[]      NOT NULL DEFAULT '{}',
    CONSTRAINT people_forgetting_pk PRIMARY KEY (person),
    CONSTRAINT people_forgetting_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT people_forgetting_knows_her_until_its_end CHECK ((sealed IS NULL) = (ended_at IS NOT NULL))
);
COMMENT ON TABLE directory.people_forgetting IS 'How far the name of who was forgotten was taken out of stored files';
COMMENT ON COLUMN directory.people_forgetting.sealed IS 'How she was called and reached, under the keys';
COMMENT ON COLUMN directory.people_forgetting.left_files IS 'Files that still name her and cannot be written anew';
SELECT platform.audit_attach('directory.people_forgetting', '{sealed}');
