CREATE SCHEMA IF NOT EXISTS advocacy;

CREATE TABLE advocacy.position (
    id           uuid        NOT NULL,
    version      integer     NOT NULL DEFAULT 1,
    title        text        NOT NULL,
    kind         text        NOT NULL,
    theme        text        NOT NULL,
    country      text,
    mandate      text        NOT NULL,
    mandate_text text        NOT NULL,
    mandate_on   date        NOT NULL,
    line         uuid,
    wording      integer     NOT NULL DEFAULT 1,
    written_by   uuid        NOT NULL,
    written_on   date        NOT NULL,
    read_by      text,
    read_on      date,
    read_wording integer,
    published_on date,
    place        text        NOT NULL DEFAULT '',
    url          text,
    search_form  text        NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title) || ' ' || platform.fold(theme)) STORED,
    CONSTRAINT position_pk PRIMARY KEY (id),
    CONSTRAINT position_kind_is_known CHECK (kind IN ('SPEECH', 'ARTICLE', 'DECLARATION', 'OPEN_LETTER', 'BRIEF')),
    CONSTRAINT position_mandate_is_known CHECK (mandate IN ('RESOLUTION', 'COALITION', 'POLICY')),
    CONSTRAINT position_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT position_texts_are_bounded CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 300
        AND length(theme) BETWEEN 1 AND 100 AND length(mandate_text) BETWEEN 1 AND 500 AND length(place) <= 300),
    CONSTRAINT position_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000),
    CONSTRAINT position_reading_is_whole CHECK (num_nulls(read_by, read_on, read_wording) IN (0, 3)),
    CONSTRAINT position_is_published_once_read CHECK (published_on IS NULL OR (read_wording = wording AND place <> ''))
);
COMMENT ON TABLE advocacy.position IS 'A public position: a speech, an article, a declaration, an open letter or a brief';
COMMENT ON COLUMN advocacy.position.mandate IS 'Why we may speak: a resolution, a coalition''s decision, or a standing policy, with its day';
COMMENT ON COLUMN advocacy.position.wording IS 'Rises with each change of the texts: a second look is at one wording';
COMMENT ON COLUMN advocacy.position.written_by IS 'The account that wrote last; another person reads';
CREATE INDEX position_by_day ON advocacy.position (written_on DESC, id DESC);
CREATE INDEX position_search ON advocacy.position USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('advocacy.position');

CREATE TABLE advocacy.position_text (
    id          uuid NOT NULL,
    position    uuid NOT NULL,
    language    text NOT NULL,
    body        text NOT NULL,
    search_form text NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(body)) STORED,
    CONSTRAINT position_text_pk PRIMARY KEY (id),
    CONSTRAINT position_text_position_fk FOREIGN KEY (position) REFERENCES advocacy.position (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT position_text_is_one_by_language UNIQUE (position, language) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT position_text_language_is_known CHECK (language IN ('fr', 'en', 'es')),
    CONSTRAINT position_text_is_bounded CHECK (length(body) BETWEEN 1 AND 40000)
);
COMMENT ON TABLE advocacy.position_text IS 'The text of a position in a language';
CREATE INDEX position_text_search ON advocacy.position_text USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('advocacy.position_text');

CREATE TABLE advocacy.position_signatory (
    id           uuid NOT NULL,
    position     uuid NOT NULL,
    organisation uuid NOT NULL,
    CONSTRAINT position_signatory_pk PRIMARY KEY (id),
    CONSTRAINT position_signatory_position_fk FOREIGN KEY (position) REFERENCES advocacy.position (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT position_signatory_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT position_signatory_is_one UNIQUE (position, organisation) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE advocacy.position_signatory IS 'An organisation that signs a position with us';
CREATE INDEX position_signatory_by_organisation ON advocacy.position_signatory (organisation);
SELECT platform.audit_attach('advocacy.position_signatory');
