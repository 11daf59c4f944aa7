-- Anyone downloads an edition, as long as the people that it shows agree: a portrait is outside the licence (R-EDU-5).
ALTER TABLE education.tool_edition
    ADD COLUMN address text,
    ADD CONSTRAINT tool_edition_address_is_an_address CHECK (address ~ '^https?://' AND length(address) <= 1000);
COMMENT ON COLUMN education.tool_edition.address IS 'Where the file is; anyone is led there as long as every consent lasts';

CREATE TABLE education.tool_consent (
    id           uuid NOT NULL,
    edition      uuid NOT NULL,
    shown        text NOT NULL,
    kept_at      text NOT NULL,
    until_on     date,
    withdrawn_on date,
    CONSTRAINT tool_consent_pk PRIMARY KEY (id),
    CONSTRAINT tool_consent_edition_fk FOREIGN KEY (edition) REFERENCES education.tool_edition (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT tool_consent_texts_are_short CHECK (length(shown) BETWEEN 1 AND 200 AND length(kept_at) BETWEEN 1 AND 200)
);
COMMENT ON TABLE education.tool_consent IS 'The consent of people shown or quoted in an edition';
COMMENT ON COLUMN education.tool_consent.shown IS 'The page and the picture or testimony, without a name';
COMMENT ON COLUMN education.tool_consent.kept_at IS 'Where the signed consent is';
CREATE INDEX tool_consent_by_edition ON education.tool_consent (edition);
SELECT platform.audit_attach('education.tool_consent');
