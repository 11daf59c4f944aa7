-- How things are done here, each a page of its own that serves many actions; what was written of single actions moves in.

CREATE FUNCTION plan.howto_words(title text, text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, title), 'A')
        || to_tsvector('platform.fr'::regconfig, text)
        || to_tsvector('platform.en'::regconfig, text);

CREATE TABLE plan.howto (
    id           uuid     NOT NULL,
    version      integer  NOT NULL DEFAULT 1,
    title        text     NOT NULL,
    text         text     NOT NULL,
    confirmed_on date,
    confirmed_by text,
    doubted_on   date,
    doubt        text     NOT NULL DEFAULT '',
    words        tsvector NOT NULL GENERATED ALWAYS AS (plan.howto_words(title, text)) STORED,
    CONSTRAINT howto_pk PRIMARY KEY (id),
    CONSTRAINT howto_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT howto_text_is_bounded CHECK (length(text) BETWEEN 1 AND 50000),
    CONSTRAINT howto_confirmed_by_someone CHECK ((confirmed_on IS NULL) = (confirmed_by IS NULL)),
    CONSTRAINT howto_doubt_is_short_text CHECK (length(doubt) <= 1000 AND (doubt = '' OR doubted_on IS NOT NULL))
);
COMMENT ON TABLE plan.howto IS 'How something is done here, in Markdown, for who comes next';
COMMENT ON COLUMN plan.howto.version IS 'Of title and text: what was said of them does not change it';
COMMENT ON COLUMN plan.howto.confirmed_on IS 'When someone wrote it or said that it is still true';
COMMENT ON COLUMN plan.howto.doubt IS 'What is to be corrected, in the words of whoever used it';
CREATE INDEX howto_by_words ON plan.howto USING gin (words);

CREATE TABLE plan.howto_line (
    howto  uuid NOT NULL,
    action uuid NOT NULL,
    CONSTRAINT howto_line_pk PRIMARY KEY (howto, action),
    CONSTRAINT howto_line_howto_fk FOREIGN KEY (howto) REFERENCES plan.howto (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT howto_line_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.howto_line IS 'The actions that are done so, of this plan and of others';
CREATE INDEX howto_line_by_action ON plan.howto_line (action);

CREATE TABLE plan.howto_use (
    howto   uuid NOT NULL,
    used_on date NOT NULL,
    CONSTRAINT howto_use_pk PRIMARY KEY (howto),
    CONSTRAINT howto_use_howto_fk FOREIGN KEY (howto) REFERENCES plan.howto (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.howto_use IS 'The day of the last use; by whom is not kept';

SELECT platform.audit_attach('plan.howto');
SELECT platform.audit_attach('plan.howto_line');

INSERT INTO plan.howto (id, title, text)
SELECT h.action, btrim(left(regexp_replace(btrim(coalesce(a.title, a.text)), '\s+', ' ', 'g'), 120)), h.text
FROM plan.actionplan_how_to h JOIN plan.actionplan_action a ON a.id = h.action;

INSERT INTO plan.howto_line (howto, action) SELECT action, action FROM plan.actionplan_how_to;

DROP TABLE plan.actionplan_how_to;
