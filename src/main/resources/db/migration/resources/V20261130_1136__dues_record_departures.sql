ALTER TABLE resources.dues_call ADD COLUMN recorded_on date;
COMMENT ON COLUMN resources.dues_call.recorded_on IS 'The day on which its first letter left, when it became a realisation; null before';
UPDATE resources.dues_call SET recorded_on = issued_on WHERE issued_on IS NOT NULL;
