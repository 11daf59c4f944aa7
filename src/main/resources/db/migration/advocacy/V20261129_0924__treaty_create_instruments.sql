-- Treaties, bills and corporate cases, country by country: dated facts with their source and next check, and our asks.

CREATE SCHEMA IF NOT EXISTS advocacy;

CREATE TABLE advocacy.treaty (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    kind    text    NOT NULL,
    code    text    NOT NULL,
    title   text    NOT NULL,
    aim     text    NOT NULL,
    url     text    NOT NULL DEFAULT '',
    CONSTRAINT treaty_pk PRIMARY KEY (id),
    CONSTRAINT treaty_code_is_one UNIQUE (code) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT treaty_kind_is_known CHECK (kind IN ('TREATY', 'BILL', 'CASE')),
    CONSTRAINT treaty_aim_is_known CHECK (aim IN ('RATIFICATION', 'IMPLEMENTATION', 'ADOPTION', 'REPARATION')),
    CONSTRAINT treaty_texts_are_bounded CHECK (length(code) BETWEEN 1 AND 40 AND length(title) BETWEEN 1 AND 300
        AND length(url) <= 1000)
);
COMMENT ON TABLE advocacy.treaty IS 'A treaty, a bill or a corporate case that we follow';
SELECT platform.audit_attach('advocacy.treaty');

CREATE TABLE advocacy.treaty_fact (
    id            uuid    NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    treaty        uuid    NOT NULL,
    country       text,
    kind          text    NOT NULL,
    happened_on   date,
    words         text    NOT NULL DEFAULT '',
    source        text    NOT NULL,
    checked_on    date    NOT NULL,
    next_check_on date,
    recorded_on   date    NOT NULL,
    CONSTRAINT treaty_fact_pk PRIMARY KEY (id),
    CONSTRAINT treaty_fact_treaty_fk FOREIGN KEY (treaty) REFERENCES advocacy.treaty (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT treaty_fact_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT treaty_fact_kind_is_known CHECK (kind IN
        ('ADOPTED', 'IN_FORCE', 'RATIFIED', 'NOT_RATIFIED', 'TABLED', 'STAGE', 'LAPSED', 'ABOLISHED', 'COMPLAINT', 'DECISION', 'OTHER')),
    CONSTRAINT treaty_fact_days_in_order CHECK (checked_on < next_check_on),
    CONSTRAINT treaty_fact_texts_are_bounded CHECK (length(words) <= 500 AND length(source) BETWEEN 1 AND 500)
);
COMMENT ON TABLE advocacy.treaty_fact IS 'What is so, in a country, since a day, by which source, and when to check again (R-ADV-9)';
COMMENT ON COLUMN advocacy.treaty_fact.country IS 'Null for the instrument itself';
CREATE INDEX treaty_fact_by_treaty ON advocacy.treaty_fact (treaty);
CREATE INDEX treaty_fact_by_check ON advocacy.treaty_fact (next_check_on);
CREATE INDEX treaty_fact_by_record ON advocacy.treaty_fact (recorded_on);
SELECT platform.audit_attach('advocacy.treaty_fact');

CREATE TABLE advocacy.treaty_ask (
    treaty uuid NOT NULL,
    ask    uuid NOT NULL,
    CONSTRAINT treaty_ask_pk PRIMARY KEY (treaty, ask),
    CONSTRAINT treaty_ask_treaty_fk FOREIGN KEY (treaty) REFERENCES advocacy.treaty (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT treaty_ask_ask_fk FOREIGN KEY (ask) REFERENCES advocacy.dialogue_ask (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE advocacy.treaty_ask IS 'What we ask of decision-makers about it';
CREATE INDEX treaty_ask_by_ask ON advocacy.treaty_ask (ask);
SELECT platform.audit_attach('advocacy.treaty_ask');
