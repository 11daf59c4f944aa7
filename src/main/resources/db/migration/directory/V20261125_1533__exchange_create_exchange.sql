-- What was said or written with someone, and with whom: each a row of its own with its own version.

CREATE FUNCTION directory.exchange_words(subject text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, subject), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, subject), 'A')
        || setweight(to_tsvector('platform.es'::regconfig, subject), 'A')
        || to_tsvector('platform.fr'::regconfig, body)
        || to_tsvector('platform.en'::regconfig, body)
        || to_tsvector('platform.es'::regconfig, body);

CREATE TABLE directory.exchange (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    happened_on date        NOT NULL,
    channel     text        NOT NULL,
    subject     text        NOT NULL,
    body        text        NOT NULL DEFAULT '',
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    words       tsvector    NOT NULL GENERATED ALWAYS AS (directory.exchange_words(subject, body)) STORED,
    CONSTRAINT exchange_pk PRIMARY KEY (id),
    CONSTRAINT exchange_channel_is_known CHECK (channel IN ('MAIL', 'PHONE', 'MEETING', 'LETTER', 'OTHER')),
    CONSTRAINT exchange_subject_is_short_text CHECK (subject = btrim(subject) AND length(subject) BETWEEN 1 AND 300),
    CONSTRAINT exchange_body_is_bounded CHECK (length(body) <= 20000)
);

COMMENT ON TABLE directory.exchange IS 'A mail, a call, a meeting or a letter with someone; personal data';
COMMENT ON COLUMN directory.exchange.body IS 'What was said, as plain text';
COMMENT ON COLUMN directory.exchange.recorded_by IS 'The account that recorded it';

CREATE INDEX exchange_by_day ON directory.exchange (happened_on DESC, id DESC);
CREATE INDEX exchange_by_words ON directory.exchange USING gin (words);

CREATE TABLE directory.exchange_person (
    exchange uuid NOT NULL,
    person   uuid NOT NULL,
    CONSTRAINT exchange_person_pk PRIMARY KEY (exchange, person),
    CONSTRAINT exchange_person_exchange_fk FOREIGN KEY (exchange) REFERENCES directory.exchange (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exchange_person_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);

COMMENT ON TABLE directory.exchange_person IS 'With which people';

CREATE INDEX exchange_person_by_person ON directory.exchange_person (person, exchange);

CREATE TABLE directory.exchange_organisation (
    exchange     uuid NOT NULL,
    organisation uuid NOT NULL,
    CONSTRAINT exchange_organisation_pk PRIMARY KEY (exchange, organisation),
    CONSTRAINT exchange_organisation_exchange_fk FOREIGN KEY (exchange) REFERENCES directory.exchange (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT exchange_organisation_organisation_fk
        FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE
);

COMMENT ON TABLE directory.exchange_organisation IS 'With which organisations';

CREATE INDEX exchange_organisation_by_organisation ON directory.exchange_organisation (organisation, exchange);

SELECT platform.audit_attach('directory.exchange');
SELECT platform.audit_attach('directory.exchange_person');
SELECT platform.audit_attach('directory.exchange_organisation');
