-- Who answers for personal data, what went wrong with it, and who asked about hers.

ALTER TABLE directory.consent_setting
    ADD COLUMN privacy_title text,
    ADD COLUMN privacy_contact text,
    ADD CONSTRAINT consent_setting_privacy_is_bounded
        CHECK (length(privacy_title) BETWEEN 1 AND 200 AND length(privacy_contact) BETWEEN 1 AND 300);
COMMENT ON COLUMN directory.consent_setting.privacy_title IS 'The title of who answers for personal data, as it is published';

CREATE TABLE directory.consent_incident (
    id                  uuid        NOT NULL,
    version             integer     NOT NULL DEFAULT 1,
    information         text        NOT NULL,
    circumstances       text        NOT NULL,
    happened            text        NOT NULL,
    known_on            date        NOT NULL,
    persons             text        NOT NULL,
    assessment          text        NOT NULL,
    serious             boolean     NOT NULL,
    commission_told_on  date,
    persons_told_on     date,
    public_notice       text,
    measures            text        NOT NULL,
    recorded_by         uuid        NOT NULL,
    recorded_at         timestamptz NOT NULL,
    CONSTRAINT consent_incident_pk PRIMARY KEY (id),
    CONSTRAINT consent_incident_texts_are_bounded CHECK (
        length(information) BETWEEN 1 AND 4000 AND length(circumstances) BETWEEN 1 AND 4000
        AND length(happened) BETWEEN 1 AND 200 AND length(persons) BETWEEN 1 AND 200
        AND length(assessment) BETWEEN 1 AND 4000 AND length(measures) BETWEEN 1 AND 4000
        AND length(public_notice) BETWEEN 1 AND 1000),
    CONSTRAINT consent_incident_notices_are_of_serious_ones
        CHECK (serious OR (commission_told_on IS NULL AND persons_told_on IS NULL AND public_notice IS NULL)),
    CONSTRAINT consent_incident_is_told_after_it_is_known
        CHECK (commission_told_on >= known_on AND persons_told_on >= known_on)
);
COMMENT ON TABLE directory.consent_incident IS 'Access to, use, loss or communication of personal data that was not allowed, serious or not';
COMMENT ON COLUMN directory.consent_incident.happened IS 'The day or the period, or about when';
COMMENT ON COLUMN directory.consent_incident.persons IS 'How many, or about how many; in Québec and in all';
COMMENT ON COLUMN directory.consent_incident.assessment IS 'What lets one conclude that there is a risk of serious injury, or none';
COMMENT ON COLUMN directory.consent_incident.public_notice IS 'Whether and why the public was told';
CREATE INDEX consent_incident_by_day ON directory.consent_incident (known_on DESC, id DESC);

CREATE FUNCTION directory.consent_keep_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An incident stays in the register' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER consent_incident_stays BEFORE DELETE ON directory.consent_incident
    FOR EACH ROW EXECUTE FUNCTION directory.consent_keep_incident();

CREATE TABLE directory.consent_request (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    person      uuid,
    kind        text        NOT NULL,
    asked       text        NOT NULL,
    received_on date        NOT NULL,
    answered_on date,
    granted     boolean,
    answer      text,
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT consent_request_pk PRIMARY KEY (id),
    CONSTRAINT consent_request_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT consent_request_kind_is_known
        CHECK (kind IN ('ACCESS', 'CORRECTION', 'PORTABILITY', 'ERASURE', 'DEINDEXING')),
    CONSTRAINT consent_request_texts_are_bounded
        CHECK (length(asked) BETWEEN 1 AND 4000 AND length(answer) BETWEEN 1 AND 4000),
    CONSTRAINT consent_request_is_answered_whole
        CHECK ((answered_on IS NULL) = (granted IS NULL) AND (granted IS NULL OR granted OR answer IS NOT NULL)),
    CONSTRAINT consent_request_is_answered_after_it_came CHECK (received_on <= answered_on)
);
COMMENT ON TABLE directory.consent_request IS 'What someone asked about her personal data, in writing; answered within 30 days';
COMMENT ON COLUMN directory.consent_request.answer IS 'Of a refusal, the reasons, the provision and the recourse';
CREATE INDEX consent_request_by_day ON directory.consent_request (received_on DESC, id DESC);
CREATE INDEX consent_request_by_person ON directory.consent_request (person);

SELECT platform.audit_attach('directory.consent_incident');
SELECT platform.audit_attach('directory.consent_request');
