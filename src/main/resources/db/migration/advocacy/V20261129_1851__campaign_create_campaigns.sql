-- Campaigns led by others: what they ask, what they did and obtained, and, told apart, our part.

CREATE TABLE advocacy.campaign (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    leader      uuid    NOT NULL,
    name        text    NOT NULL,
    theme       text    NOT NULL DEFAULT '',
    starts_on   date    NOT NULL,
    ends_on     date,
    asked       text    NOT NULL,
    url         text    NOT NULL DEFAULT '',
    line        uuid,
    search_form text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(name || ' ' || theme || ' ' || asked) || ' ') STORED,
    CONSTRAINT campaign_pk PRIMARY KEY (id),
    CONSTRAINT campaign_leader_fk FOREIGN KEY (leader) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT campaign_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT campaign_texts_are_bounded CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200
        AND length(theme) <= 100 AND length(asked) BETWEEN 1 AND 2000),
    CONSTRAINT campaign_url_is_an_address CHECK (url = '' OR url ~ '^https?://' AND length(url) <= 1000)
);
COMMENT ON TABLE advocacy.campaign IS 'A campaign that another organisation or a coalition leads, and that we support';
COMMENT ON COLUMN advocacy.campaign.line IS 'The line of the plan that our part serves';
CREATE INDEX campaign_by_leader ON advocacy.campaign (leader);
CREATE INDEX campaign_by_day ON advocacy.campaign (starts_on);
SELECT platform.audit_attach('advocacy.campaign');

CREATE TABLE advocacy.campaign_act (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    campaign    uuid    NOT NULL,
    kind        text    NOT NULL,
    happened_on date    NOT NULL,
    what        text    NOT NULL,
    quantity    integer,
    hours       numeric(6, 2),
    source      text    NOT NULL DEFAULT '',
    realisation uuid,
    CONSTRAINT campaign_act_pk PRIMARY KEY (id),
    CONSTRAINT campaign_act_campaign_fk FOREIGN KEY (campaign) REFERENCES advocacy.campaign (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT campaign_act_kind_is_known CHECK (kind IN ('LED', 'RESULT', 'RELAYED', 'LETTERS', 'MOBILISED', 'OTHER')),
    CONSTRAINT campaign_act_of_others_has_a_source CHECK (kind NOT IN ('LED', 'RESULT')
        OR (source <> '' AND quantity IS NULL AND hours IS NULL)),
    CONSTRAINT campaign_act_of_ours_is_a_realisation CHECK ((kind IN ('LED', 'RESULT')) = (realisation IS NULL)),
    CONSTRAINT campaign_act_figures_are_bounded CHECK (quantity BETWEEN 0 AND 1000000 AND hours BETWEEN 0 AND 9999),
    CONSTRAINT campaign_act_texts_are_bounded CHECK (length(what) BETWEEN 1 AND 300 AND length(source) <= 500)
);
COMMENT ON TABLE advocacy.campaign_act IS 'What a campaign did or obtained, with its source; or a part of ours, which is a realisation';
COMMENT ON COLUMN advocacy.campaign_act.quantity IS 'Copies relayed, letters gathered, or members mobilised, according to the kind';
CREATE INDEX campaign_act_by_campaign ON advocacy.campaign_act (campaign, happened_on);
SELECT platform.audit_attach('advocacy.campaign_act');
