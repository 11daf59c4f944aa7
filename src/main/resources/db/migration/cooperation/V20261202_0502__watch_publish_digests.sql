ALTER TABLE cooperation.watch_digest ADD COLUMN note_count integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN cooperation.watch_digest.note_count IS 'How many partners'' notes it tells in their words; a note that is deleted since still counts';
UPDATE cooperation.watch_digest d SET note_count = (
    SELECT count(*) FROM cooperation.watch_told w JOIN cooperation.watch_item i ON i.id = w.item
    WHERE w.digest = d.id AND i.is_note AND NOT w.refuted);

CREATE VIEW cooperation.watch_partner_digest AS
    SELECT d.id, d.language, d.title, d.body, d.shared_on
    FROM cooperation.watch_digest d
    WHERE d.audience = 'PARTNERS' AND d.shared_on IS NOT NULL AND d.note_count = (
        SELECT count(*) FROM cooperation.watch_told w JOIN cooperation.watch_item i ON i.id = w.item
        LEFT JOIN cooperation.watch_translation t ON t.item = i.id AND t.language = d.language
        WHERE w.digest = d.id AND i.is_note AND NOT w.refuted AND i.audience IN ('PARTNERS', 'EVERYONE')
          AND position(nullif(regexp_replace(btrim(
              CASE WHEN d.language <> 'fr' THEN t.words WHEN i.context = '' THEN i.title ELSE i.title || ' – ' || i.context END,
              E' \t\r\n'), '\s*\n\s*', ' ', 'g'), '') IN d.body) > 0);
COMMENT ON VIEW cooperation.watch_partner_digest IS 'Digests told to partners, for their pages; none with words to which a partner does not say yes now (R-WATCH-4)';
REVOKE INSERT, UPDATE, DELETE ON cooperation.watch_partner_digest FROM ${application};
