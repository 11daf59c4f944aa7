-- When a candidate withdrew, so that a place that became free is due to be given.
ALTER TABLE education.internship_application
    ADD COLUMN withdrawn_on date,
    ADD CONSTRAINT internship_application_withdrawn_is_withdrawn CHECK (withdrawn_on IS NULL OR state = 'WITHDRAWN');
