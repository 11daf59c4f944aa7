-- What is public and may name a person who is sealed is shown to nobody outside until a person decides.
CREATE TABLE platform.shell_withheld (
    id    uuid        NOT NULL,
    page  text        NOT NULL,
    cause uuid        NOT NULL,
    since timestamptz NOT NULL,
    CONSTRAINT shell_withheld_pk PRIMARY KEY (id, cause),
    CONSTRAINT shell_withheld_page_is_short CHECK (length(page) <= 300)
);
COMMENT ON TABLE platform.shell_withheld IS 'Public records that nobody outside sees until a person decides, without a word of what they say';
COMMENT ON COLUMN platform.shell_withheld.page IS 'Of the record here, which tells why it is withheld';
COMMENT ON COLUMN platform.shell_withheld.cause IS 'The sealed person';
CREATE INDEX shell_withheld_by_page ON platform.shell_withheld (page);
SELECT platform.audit_attach('platform.shell_withheld');

CREATE FUNCTION platform.is_withheld(record uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM platform.shell_withheld w WHERE w.id = record)
$$;
COMMENT ON FUNCTION platform.is_withheld IS 'Whether a record is shown to nobody outside until a person decides';
