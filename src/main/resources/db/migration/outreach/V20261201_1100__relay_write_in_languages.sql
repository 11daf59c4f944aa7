-- A kit in the languages of its readers, and a short text beside the whole one (R-MAIL-12).

ALTER TABLE outreach.relay_kit ADD COLUMN short_text text,
    ADD CONSTRAINT relay_kit_short_text_is_bounded CHECK (length(short_text) BETWEEN 1 AND 600);
COMMENT ON COLUMN outreach.relay_kit.short_text IS 'About forty words, for a bulletin that has room for no more; null if none is offered';
COMMENT ON COLUMN outreach.relay_kit.body IS 'In the first language of the organisation; the others are in relay_text';

CREATE TABLE outreach.relay_text (
    id          uuid NOT NULL,
    kit         uuid NOT NULL,
    language    text NOT NULL,
    title       text NOT NULL,
    body        text NOT NULL,
    short_text  text,
    alternative text,
    CONSTRAINT relay_text_pk PRIMARY KEY (id),
    CONSTRAINT relay_text_is_one_by_language UNIQUE (kit, language),
    CONSTRAINT relay_text_kit_fk FOREIGN KEY (kit) REFERENCES outreach.relay_kit (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT relay_text_language_is_known CHECK (language IN ('fr', 'en', 'es')),
    CONSTRAINT relay_text_is_bounded CHECK (length(title) BETWEEN 1 AND 200 AND length(body) BETWEEN 1 AND 10000
        AND length(short_text) BETWEEN 1 AND 600 AND length(alternative) BETWEEN 1 AND 500)
);
COMMENT ON TABLE outreach.relay_text IS 'The text of a kit in another language than the first of the organisation';
SELECT platform.audit_attach('outreach.relay_text');
