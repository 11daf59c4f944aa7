-- The cap of a line, and the amendment that allows what moved between lines.

ALTER TABLE resources.spending_line
    ADD COLUMN cap_percent numeric(5, 2),
    ADD COLUMN cap_base    text[] NOT NULL DEFAULT '{}',
    ADD COLUMN cap_maximum numeric(16, 2),
    ADD COLUMN amendment   text NOT NULL DEFAULT '',
    ADD CONSTRAINT spending_line_cap_is_possible CHECK (cap_percent > 0 AND cap_percent <= 100 AND cap_maximum > 0),
    ADD CONSTRAINT spending_line_cap_base_is_of_a_percent CHECK (cap_percent IS NOT NULL OR cap_base = '{}'),
    ADD CONSTRAINT spending_line_amendment_is_short_text CHECK (length(amendment) <= 200);
COMMENT ON COLUMN resources.spending_line.cap_percent IS 'The most of the line, in percent of what is spent on its base lines; null without such a cap';
COMMENT ON COLUMN resources.spending_line.cap_base IS 'The codes of the base lines; all other lines if empty';
COMMENT ON COLUMN resources.spending_line.cap_maximum IS 'The most of the line in any case; null without a limit';
COMMENT ON COLUMN resources.spending_line.amendment IS 'The amendment that allows the amount in force; empty if there is none';
