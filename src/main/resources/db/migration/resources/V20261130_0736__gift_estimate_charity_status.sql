-- What the status of a registered charity would cost, and the tax credits of donors, for the board to decide.

CREATE TABLE resources.gift_charity_estimate (
    id                uuid           NOT NULL,
    version           integer        NOT NULL DEFAULT 1,
    only_one          boolean        NOT NULL DEFAULT true,
    hourly_cost       numeric(9, 2)  NOT NULL,
    hours_to_apply    integer        NOT NULL,
    fees_to_apply     numeric(12, 2) NOT NULL,
    hours_a_year      integer        NOT NULL,
    fees_a_year       numeric(12, 2) NOT NULL,
    threshold         numeric(9, 2)  NOT NULL,
    federal_below     numeric(5, 2)  NOT NULL,
    federal_above     numeric(5, 2)  NOT NULL,
    provincial_below  numeric(5, 2)  NOT NULL,
    provincial_above  numeric(5, 2)  NOT NULL,
    source            text           NOT NULL,
    CONSTRAINT gift_charity_estimate_pk PRIMARY KEY (id),
    CONSTRAINT gift_charity_estimate_is_one UNIQUE (only_one),
    CONSTRAINT gift_charity_estimate_is_only_one CHECK (only_one),
    CONSTRAINT gift_charity_estimate_not_negative CHECK (hourly_cost >= 0 AND hours_to_apply >= 0 AND fees_to_apply >= 0
        AND hours_a_year >= 0 AND fees_a_year >= 0 AND threshold >= 0),
    CONSTRAINT gift_charity_estimate_percents_in_range CHECK (federal_below BETWEEN 0 AND 100 AND federal_above BETWEEN 0 AND 100
        AND provincial_below BETWEEN 0 AND 100 AND provincial_above BETWEEN 0 AND 100),
    CONSTRAINT gift_charity_estimate_source_is_short_text CHECK (length(source) BETWEEN 1 AND 500)
);
COMMENT ON TABLE resources.gift_charity_estimate IS 'What it would cost to become a registered charity, and the tax credits in percent of a gift';
COMMENT ON COLUMN resources.gift_charity_estimate.threshold IS 'The part of a donor''s gifts of a year up to which the lower credit applies';
SELECT platform.audit_attach('resources.gift_charity_estimate');
