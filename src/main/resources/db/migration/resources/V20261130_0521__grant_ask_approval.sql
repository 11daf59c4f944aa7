-- The day on which the officer said that an application is ready: from then on its approval waits on the home page.
ALTER TABLE resources.grant_application
    ADD COLUMN asked_on date,
    ADD CONSTRAINT grant_application_is_asked_as_draft CHECK (asked_on IS NULL OR state = 'DRAFT');
COMMENT ON COLUMN resources.grant_application.asked_on IS 'When its approval was asked; null otherwise';
