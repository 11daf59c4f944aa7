-- How far the name of someone who is sealed was taken out of all that the application keeps, and which backups still hold it.
CREATE TABLE directory.protection_sweep (
    person     uuid        NOT NULL,
    ended_at   timestamptz NOT NULL,
    texts      integer     NOT NULL,
    files      integer     NOT NULL,
    left_files uuid[]      NOT NULL,
    left_in    text[]      NOT NULL,
    backups    text[]      NOT NULL,
    CONSTRAINT protection_sweep_pk PRIMARY KEY (person),
    CONSTRAINT protection_sweep_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON COLUMN directory.protection_sweep.texts IS 'How many rows were changed, all times together';
COMMENT ON COLUMN directory.protection_sweep.left_files IS 'Files that still name her, since the application cannot write them anew';
COMMENT ON COLUMN directory.protection_sweep.left_in IS 'Tables of which a rule kept a row as it was';
COMMENT ON COLUMN directory.protection_sweep.backups IS 'Backups of the folder that hold her name';
SELECT platform.audit_attach('directory.protection_sweep');
