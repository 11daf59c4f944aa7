-- Thematic dossiers: a theme with the words by which its content is found, and what we know about it.

CREATE TABLE directory.theme (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    name       text    NOT NULL,
    words      text    NOT NULL DEFAULT '',
    known      text    NOT NULL DEFAULT '',
    revised_on date,
    sources    text    NOT NULL DEFAULT '',
    CONSTRAINT theme_pk PRIMARY KEY (id),
    CONSTRAINT theme_revision_is_dated CHECK ((known = '') = (revised_on IS NULL)),
    CONSTRAINT theme_texts_are_bounded CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 100 AND length(words) <= 500
        AND length(known) <= 8000 AND length(sources) <= 4000)
);
COMMENT ON TABLE directory.theme IS 'A theme of our work; its page is a dossier to which every module contributes';
COMMENT ON COLUMN directory.theme.words IS 'Other words by which its content is found, separated by commas';
COMMENT ON COLUMN directory.theme.sources IS 'Of what we know, one on each line';
CREATE UNIQUE INDEX theme_name_is_one ON directory.theme (platform.fold(name));
SELECT platform.audit_attach('directory.theme');
