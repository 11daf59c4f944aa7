ALTER TABLE resources.prospect ADD COLUMN next_proposed boolean,
    ADD CONSTRAINT prospect_proposes_a_day CHECK (next_on IS NOT NULL OR next_proposed IS NULL);
COMMENT ON COLUMN resources.prospect.next_proposed IS 'Whether the day of the next step is only our proposal; null where a person set it';
