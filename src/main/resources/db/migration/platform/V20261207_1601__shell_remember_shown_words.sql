ALTER TABLE platform.shell_withheld ADD COLUMN shown_words text;
COMMENT ON COLUMN platform.shell_withheld.shown_words IS 'Digest of the words that a person decided to show again; null while they are withheld';

CREATE OR REPLACE FUNCTION platform.is_withheld(record uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM platform.shell_withheld w WHERE w.id = record AND w.shown_words IS NULL)
$$;
