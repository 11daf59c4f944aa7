-- A picture in a block of an issue, with its words, its credit and the consent of the people who can be recognised in it.

CREATE TABLE outreach.newsletter_picture (
    id            uuid    NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    block         uuid    NOT NULL,
    document      uuid    NOT NULL,
    width         integer NOT NULL,
    height        integer NOT NULL,
    credit        text    NOT NULL,
    people        text    NOT NULL,
    consent       text    NOT NULL DEFAULT '',
    consent_until date,
    CONSTRAINT newsletter_picture_pk PRIMARY KEY (id),
    CONSTRAINT newsletter_picture_block_is_one UNIQUE (block),
    CONSTRAINT newsletter_picture_block_fk FOREIGN KEY (block) REFERENCES outreach.newsletter_block (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_picture_size_is_positive CHECK (width > 0 AND height > 0),
    CONSTRAINT newsletter_picture_people_are_known CHECK (people IN ('NOBODY', 'AGREED')),
    CONSTRAINT newsletter_picture_of_people_has_consent CHECK (people = 'NOBODY' OR consent <> ''),
    CONSTRAINT newsletter_picture_texts_are_bounded CHECK (length(credit) BETWEEN 1 AND 200 AND length(consent) <= 300)
);
COMMENT ON TABLE outreach.newsletter_picture IS 'The picture of a block of an issue (R-MAIL-15)';
COMMENT ON COLUMN outreach.newsletter_picture.credit IS 'Author and licence, shown below the picture';
COMMENT ON COLUMN outreach.newsletter_picture.people IS 'Whether people can be recognised in it: nobody, or people who agreed';
COMMENT ON COLUMN outreach.newsletter_picture.consent IS 'Where their consent is kept';
COMMENT ON COLUMN outreach.newsletter_picture.consent_until IS 'Its last day; null if it has no end';
CREATE INDEX newsletter_picture_by_consent ON outreach.newsletter_picture (consent_until) WHERE consent_until IS NOT NULL;
SELECT platform.audit_attach('outreach.newsletter_picture');

CREATE TABLE outreach.newsletter_picture_text (
    id          uuid NOT NULL,
    picture     uuid NOT NULL,
    language    text NOT NULL,
    alternative text NOT NULL,
    CONSTRAINT newsletter_picture_text_pk PRIMARY KEY (id),
    CONSTRAINT newsletter_picture_text_language_is_one UNIQUE (picture, language),
    CONSTRAINT newsletter_picture_text_picture_fk FOREIGN KEY (picture) REFERENCES outreach.newsletter_picture (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT newsletter_picture_text_is_bounded CHECK (length(alternative) BETWEEN 1 AND 500)
);
COMMENT ON TABLE outreach.newsletter_picture_text IS 'What a picture of an issue shows, in words, by language';
SELECT platform.audit_attach('outreach.newsletter_picture_text');
