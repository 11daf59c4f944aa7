-- Incidents abroad and here, seen by named people only. What is told is encrypted, and in no history.

CREATE TABLE safety.incident (
    id               uuid        NOT NULL,
    version          integer     NOT NULL DEFAULT 1,
    code             text        NOT NULL,
    kind             text        NOT NULL,
    severity         text,
    near_miss        boolean     NOT NULL,
    happened_on      date        NOT NULL,
    happened_time    text,
    zone             text        NOT NULL,
    mission          uuid,
    lead             uuid,
    president        uuid,
    privacy          boolean     NOT NULL,
    told_at          timestamptz NOT NULL,
    written_due_on   date,
    review_due_on    date,
    follow_up_on     date,
    privacy_incident uuid,
    closed_on        date,
    CONSTRAINT incident_pk PRIMARY KEY (id),
    CONSTRAINT incident_code_is_unique UNIQUE (code),
    CONSTRAINT incident_mission_fk FOREIGN KEY (mission) REFERENCES safety.mission (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_lead_fk FOREIGN KEY (lead) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_president_fk FOREIGN KEY (president) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_privacy_incident_fk FOREIGN KEY (privacy_incident) REFERENCES directory.consent_incident (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_kind_is_known CHECK (kind IN ('CRIME', 'KIDNAPPING', 'POLITICAL_VIOLENCE', 'REPRESSION', 'ARREST',
        'SEXUAL_VIOLENCE', 'ROAD', 'HEALTH', 'DISASTER', 'DIGITAL', 'REPUTATION')),
    CONSTRAINT incident_severity_is_known CHECK (severity IN ('MINOR', 'MODERATE', 'SERIOUS', 'CRITICAL')),
    CONSTRAINT incident_restricted_form_holds_little CHECK (
        (kind = 'SEXUAL_VIOLENCE') = (severity IS NULL)
        AND (kind <> 'SEXUAL_VIOLENCE' OR (mission IS NULL AND lead IS NULL AND president IS NULL
             AND happened_time IS NULL AND NOT near_miss AND NOT privacy))),
    CONSTRAINT incident_register_needs_personal_data CHECK (privacy OR privacy_incident IS NULL),
    CONSTRAINT incident_texts_are_short CHECK (
        length(code) BETWEEN 1 AND 20 AND happened_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND length(zone) BETWEEN 1 AND 60)
);
COMMENT ON TABLE safety.incident IS 'An incident or a near miss, without a word of what happened (R-SEC-9)';
COMMENT ON COLUMN safety.incident.told_at IS 'When it was noted: the deadlines begin here (R-SAFE-1)';
COMMENT ON COLUMN safety.incident.privacy IS 'Whether personal data was seen, lost or stolen';
COMMENT ON COLUMN safety.incident.privacy_incident IS 'The entry in the register of confidentiality incidents (R-SEC-10)';
COMMENT ON CONSTRAINT incident_restricted_form_holds_little ON safety.incident IS
    'Sexual violence has a form of its own, seen by the people named on it';
CREATE INDEX incident_by_mission ON safety.incident (mission);
CREATE INDEX incident_by_lead ON safety.incident (lead);
CREATE INDEX incident_by_president ON safety.incident (president);
CREATE INDEX incident_by_privacy_incident ON safety.incident (privacy_incident);
CREATE INDEX incident_by_day ON safety.incident (happened_on DESC, id);
SELECT platform.audit_attach('safety.incident');

CREATE TABLE safety.incident_reader (
    incident uuid NOT NULL,
    person   uuid NOT NULL,
    CONSTRAINT incident_reader_pk PRIMARY KEY (incident, person),
    CONSTRAINT incident_reader_incident_fk FOREIGN KEY (incident) REFERENCES safety.incident (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_reader_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE safety.incident_reader IS 'A person who sees an incident besides the security lead and the president';
CREATE INDEX incident_reader_by_person ON safety.incident_reader (person);
SELECT platform.audit_attach('safety.incident_reader');

CREATE TABLE safety.incident_entry (
    id         uuid        NOT NULL,
    incident   uuid        NOT NULL,
    moment     text        NOT NULL,
    written_at timestamptz NOT NULL,
    sealed     text        NOT NULL,
    CONSTRAINT incident_entry_pk PRIMARY KEY (id),
    CONSTRAINT incident_entry_incident_fk FOREIGN KEY (incident) REFERENCES safety.incident (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_entry_moment_is_known CHECK (moment IN ('ORAL', 'WRITTEN', 'UPDATE', 'AFTER'))
);
COMMENT ON TABLE safety.incident_entry IS 'What was told, by whom and where, encrypted; only ever added to, and deleted five years after the closing';
CREATE INDEX incident_entry_by_incident ON safety.incident_entry (incident, written_at);

CREATE TABLE safety.incident_notice (
    id       uuid NOT NULL,
    incident uuid NOT NULL,
    kind     text NOT NULL,
    due_on   date NOT NULL,
    told_on  date,
    CONSTRAINT incident_notice_pk PRIMARY KEY (id),
    CONSTRAINT incident_notice_incident_fk FOREIGN KEY (incident) REFERENCES safety.incident (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT incident_notice_one_each UNIQUE (incident, kind),
    CONSTRAINT incident_notice_kind_is_known CHECK (
        kind IN ('FAMILY', 'INSURER', 'EMBASSY', 'PARTNER', 'BOARD', 'FUNDER', 'WORK_SAFETY', 'POLICE'))
);
COMMENT ON TABLE safety.incident_notice IS 'A notice about an incident, due or given';
CREATE INDEX incident_notice_open ON safety.incident_notice (due_on) WHERE told_on IS NULL;
SELECT platform.audit_attach('safety.incident_notice');
