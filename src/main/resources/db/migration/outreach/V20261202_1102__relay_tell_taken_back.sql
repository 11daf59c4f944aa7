-- Where the text of a kit is taken back, it is proposed no longer, and the organisations that have it are to be told.
ALTER TABLE outreach.relay_kit
    ADD COLUMN taken_back_on date,
    ADD COLUMN told_on date,
    ADD CONSTRAINT relay_kit_told_after_taken_back CHECK (told_on IS NULL OR taken_back_on IS NOT NULL);
COMMENT ON COLUMN outreach.relay_kit.taken_back_on IS 'When its text was taken back where it comes from; null if it was not';
COMMENT ON COLUMN outreach.relay_kit.told_on IS 'When the organisations that have it were told so; null if they are to be told';
CREATE INDEX relay_kit_by_source ON outreach.relay_kit (source) WHERE source IS NOT NULL;
