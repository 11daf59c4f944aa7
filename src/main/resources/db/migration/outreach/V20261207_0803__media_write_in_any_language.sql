-- A release is written first in any language of public pages: French is not required.
ALTER TABLE outreach.media_release ADD COLUMN language text NOT NULL DEFAULT 'fr',
    ALTER COLUMN title_fr DROP NOT NULL, ALTER COLUMN body_fr DROP NOT NULL,
    DROP CONSTRAINT media_release_translation_is_whole,
    ADD CONSTRAINT media_release_translation_is_whole CHECK ((title_fr IS NULL) = (body_fr IS NULL)
        AND (title_en IS NULL) = (body_en IS NULL) AND (title_es IS NULL) = (body_es IS NULL)),
    ADD CONSTRAINT media_release_has_its_first_text CHECK (CASE language WHEN 'fr' THEN title_fr WHEN 'en' THEN title_en
        WHEN 'es' THEN title_es END IS NOT NULL);
COMMENT ON COLUMN outreach.media_release.language IS 'The language in which it is written first, read where another is missing';
