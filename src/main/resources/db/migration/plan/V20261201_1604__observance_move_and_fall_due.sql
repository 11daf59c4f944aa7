-- Days whose date is another each year, and deadlines, which are late only after their day.
ALTER TABLE plan.observance
    ADD COLUMN kind text NOT NULL DEFAULT 'DAY',
    ADD COLUMN moves boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT observance_kind_is_known CHECK (kind IN ('DAY', 'DEADLINE'));
COMMENT ON COLUMN plan.observance.kind IS 'A day that is marked, or a deadline by which something is filed, paid or renewed';
COMMENT ON COLUMN plan.observance.moves IS 'Whether its date is another each year: month and day are then those of the last time';

ALTER TABLE plan.observance_year
    ADD COLUMN date date,
    ALTER COLUMN state DROP NOT NULL,
    ADD CONSTRAINT observance_year_date_is_of_its_year CHECK (extract(year FROM date) = year),
    ADD CONSTRAINT observance_year_says_something CHECK (date IS NOT NULL OR state IS NOT NULL);
COMMENT ON COLUMN plan.observance_year.date IS 'Its date in that year, where it is not that of its month and day';
