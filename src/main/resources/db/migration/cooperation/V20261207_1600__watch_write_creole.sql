ALTER TABLE cooperation.watch_translation DROP CONSTRAINT watch_translation_language_is_known;
ALTER TABLE cooperation.watch_translation ADD CONSTRAINT watch_translation_language_is_known CHECK (language IN ('en', 'es', 'ht'));
ALTER TABLE cooperation.watch_digest DROP CONSTRAINT watch_digest_language_is_known;
ALTER TABLE cooperation.watch_digest ADD CONSTRAINT watch_digest_language_is_known
    CHECK (language IN ('fr', 'en', 'es') OR (language = 'ht' AND audience = 'PARTNERS' AND handed_on IS NULL));
