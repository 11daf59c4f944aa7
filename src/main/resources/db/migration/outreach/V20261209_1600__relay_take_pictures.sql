-- A kit made of the text of an issue takes the picture of that text, with its credit, as long as it may be shown (R-MAIL-12).

ALTER TABLE outreach.relay_kit
    ADD COLUMN credit text NOT NULL DEFAULT '',
    ADD COLUMN source_picture uuid,
    ADD CONSTRAINT relay_kit_credit_is_bounded CHECK (length(credit) <= 200),
    ADD CONSTRAINT relay_kit_source_picture_has_its_words
        CHECK (source_picture IS NULL OR (source IS NOT NULL AND length(alternative) BETWEEN 1 AND 500));
COMMENT ON COLUMN outreach.relay_kit.credit IS 'Author and licence of the picture';
COMMENT ON COLUMN outreach.relay_kit.source_picture IS
    'File of the picture of its source, which owns it: the kit shows it as long as the source does';
