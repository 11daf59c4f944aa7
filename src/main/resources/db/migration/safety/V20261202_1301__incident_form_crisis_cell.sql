-- The crisis cell of an incident: duties of people named on it, and decisions among what is told (R-SEC-8).

CREATE TABLE safety.incident_duty (
    incident uuid NOT NULL,
    duty     text NOT NULL,
    person   uuid NOT NULL,
    CONSTRAINT incident_duty_pk PRIMARY KEY (incident, duty),
    CONSTRAINT incident_duty_incident_fk FOREIGN KEY (incident) REFERENCES safety.incident (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_duty_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_duty_is_known CHECK (duty IN ('LEAD', 'FAMILY', 'MEDIA', 'LOG', 'MONEY'))
);
COMMENT ON TABLE safety.incident_duty IS 'Who has which duty in the crisis cell of an incident: people named on it alone';
CREATE INDEX incident_duty_by_person ON safety.incident_duty (person);
SELECT platform.audit_attach('safety.incident_duty');

ALTER TABLE safety.incident_entry
    DROP CONSTRAINT incident_entry_moment_is_known,
    ADD CONSTRAINT incident_entry_moment_is_known CHECK (moment IN ('ORAL', 'DECISION', 'WRITTEN', 'UPDATE', 'AFTER'));
