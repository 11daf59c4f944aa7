ALTER TABLE education.internship_reader ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE education.internship_reader ALTER COLUMN id DROP DEFAULT;
ALTER TABLE education.internship_reader ADD CONSTRAINT internship_reader_id_is_unique UNIQUE (id);

CREATE TABLE education.internship_reader_link (
    id      uuid        NOT NULL,
    reader  uuid        NOT NULL,
    token   bytea       NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT internship_reader_link_pk PRIMARY KEY (id),
    CONSTRAINT internship_reader_link_reader_fk FOREIGN KEY (reader) REFERENCES education.internship_reader (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_reader_link_token_is_unique UNIQUE (token)
);
COMMENT ON TABLE education.internship_reader_link IS 'A link by which a reader without an account reads the files of one call, until its decision';
COMMENT ON COLUMN education.internship_reader_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX internship_reader_link_by_reader ON education.internship_reader_link (reader);
SELECT platform.backup_leave_out('education.internship_reader_link', 'hashes of secrets; a new letter carries a new link');
