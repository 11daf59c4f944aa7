-- A campaign of recruitment has a period: its figures are those of its days.
CREATE TABLE resources.prospect_campaign (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    name      text    NOT NULL,
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL,
    CONSTRAINT prospect_campaign_pk PRIMARY KEY (id),
    CONSTRAINT prospect_campaign_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT prospect_campaign_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 120)
);
COMMENT ON TABLE resources.prospect_campaign IS 'A campaign of recruitment, shared among the people who follow prospects';
SELECT platform.audit_attach('resources.prospect_campaign');
