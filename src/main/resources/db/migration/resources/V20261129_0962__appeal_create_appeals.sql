-- Appeals for gifts: of our own, each with a restricted fund of its own, or relayed for others, without money here.

CREATE TABLE resources.appeal (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    kind         text    NOT NULL,
    code         text    NOT NULL,
    french_title  text    NOT NULL,
    french_text   text    NOT NULL,
    english_title text,
    english_text  text,
    spanish_title text,
    spanish_text  text,
    partner      uuid,
    purpose      text    NOT NULL,
    target       numeric(16, 2),
    fund         uuid,
    opens_on     date    NOT NULL,
    closes_on    date,
    link         text    NOT NULL,
    shows_raised boolean NOT NULL,
    CONSTRAINT appeal_pk PRIMARY KEY (id),
    CONSTRAINT appeal_code_key UNIQUE (code),
    CONSTRAINT appeal_fund_key UNIQUE (fund),
    CONSTRAINT appeal_partner_fk FOREIGN KEY (partner) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT appeal_fund_fk FOREIGN KEY (fund) REFERENCES resources.fund (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT appeal_kind_is_known CHECK (kind IN ('OWN', 'RELAYED')),
    CONSTRAINT appeal_relayed_has_link_and_no_money
        CHECK (CASE kind WHEN 'OWN' THEN fund IS NOT NULL ELSE fund IS NULL AND target IS NULL AND link <> '' END),
    CONSTRAINT appeal_closes_after_opening CHECK (closes_on >= opens_on),
    CONSTRAINT appeal_target_is_above_zero CHECK (target > 0),
    CONSTRAINT appeal_code_is_slug CHECK (code ~ '^[a-z0-9-]{1,100}$'),
    CONSTRAINT appeal_link_is_web CHECK (link = '' OR link ~ '^https?://'),
    CONSTRAINT appeal_translation_is_whole CHECK ((english_title IS NULL) = (english_text IS NULL)
        AND (spanish_title IS NULL) = (spanish_text IS NULL)),
    CONSTRAINT appeal_texts_are_short CHECK (length(purpose) BETWEEN 1 AND 2000 AND length(link) <= 500
        AND length(french_title) BETWEEN 1 AND 200 AND length(french_text) BETWEEN 1 AND 10000
        AND length(english_title) BETWEEN 1 AND 200 AND length(english_text) BETWEEN 1 AND 10000
        AND length(spanish_title) BETWEEN 1 AND 200 AND length(spanish_text) BETWEEN 1 AND 10000)
);
COMMENT ON TABLE resources.appeal IS 'An appeal for gifts: of our own, with its restricted fund, or relayed for others, without money here';
COMMENT ON COLUMN resources.appeal.fund IS 'The fund of this appeal alone: a gift to it is a gift to the appeal';
COMMENT ON COLUMN resources.appeal.code IS 'The last part of its public address';
COMMENT ON COLUMN resources.appeal.link IS 'Where one gives on line, outside; empty for none';
COMMENT ON COLUMN resources.appeal.shows_raised IS 'Whether its public page tells what was raised and what became of it';
CREATE INDEX appeal_by_opening ON resources.appeal (opens_on DESC, id DESC);
SELECT platform.audit_attach('resources.appeal');

CREATE TABLE resources.appeal_letter (
    id      uuid NOT NULL,
    appeal  uuid NOT NULL,
    person  uuid NOT NULL,
    CONSTRAINT appeal_letter_pk PRIMARY KEY (id),
    CONSTRAINT appeal_letter_appeal_fk FOREIGN KEY (appeal) REFERENCES resources.appeal (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT appeal_letter_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE resources.appeal_letter IS 'A letter of an appeal to a person, so that nobody gets it twice';
CREATE INDEX appeal_letter_by_appeal ON resources.appeal_letter (appeal, person);
CREATE INDEX appeal_letter_by_person ON resources.appeal_letter (person);
SELECT platform.audit_attach('resources.appeal_letter');

CREATE VIEW resources.appeal_period AS
SELECT fund, opens_on, closes_on FROM resources.appeal WHERE fund IS NOT NULL;
COMMENT ON VIEW resources.appeal_period IS 'When gifts can go to the fund of an appeal';
REVOKE INSERT, UPDATE, DELETE ON resources.appeal_period FROM ${application};
