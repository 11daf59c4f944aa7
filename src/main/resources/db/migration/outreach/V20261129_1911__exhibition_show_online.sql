-- Exhibitions shown online: a page for each photograph, with its consent; withdrawn or expired, it is gone.

ALTER TABLE outreach.exhibition ADD COLUMN online_since date;
COMMENT ON COLUMN outreach.exhibition.online_since IS 'Since when its photographs are shown to anyone; null if they are not';

CREATE TABLE outreach.exhibition_picture (
    id            uuid    NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    exhibition    uuid    NOT NULL,
    number        integer NOT NULL,
    document      uuid,
    credit        text    NOT NULL,
    consent       text    NOT NULL,
    consent_scope text    NOT NULL,
    consent_until date,
    withdrawn_on  date,
    CONSTRAINT exhibition_picture_pk PRIMARY KEY (id),
    CONSTRAINT exhibition_picture_exhibition_fk FOREIGN KEY (exhibition) REFERENCES outreach.exhibition (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_picture_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_picture_number_is_one UNIQUE (exhibition, number),
    CONSTRAINT exhibition_picture_number_is_bounded CHECK (number BETWEEN 1 AND 500),
    CONSTRAINT exhibition_picture_scope_is_known CHECK (consent_scope IN ('ONLINE', 'PANELS', 'BOTH')),
    CONSTRAINT exhibition_picture_texts_are_bounded CHECK (length(credit) BETWEEN 1 AND 200 AND length(consent) BETWEEN 1 AND 300)
);
COMMENT ON TABLE outreach.exhibition_picture IS 'A photograph of an exhibition, with the consent by which it is shown (R-EDU-9)';
COMMENT ON COLUMN outreach.exhibition_picture.document IS 'Null once its file was deleted after a withdrawal';
COMMENT ON COLUMN outreach.exhibition_picture.consent IS 'Where the consent is kept, without a name';
CREATE INDEX exhibition_picture_by_document ON outreach.exhibition_picture (document);
CREATE INDEX exhibition_picture_by_consent ON outreach.exhibition_picture (consent_until) WHERE withdrawn_on IS NULL;
SELECT platform.audit_attach('outreach.exhibition_picture');

CREATE TABLE outreach.exhibition_picture_text (
    id          uuid NOT NULL,
    picture     uuid NOT NULL,
    language    text NOT NULL,
    title       text NOT NULL,
    alternative text NOT NULL,
    caption     text NOT NULL DEFAULT '',
    CONSTRAINT exhibition_picture_text_pk PRIMARY KEY (id),
    CONSTRAINT exhibition_picture_text_is_one UNIQUE (picture, language),
    CONSTRAINT exhibition_picture_text_picture_fk FOREIGN KEY (picture) REFERENCES outreach.exhibition_picture (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exhibition_picture_text_language_is_known CHECK (language IN ('fr', 'en', 'es')),
    CONSTRAINT exhibition_picture_text_is_bounded CHECK (length(title) BETWEEN 1 AND 200 AND length(alternative) BETWEEN 1 AND 4000
        AND length(caption) <= 2000)
);
COMMENT ON TABLE outreach.exhibition_picture_text IS 'The title, the full text alternative and the caption of a photograph in a language';
SELECT platform.audit_attach('outreach.exhibition_picture_text');
