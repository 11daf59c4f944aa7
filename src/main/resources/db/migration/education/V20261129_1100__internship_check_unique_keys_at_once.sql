-- Undoing a merge puts rows back with ON CONFLICT DO NOTHING, which PostgreSQL refuses for a deferrable unique constraint.
ALTER TABLE education.workshop_facilitator
    DROP CONSTRAINT workshop_facilitator_is_one_by_person,
    ADD CONSTRAINT workshop_facilitator_is_one_by_person UNIQUE (person);
ALTER TABLE education.internship_reading
    DROP CONSTRAINT internship_reading_is_one,
    ADD CONSTRAINT internship_reading_is_one UNIQUE (application, reader);
