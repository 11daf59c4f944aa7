-- What could not be searched for a name is listed, and is not taken for clean.
ALTER TABLE directory.protection_sweep
    ADD COLUMN unread_files   uuid[]  NOT NULL DEFAULT '{}',
    ADD COLUMN unread_backups text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN finished       boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN directory.protection_sweep.unread_files IS 'Files that could not be read in full, so that the name may be in them';
COMMENT ON COLUMN directory.protection_sweep.unread_backups IS 'Backups of the folder that could not be read in full';
COMMENT ON COLUMN directory.protection_sweep.finished IS 'Whether the latest sweep reached its end, with no old version of a row left on the disk';

ALTER TABLE directory.people_forgetting ADD COLUMN unread_files uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN directory.people_forgetting.unread_files IS 'Files that could not be read in full, so that the name may be in them';
